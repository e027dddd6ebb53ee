import { createServer } from "node:http";
import type { AddressInfo } from "node:net";
import { type WebSocket as Peer, WebSocketServer } from "ws";
import { sleep } from "../browser/wait.js";

/** One kind of traffic. */
export interface Load {
  direction: "in" | "out";
  bytes: number;
  isBinary: boolean;
  frames: number;
  /** No more than the tap may tell of: beyond it, frames are dropped and counted, which is another question. */
  perSecond: number;
}

const SLICE_MS = 20;

/** A page without a script of its own, and a server that sends it what the address of a socket asks for. */
export async function serveLoad(): Promise<{ origin: string; stop(): void }> {
  const server = createServer((_, response) => {
    response.writeHead(200, { "content-type": "text/html" }).end("<!DOCTYPE html><title>Load</title>");
  });
  new WebSocketServer({ server }).on("connection", (socket, { url = "/" }) => {
    const { searchParams } = new URL(url, "http://x");
    if (searchParams.has("load")) void send(socket, JSON.parse(searchParams.get("load") ?? "{}") as Load);
  });
  await new Promise<void>((resolve) => server.listen(0, "127.0.0.1", resolve));
  const stop = () => {
    server.close();
    server.closeAllConnections();
  };
  return { origin: `http://127.0.0.1:${(server.address() as AddressInfo).port}`, stop };
}

async function send(socket: Peer, { bytes, isBinary, frames, perSecond }: Load): Promise<void> {
  const payload = isBinary ? Buffer.alloc(bytes, 7) : "x".repeat(bytes);
  const slice = Math.max(1, Math.floor((perSecond * SLICE_MS) / 1000));
  for (let sent = 0; sent < frames && socket.readyState === socket.OPEN; ) {
    for (const end = Math.min(frames, sent + slice); sent < end; sent += 1) socket.send(payload);
    await sleep(SLICE_MS);
  }
}

/** Runs in the page: begins to take or to send all frames, which lasts longer than any one question to a page may; then `isDone`. */
export function takeLoad({ load, hasSecondListener }: { load: Load; hasSecondListener: boolean }): void {
  const { direction, bytes, isBinary, frames, perSecond } = load;
  const asked = direction === "in" ? `?load=${encodeURIComponent(JSON.stringify(load))}` : "";
  const socket = new WebSocket(`${location.origin.replace("http", "ws")}/socket${asked}`);
  socket.binaryType = "arraybuffer";
  if (hasSecondListener) socket.addEventListener("message", ({ data }) => void data);
  let count = 0;
  const done = () => document.documentElement.setAttribute("data-load", "done");
  socket.onmessage = () => {
    count += 1;
    if (count === frames) done();
  };
  if (direction === "in") return;
  const payload = isBinary ? new Uint8Array(bytes) : "x".repeat(bytes);
  const slice = Math.max(1, Math.floor((perSecond * 20) / 1000));
  const next = () => {
    for (const end = Math.min(frames, count + slice); count < end; count += 1) socket.send(payload);
    if (count < frames) setTimeout(next, 20);
    else done();
  };
  socket.onopen = next;
}

/** Runs in the page: the last frame has gone through. */
export function isDone(): boolean {
  return document.documentElement.getAttribute("data-load") === "done";
}
