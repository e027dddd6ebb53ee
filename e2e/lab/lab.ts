/**
 * Where scenarios start their servers. Pages come from page.ts, load balancers and proxies from round-robin.ts,
 * Socket.IO servers from socket-io/server.ts.
 */

import type { RequestListener } from "node:http";
import { createServer as createSecureServer, type Server as SecureServer } from "node:https";
import type { Server, Socket } from "node:net";
import { seeded } from "../../src/core/testing/seeded.js";
import { type Certificate, trustedCertificate } from "./certificate.js";
import { listenAnew, newPort } from "./ports.js";
import { pathIn } from "./replayed-hub.js";
import type { Lab } from "./scenario.js";

const SEGMENT_LENGTH = 5;

/** With a seed, a run's paths can be had again. With a capture, its server is a replay, and so the paths are those of then. */
export function createLab(seed: number = Date.now(), capture: URL | null = null): Lab {
  const random = seeded(seed);
  const used = new Set<string>();
  const stops: Array<() => Promise<void> | void> = [];

  function mount(): string {
    if (capture) return pathIn(capture);
    const segment = Array.from({ length: SEGMENT_LENGTH }, () => Math.floor(random() * 36).toString(36)).join("");
    if (used.has(segment)) return mount();
    used.add(segment);
    return `/${segment}`;
  }

  return {
    mount,
    capture,
    onStop: (stop) => void stops.push(stop),
    stop: () => stopAll(stops),
  };
}

/** Listens on a free loopback port and returns the origin, "http://127.0.0.1:PORT". */
export async function listen(lab: Lab, server: Server): Promise<string> {
  const sockets = new Set<Socket>();
  server.on("connection", (socket) => {
    sockets.add(socket);
    socket.once("close", () => sockets.delete(socket));
  });
  const port = await listenAnew(server);
  lab.onStop(() => close(server, sockets));
  return `http://127.0.0.1:${port}`;
}

/** An https server; with no other certificate than its own, the one that the lab's browser takes as good. */
export function secureServer(handler?: RequestListener, certificate: Certificate = trustedCertificate()): SecureServer {
  return createSecureServer({ key: certificate.key, cert: certificate.cert }, handler);
}

/** The same place under another scheme or name: `at(origin, "https:", "app.test")`. */
export function at(origin: string, scheme: "http:" | "https:" | "ws:" | "wss:", name = "127.0.0.1"): string {
  return `${scheme}//${name}:${new URL(origin).port}`;
}

/** An origin where nothing listens: the port was free a moment ago. */
export async function freeOrigin(): Promise<string> {
  return `http://127.0.0.1:${await newPort()}`;
}

/** Upgraded sockets and keep-alive connections would hold the server open for ever. */
async function close(server: Server, sockets: Set<Socket>): Promise<void> {
  for (const socket of sockets) socket.destroy();
  // A Socket.IO server closes its HTTP server itself, which makes this second close report an error: it is closed.
  await new Promise<void>((resolve) => server.close(() => resolve()));
}

/** Last started, first stopped; one that fails does not keep the others alive. */
async function stopAll(stops: Array<() => Promise<void> | void>): Promise<void> {
  const failures: unknown[] = [];
  for (const stop of stops.splice(0).reverse()) {
    try {
      await stop();
    } catch (error) {
      failures.push(error);
    }
  }
  if (failures.length > 0) throw new AggregateError(failures, "The lab could not stop everything it had started");
}
