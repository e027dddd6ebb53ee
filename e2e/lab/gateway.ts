/** A gateway that understands WebSockets, as cloud load balancers do: it ends them at its own door, with a close code of its own. */
import { createServer } from "node:http";
import { WebSocket, WebSocketServer } from "ws";
import { at, listen } from "./lab.js";
import type { Lab } from "./scenario.js";

/** When a socket is closed, counted from the server's first word, and what is said then. */
export interface Closing {
  afterMs: number;
  code: number;
  reason: string;
}

/** Returns the gateway's origin. It closes nothing by itself where it is not told how; `passed` hears of each message, either way. */
export async function serveGateway(
  lab: Lab,
  target: string,
  closing: Closing | null,
  passed: () => void = () => undefined,
): Promise<string> {
  const server = createServer((_, response) => response.writeHead(502).end());
  const doors = new WebSocketServer({ server });
  doors.on("connection", (client, { url = "/" }) => {
    const upstream = new WebSocket(`${at(target, "ws:")}${url}`, client.protocol ? [client.protocol] : []);
    const early: [data: WebSocket.RawData, isBinary: boolean][] = [];
    client.on("message", (data, isBinary) => {
      passed();
      if (upstream.readyState === WebSocket.OPEN) upstream.send(data, { binary: isBinary });
      else early.push([data, isBinary]);
    });
    upstream.on("open", () => {
      for (const [data, isBinary] of early) upstream.send(data, { binary: isBinary });
    });
    upstream.on("message", (data, isBinary) => {
      passed();
      client.send(data, { binary: isBinary });
    });
    if (closing)
      upstream.once("message", () => setTimeout(() => client.close(closing.code, closing.reason), closing.afterMs));
    upstream.on("error", () => client.terminate());
    // 1005 and 1006 stand for a close without a code, and none at all: neither can be sent.
    upstream.on("close", (code, text) => (code === 1005 || code === 1006 ? client.close() : client.close(code, text)));
    client.on("close", () => upstream.close());
  });
  return listen(lab, server);
}
