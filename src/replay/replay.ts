import { createServer, type IncomingMessage, type RequestListener, type Server, type ServerResponse } from "node:http";
import type { AddressInfo, Socket } from "node:net";
import type { TrafficEvent } from "../core/traffic.js";
import { createDesk, type Found } from "./desk.js";
import { openTo, wasReadable } from "./headers.js";
import { liveRequest } from "./live-request.js";
import { notesOn } from "./notes.js";
import { type Place, placesOf } from "./places.js";
import { type Played, playedIn } from "./recording.js";
import { serveHttp } from "./serve-http.js";
import { serveSocket } from "./serve-socket.js";
import { createSessions } from "./sessions.js";
import { createTranslate } from "./translate.js";

export interface ReplayOptions {
  /** Of the first origin; a free one where it is left out. */
  port?: number;
  /** 10 makes ten minutes of one; 1 is as recorded. */
  speed?: number;
  /** Answers what the recording does not have. */
  otherwise?: RequestListener;
  /** A line for each request: what it was, and what answered it. */
  say?: (line: string) => void;
}

export interface Replay {
  /** Origins of the recording, and where they are to be had now. */
  addresses: ReadonlyMap<string, string>;
  /** What clients asked for: as recorded, and now. */
  endpoints: { recorded: string; live: string }[];
  requests: number;
  /** What cannot be shown again, or not wholly. */
  notes: string[];
  stop(): Promise<void>;
}

/** Serves the connections of a recording on the loopback address until it is stopped. */
export async function startReplay(events: readonly TrafficEvent[], options: ReplayOptions = {}): Promise<Replay> {
  const { port = 0, speed = 1, say = () => undefined } = options;
  const played = playedIn(events);
  const addresses = new Map<string, string>();
  const sessions = createSessions(played, speed);
  const desk = createDesk(played, sessions, speed);
  const translate = createTranslate(sessions, addresses);
  const stops: (() => Promise<void>)[] = [];

  for (const [index, place] of placesOf(played).entries()) {
    const server = serverFor(place);
    const taken = await listen(server, index === 0 ? port : 0);
    addresses.set(place.origin, addressOf(place, taken, index));
    if (place.manner === "refuses" || place.manner === "unknown-name") await close(server, new Set());
    else stops.push(keep(server));
  }

  function serverFor({ origin }: Place): Server {
    const server = createServer((incoming, response) => {
      const asked = liveRequest(incoming, origin, false);
      // A proxy that drops the upgrade brings a WebSocket's handshake as a plain request.
      const found = desk.find(asked) ?? (asked.method === "GET" ? desk.find({ ...asked, kind: "socket" }) : null);
      tell(incoming, found);
      if (found) serveHttp(found, incoming, response, translate).catch(ended);
      else if (asked.kind === "preflight" && isOpen(origin, asked.path)) allow(incoming, response);
      else (options.otherwise ?? notRecorded)(incoming, response);
    });
    server.on("upgrade", (incoming, client, head) => {
      client.on("error", () => client.destroy());
      const found = desk.find(liveRequest(incoming, origin, true));
      tell(incoming, found);
      if (found) serveSocket(found, incoming, client, head, translate).catch(ended);
      else client.end("HTTP/1.1 404 Not Found\r\nConnection: close\r\n\r\n");
    });
    return server;
  }

  /** Recorded without a preflight, and not because one failed. */
  function isOpen(origin: string, path: string): boolean {
    return played.some(
      (record) => record.exchange.address.path === path && record.endpoint.startsWith(origin) && wasReadable(record),
    );
  }

  function tell({ method, url = "/" }: IncomingMessage, found: Found | null): void {
    const [path] = url.split("?");
    say(`${method} ${path}  ${found ? outcome(found.record) : "is not in the recording"}`);
  }

  return {
    addresses,
    endpoints: endpointsOf(played, addresses),
    requests: played.length,
    notes: notesOn(played),
    stop: async () => void (await Promise.all(stops.map((stop) => stop()))),
  };
}

function outcome({ exchange }: Played): string {
  return `${exchange.status || exchange.netError || "no answer"}  (${exchange.id})`;
}

function addressOf({ origin, manner }: Place, port: number, index: number): string {
  const scheme = origin.slice(0, origin.indexOf(":"));
  if (manner === "unknown-name") return `${scheme}://replay-${index + 1}.invalid`;
  return `${manner === "answers" ? "http" : scheme}://127.0.0.1:${port}`;
}

function endpointsOf(played: readonly Played[], addresses: ReadonlyMap<string, string>): Replay["endpoints"] {
  return [...new Set(played.map(({ endpoint }) => endpoint))].map((recorded) => {
    const origin = [...addresses.keys()].find((each) => recorded === each || recorded.startsWith(`${each}/`)) ?? "";
    return { recorded, live: (addresses.get(origin) ?? "") + recorded.slice(origin.length) };
  });
}

function allow(incoming: IncomingMessage, response: ServerResponse): void {
  const asked = incoming.headers["access-control-request-headers"];
  response.writeHead(204, openTo(incoming.headers.origin ?? null, asked).flat()).end();
}

function notRecorded(incoming: IncomingMessage, response: ServerResponse): void {
  response.writeHead(404, { "Content-Type": "text/plain", "Access-Control-Allow-Origin": "*" });
  response.end(`The recording holds no ${incoming.method} ${incoming.url?.split("?")[0]}.\n`);
}

/** The client went away in the middle: nobody is left to be told. Anything else is a fault. */
function ended(error: unknown): void {
  if (!(error instanceof Error && error.name === "AbortError")) throw error;
}

function listen(server: Server, port: number): Promise<number> {
  return new Promise((resolve, reject) => {
    server.once("error", reject);
    server.listen(port, "127.0.0.1", () => {
      server.off("error", reject);
      resolve((server.address() as AddressInfo).port);
    });
  });
}

/** Open sockets and streams would hold it for ever. */
function keep(server: Server): () => Promise<void> {
  const sockets = new Set<Socket>();
  server.on("connection", (socket) => {
    sockets.add(socket);
    socket.once("close", () => sockets.delete(socket));
  });
  return () => close(server, sockets);
}

function close(server: Server, sockets: ReadonlySet<Socket>): Promise<void> {
  for (const socket of sockets) socket.destroy();
  return new Promise((resolve) => server.close(() => resolve()));
}
