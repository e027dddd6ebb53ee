/** A Socket.IO server whose event loop can be made to stand still, so it has a thread of its own. */
import { createRequire } from "node:module";
import { Worker } from "node:worker_threads";
import { newPort } from "../ports.js";
import type { Lab } from "../scenario.js";

const THREAD = `
const { parentPort, workerData } = require("node:worker_threads");
const http = require("node:http").createServer();
const { Server } = require(workerData.socketIo);
const io = new Server(http, workerData.options);
const stall = (ms) => Atomics.wait(new Int32Array(new SharedArrayBuffer(4)), 0, 0, ms);
io.on("connection", (socket) => {
  socket.on("note", (text, reply) => reply(text));
  socket.on("stall", stall);
});
http.listen(workerData.port, "127.0.0.1", () => parentPort.postMessage(workerData.port));`;

/** Returns its origin. A client that emits "stall" makes it stand still for so many milliseconds. */
export async function serveStalling(lab: Lab, options: object): Promise<string> {
  const socketIo = createRequire(import.meta.url).resolve("socket.io");
  const thread = new Worker(THREAD, {
    eval: true,
    workerData: { socketIo, port: await newPort(), options: { serveClient: false, ...options } },
  });
  lab.onStop(() => thread.terminate().then(() => undefined));
  const port = await new Promise<number>((resolve, reject) => thread.once("message", resolve).once("error", reject));
  return `http://127.0.0.1:${port}`;
}
