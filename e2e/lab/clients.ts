/** The official clients' browser bundles, as a page loads them. */
import { readFile } from "node:fs/promises";
import { createRequire } from "node:module";
import { dirname, join } from "node:path";
import { build } from "vite";

/**
 * Globals on the page: `signalR` (all its versions, and `signalR.protocols.msgpack` beside it), `jQuery` (and
 * `jQuery.hubConnection` of SignalR 2.x), `io` (all Socket.IO clients), `eio` (the bare Engine.IO client), `webPubSubClient`.
 */
export type ClientName = keyof typeof BUNDLES | "web-pubsub";

const require = createRequire(import.meta.url);
const BUNDLES = {
  signalr: { from: "@microsoft/signalr", file: "dist/browser/signalr.min.js" },
  "signalr-messagepack": {
    from: "@microsoft/signalr-protocol-msgpack",
    file: "dist/browser/signalr-protocol-msgpack.min.js",
  },
  "signalr-5": { from: "microsoft-signalr-5", file: "dist/browser/signalr.min.js" },
  "signalr-1": { from: "@aspnet/signalr", file: "dist/browser/signalr.min.js" },
  jquery: { from: "jquery", file: "dist/jquery.min.js" },
  "signalr-classic": { from: "signalr", file: "jquery.signalR.min.js" },
  "socket.io": { from: "socket.io-client", file: "dist/socket.io.min.js" },
  "socket.io-msgpack": { from: "socket.io-client", file: "dist/socket.io.msgpack.min.js" },
  "engine.io": { from: "engine.io-client", file: "dist/engine.io.min.js" },
  "socket.io-2": { from: "socket.io-client-2", file: "dist/socket.io.js" },
};

const cache = new Map<ClientName, Promise<string>>();

export function readClient(name: ClientName): Promise<string> {
  const known = cache.get(name);
  if (known) return known;
  const code = name === "web-pubsub" ? bundleWebPubSub() : readBundle(name);
  cache.set(name, code);
  return code;
}

function readBundle(name: keyof typeof BUNDLES): Promise<string> {
  const { from, file } = BUNDLES[name];
  return readFile(locate(from, file), "utf8");
}

function locate(from: string, file: string): string {
  return join(dirname(require.resolve(`${from}/package.json`)), file);
}

/** This client ships no file that a script element could load. */
async function bundleWebPubSub(): Promise<string> {
  const entry = locate("@azure/web-pubsub-client", "dist/browser/index.js");
  const result = await build({
    configFile: false,
    logLevel: "error",
    define: { "process.env": "{}" },
    build: {
      write: false,
      lib: { entry, formats: ["iife"], name: "webPubSubClient", fileName: "client" },
    },
  });
  const output = [result].flat()[0];
  if (!output || !("output" in output)) throw new Error("Vite gave no bundle for @azure/web-pubsub-client");
  return output.output[0].code;
}
