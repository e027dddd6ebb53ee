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

/** Connects, does something then (an expression that knows `socket`), and closes when the connection has ended so many times. */
export function stay(
  url: string,
  options: object,
  { drops = 1, onConnect = "" }: { drops?: number; onConnect?: string } = {},
): string {
  return `
const socket = io(${JSON.stringify(url)}, ${JSON.stringify({ reconnectionDelay: 100, reconnectionDelayMax: 100, ...options })});
let drops = 0;
socket.on("connect", () => {
  say("Connected");
  ${onConnect};
});
socket.on("connect_error", (error) => say("The client reports: " + error.message));
socket.on("disconnect", (reason) => {
  say("Disconnected: " + reason);
  drops += 1;
  if (drops < ${drops}) return;
  socket.close();
  done("Enough");
});`;
}

/** The same as `tryToConnect` for a version 2 client, to which a namespace's refusal is an "error" and ends nothing. */
export function tryToJoin(namespace: string, options: object): string {
  return `
const socket = io(${JSON.stringify(namespace)}, ${JSON.stringify(options)});
socket.on("error", (error) => {
  socket.close();
  done("The client reports: " + error);
});`;
}

/** The page's WebSockets send no probe of an upgrade, as behind a proxy that lets the upgrade pass and no message. */
export const SWALLOWS_PROBES = `
const send = WebSocket.prototype.send;
WebSocket.prototype.send = function (data) { if (data !== "2probe") send.call(this, data); };`;

/** Talks over polling, and goes on after the upgrade to a WebSocket has failed. */
export function talkUntilUpgradeFails(path: string): string {
  return `
const socket = io({ path: ${JSON.stringify(path)} });
socket.io.on("open", () => {
  socket.io.engine.on("upgradeError", async (error) => {
    say("The client reports: " + error.message);
    say("Still answered: " + (await socket.emitWithAck("note", "one")));
    socket.close();
    setTimeout(() => done("Closed"), 300);
  });
});`;
}

/** Loses its transport, as by a network that went away, comes back by itself and closes once it is connected again. */
export function comesBack(path: string): string {
  return `
const socket = io({ path: ${JSON.stringify(path)}, transports: ["websocket"], reconnectionDelay: 300, reconnectionDelayMax: 300 });
let connections = 0;
socket.on("disconnect", (reason) => say("Disconnected: " + reason));
socket.on("connect", async () => {
  connections += 1;
  say("Connected, recovered: " + socket.recovered + ", answered: " + (await socket.emitWithAck("note", "one")));
  if (connections === 1) return socket.io.engine.close();
  socket.close();
  setTimeout(() => done("Closed"), 200);
});`;
}

/** For Node.js: connects once and leaves, or prints the error, with what lies below it, as people do. */
export function connectInNode(url: string, options: object): string {
  return `
import { io } from "socket.io-client";
const socket = io(${JSON.stringify(url)}, ${JSON.stringify({ reconnection: false, ...options })});
socket.on("connect", () => socket.close());
socket.on("connect_error", (error) => {
  console.log("connect_error due to " + error.message);
  console.log(error.description, error.context?.statusText ?? "");
});`;
}

/** A bare client of Engine.IO opens a session over a WebSocket, and joins no namespace of Socket.IO's. */
export function openOnly(path: string): string {
  return `
const socket = eio({ path: ${JSON.stringify(path)}, transports: ["websocket"] });
socket.on("open", () => say("Open"));
socket.on("close", (reason) => done("Closed: " + reason));`;
}
