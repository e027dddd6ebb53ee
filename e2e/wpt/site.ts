import { createServer, type IncomingMessage, type RequestListener, type Server, type ServerResponse } from "node:http";
import {
  createSecureServer as createHttp2Server,
  type Http2ServerRequest,
  type Http2ServerResponse,
  type ServerHttp2Session,
} from "node:http2";
import { createServer as createSecureServer } from "node:https";
import type { AddressInfo, Server as NetServer } from "node:net";
import { makeCertificate } from "./certificate.js";
import { createFiles } from "./files.js";
import { answerAsPython } from "./python.js";
import { serveSockets, serveSocketsOverHttp2 } from "./sockets.js";
import { answerAsStream } from "./streams.js";
import { type Ports, substitute } from "./substitute.js";

export interface Site {
  ports: Ports;
  stop(): void;
}

type Http2Listener = (request: Http2ServerRequest, response: Http2ServerResponse) => void;

const CROSS_ORIGIN = { "cache-control": "no-cache" };

/** Serves a checkout as `wpt serve` does: pages over HTTP and HTTPS, two ports each, WebSockets with and without TLS, and both over HTTP/2. */
export async function serveSite(checkout: string): Promise<Site> {
  const certificate = await makeCertificate();
  const files = createFiles(checkout);
  const servers: Server[] = [];
  const ports: Ports = { http: [], https: [], h2: [], ws: [], wss: [] };

  const answer: RequestListener = (request, response) => {
    respond(request, response).catch((error: unknown) => response.writeHead(500).end(String(error)));
  };

  async function respond(request: IncomingMessage, response: ServerResponse): Promise<void> {
    const url = new URL(request.url ?? "/", `http://${request.headers.host ?? request.headers[":authority"]}`);
    if (await answerAsPython(url, request, response)) return;
    if (await answerAsStream(checkout, url, request, response)) return;
    const file = await files(url.pathname);
    if (!file) {
      response.writeHead(404).end();
      return;
    }
    const pipes = readPipes(url);
    if (pipes.delayMs > 0) await new Promise((resolve) => setTimeout(resolve, pipes.delayMs));
    const body = file.isTemplate ? substitute(String(file.body), { ports, url, headers: request.headers }) : file.body;
    response.writeHead(pipes.status, { ...CROSS_ORIGIN, ...file.headers, ...pipes.headers }).end(body);
  }

  for (const name of ["http", "http", "https", "https", "ws", "wss"] as const) {
    const server = name === "https" || name === "wss" ? createSecureServer(certificate, answer) : createServer(answer);
    servers.push(server);
    ports[name].push(await listenOn(server));
    serveSockets(server);
  }
  // Of requests and answers only what both versions of HTTP have is used here.
  const overHttp2 = createHttp2Server(
    { ...certificate, settings: { enableConnectProtocol: true } },
    answer as unknown as Http2Listener,
  );
  const sessions = new Set<ServerHttp2Session>();
  overHttp2.on("session", (session) => sessions.add(session.on("close", () => sessions.delete(session))));
  ports.h2.push(await listenOn(overHttp2));
  serveSocketsOverHttp2(overHttp2);

  return {
    ports,
    stop() {
      for (const server of servers) {
        server.close();
        server.closeAllConnections();
      }
      overHttp2.close();
      for (const session of sessions) session.destroy();
    },
  };
}

/** `?pipe=`: what a test asks of the server for this one answer; of the many pipes those that these tests use. */
function readPipes({ searchParams }: URL) {
  const headers: Record<string, string> = {};
  let status = 200;
  let delayMs = 0;
  for (const pipe of searchParams.get("pipe")?.split("|") ?? []) {
    const [, name, value = ""] = /^(\w+)\((.*)\)$/.exec(pipe) ?? [];
    if (name === "header") headers[value.split(",")[0] ?? ""] = value.split(",").slice(1).join(",");
    if (name === "status") status = Number(value);
    if (name === "trickle") delayMs = 1000 * Number(/d([\d.]+)/.exec(value)?.[1] ?? 0);
  }
  return { headers, status, delayMs };
}

async function listenOn(server: NetServer): Promise<number> {
  await new Promise<void>((resolve, reject) => server.once("error", reject).listen(0, "127.0.0.1", resolve));
  return (server.address() as AddressInfo).port;
}
