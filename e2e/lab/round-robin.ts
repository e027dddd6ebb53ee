/**
 * A reverse proxy that sends each request to the next target in turn: a load balancer without affinity.
 * With one target it is a plain proxy.
 */
import {
  type ClientRequest,
  createServer,
  type IncomingHttpHeaders,
  type IncomingMessage,
  request,
  type Server,
} from "node:http";
import type { Duplex } from "node:stream";
import { listen } from "./lab.js";
import type { Lab } from "./scenario.js";

const HOP_BY_HOP = new Set(["connection", "keep-alive", "upgrade", "transfer-encoding"]);

export interface Proxy {
  /** Origins, "http://127.0.0.1:PORT". */
  targets: string[];
  /** The path whose requests take turns; every path where left out. */
  turnsAt?: string;
  /** Forwards a WebSocket handshake as a plain GET, as a proxy does that passes no hop-by-hop header on. */
  dropsUpgrade?: boolean;
}

/** Returns the proxy's origin. */
export async function serveRoundRobin(lab: Lab, proxy: Proxy): Promise<string> {
  let turn = 0;
  const next = (url = ""): string => {
    // Only what belongs to the session takes turns: a page's icons and source maps would shift them.
    if (!proxy.turnsAt || url.startsWith(proxy.turnsAt)) turn += 1;
    const target = proxy.targets[turn % proxy.targets.length];
    if (!target) throw new Error("The proxy has no target");
    return target;
  };
  const server = createServer((incoming, response) => {
    const outgoing = forward(incoming, next(incoming.url), withoutHopByHop(incoming));
    incoming.pipe(outgoing);
    outgoing.on("response", (answer) => {
      response.writeHead(answer.statusCode ?? 502, withoutHopByHop(answer));
      response.flushHeaders();
      answer.pipe(response);
    });
    outgoing.on("error", () => (response.headersSent ? response.destroy() : response.writeHead(502).end()));
    response.on("close", () => outgoing.destroy());
  });
  // Without an "upgrade" listener Node hands a WebSocket handshake to the request listener above.
  if (!proxy.dropsUpgrade) forwardUpgrades(server, next);
  return listen(lab, server);
}

function forwardUpgrades(server: Server, next: (url?: string) => string): void {
  server.on("upgrade", (incoming: IncomingMessage, client: Duplex, head: Buffer) => {
    const outgoing = forward(incoming, next(incoming.url), incoming.headers).end();
    client.on("error", () => outgoing.destroy());
    outgoing.on("error", () => client.destroy());
    outgoing.on("response", (answer) => {
      client.write(headOf(answer));
      answer.pipe(client);
    });
    outgoing.on("upgrade", (answer, upstream, upstreamHead) => {
      client.write(Buffer.concat([Buffer.from(headOf(answer)), upstreamHead]));
      upstream.write(head);
      upstream.on("error", () => client.destroy());
      client.on("close", () => upstream.destroy());
      upstream.pipe(client).pipe(upstream);
    });
  });
}

function forward(incoming: IncomingMessage, target: string, headers: IncomingHttpHeaders): ClientRequest {
  return request(new URL(incoming.url ?? "/", target), { method: incoming.method, headers, agent: false });
}

function withoutHopByHop(message: IncomingMessage): IncomingHttpHeaders {
  return Object.fromEntries(Object.entries(message.headers).filter(([name]) => !HOP_BY_HOP.has(name)));
}

/** The body is written on as it was decoded, so its transfer coding no longer holds. */
function headOf(answer: IncomingMessage): string {
  const lines = [`HTTP/1.1 ${answer.statusCode} ${answer.statusMessage}`];
  for (let index = 0; index < answer.rawHeaders.length; index += 2) {
    const name = answer.rawHeaders[index] ?? "";
    if (name.toLowerCase() !== "transfer-encoding") lines.push(`${name}: ${answer.rawHeaders[index + 1]}`);
  }
  return `${lines.join("\r\n")}\r\n\r\n`;
}
