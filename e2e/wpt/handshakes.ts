import { once } from "node:events";
import { encodeClose } from "./frames.js";
import { acceptKeyFor, type Handshake } from "./handshake.js";

/** Handshakes that take more than a line. */

export function takeProtocol(choose: (asked: string) => string): (handshake: Handshake) => void {
  return (handshake) => {
    handshake.protocol = choose(handshake.request.headers["sec-websocket-protocol"] ?? "");
  };
}

export function sameSiteCookies(handshake: Handshake): void {
  const asked = queryOf(handshake.request);
  const value = new URLSearchParams(asked).get("value") ?? "1";
  const age = asked.includes("clear") ? "; Max-Age=0" : "";
  const sites = {
    unspecified: "",
    lax: "; SameSite=Lax",
    strict: "; SameSite=Strict",
    none: "; SameSite=None; Secure",
  };
  for (const [name, site] of Object.entries(sites)) {
    handshake.headers.push(["Set-Cookie", `samesite-${name}=${value}; Path=/${site}${age}`]);
  }
}

/** Answer and close frame leave in one packet. */
export async function openAndCloseAtOnce({ request, socket }: Handshake): Promise<"done"> {
  const lines = ["HTTP/1.1 101 Switching Protocols:", "Connection: Upgrade", "Upgrade: WebSocket"];
  lines.push("Set-Cookie: ws_test=test", `Sec-WebSocket-Origin: ${request.headers.origin}`);
  lines.push(`Sec-WebSocket-Accept: ${acceptKeyFor(request)}`, "", "");
  socket.write(Buffer.concat([Buffer.from(lines.join("\r\n")), encodeClose(1001, "PASS")]));
  await Promise.race([once(socket, "data"), once(socket, "close")]);
  socket.end();
  return "done";
}

export function queryOf({ url = "" }: { url?: string | undefined }): string {
  return url.split("?")[1] ?? "";
}
