import { type Exchange, header } from "./exchange.js";

/** How the subprotocol of an accepted handshake fails what the client asked for; https://www.rfc-editor.org/rfc/rfc6455#section-4.1 */
export type SubprotocolProblem = "none-chosen" | "not-offered";

/** Null where all is well, or where the headers of one side were not seen. Firefox opens a socket for which none was chosen. */
export function subprotocolProblem({
  channel,
  status,
  requestHeaders,
  responseHeaders,
}: Exchange): SubprotocolProblem | null {
  const isAccepted = channel === "websocket" && status === 101 && header(responseHeaders, "sec-websocket-accept");
  if (!isAccepted || !requestHeaders) return null;
  const offered =
    header(requestHeaders, NAME)
      ?.split(",")
      .map((each) => each.trim()) ?? [];
  const chosen = header(responseHeaders, NAME);
  if (!chosen) return offered.length > 0 ? "none-chosen" : null;
  return offered.includes(chosen) ? null : "not-offered";
}

const NAME = "sec-websocket-protocol";
