import type { Connection } from "../../core/connection.js";
import { type Exchange, header } from "../../core/exchange.js";
import type { Story } from "../witness.js";
import { framesOfBodies } from "./bodies.js";
import { decodeFrames, type Spoken } from "./decode.js";
import type { Decoded } from "./decoded.js";

/** All that a connection said, over whichever transport, in the order of time. */
export function messagesOf({ connection, exchanges, frames }: Story): Decoded[] {
  const all = [...frames, ...framesOfBodies(connection.protocol, exchanges, frames)];
  return decodeFrames(
    all.sort((one, other) => one.at - other.at),
    spokenOn(connection, exchanges),
  );
}

function spokenOn({ protocol, session }: Connection, exchanges: readonly Exchange[]): Spoken {
  return {
    protocol,
    revision: session.protocol === "engine-io" ? (session.serverVersion ?? session.clientVersion) : null,
    subprotocol: protocol === "web-pubsub" ? subprotocolOf(exchanges) : null,
  };
}

/** What the service chose, else what the client asked for first, else what the path says. */
function subprotocolOf(exchanges: readonly Exchange[]): string | null {
  const socket = exchanges.findLast(({ channel }) => channel === "websocket");
  if (!socket) return null;
  const name = "sec-websocket-protocol";
  const asked = header(socket.requestHeaders, name)?.split(",")[0]?.trim();
  const chosen = header(socket.responseHeaders, name) || asked;
  return chosen || (socket.address.path.includes("/clients/mqtt/") ? "mqtt" : null);
}
