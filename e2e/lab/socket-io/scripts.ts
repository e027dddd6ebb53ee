/** Page scripts for the official Socket.IO clients. */

/** Connects, says what the client reports, and stops it after as many failed attempts. */
export function tryToConnect(url: string, options: object, attempts = 2): string {
  return `
const socket = io(${JSON.stringify(url)}, ${JSON.stringify({ reconnectionDelay: 100, ...options })});
let failures = 0;
socket.on("connect", () => say("Connected"));
socket.on("disconnect", (reason) => say("Disconnected: " + reason));
socket.on("connect_error", (error) => {
  say("The client reports: " + error.message);
  failures += 1;
  if (failures < ${attempts}) return;
  socket.close();
  done("Stopped after " + failures + " failed attempt(s)");
});`;
}

/** Sends three notes, waits for their acknowledgements and, if asked, for the WebSocket, and closes. */
export function talk(url: string, options: object, waitsForWebSocket: boolean): string {
  return `
const socket = io(${JSON.stringify(url)}, ${JSON.stringify(options)});
const ask = (text) => new Promise((resolve) => socket.emit("note", text, resolve));
const pause = (milliseconds) => new Promise((resolve) => setTimeout(resolve, milliseconds));
socket.on("connect_error", (error) => done("The client reports: " + error.message));
socket.on("connect", async () => {
  const engine = socket.io.engine;
  say("Connected over " + engine.transport.name);
  if (${waitsForWebSocket} && engine.transport.name !== "websocket") {
    await new Promise((resolve) => engine.once("upgrade", resolve));
    say("Upgraded to " + engine.transport.name);
  }
  for (const text of ["one", "two", "three"]) say("Answered: " + (await ask(text)));
  socket.close();
  await pause(300);
  done("Closed");
});`;
}

/** For Node.js: connects once and leaves, or prints the error, with what lies below it, as people do. */
export function connectInNode(url: string, options: object = {}): string {
  return `
import { io } from "socket.io-client";
const socket = io(${JSON.stringify(url)}, ${JSON.stringify({ reconnection: false, ...options })});
socket.on("connect", () => socket.close());
socket.on("connect_error", (error) => {
  console.log("connect_error due to " + error.message);
  console.log(error.description, error.context?.statusText ?? "");
});`;
}
