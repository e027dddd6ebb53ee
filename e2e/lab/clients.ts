/** The official clients' browser bundles, as a page loads them. */
import { readFile } from "node:fs/promises";
import { createRequire } from "node:module";
import { dirname, join } from "node:path";
import { build } from "vite";

/**
 * Globals on the page: `signalR` (all its versions, and `signalR.protocols.msgpack` beside it), `jQuery` (and
 * `jQuery.hubConnection` of SignalR 2.x), `io` (all Socket.IO clients), `eio` (the bare Engine.IO client), `webPubSubClient`, `mqtt`.
 */
export type ClientName = keyof typeof BUNDLES | "web-pubsub";

const require = createRequire(import.meta.url);
const BUNDLES = {
  signalr: { of: require.resolve("@microsoft/signalr/package.json"), file: "dist/browser/signalr.min.js" },
  "signalr-messagepack": {
    of: require.resolve("@microsoft/signalr-protocol-msgpack/package.json"),
    file: "dist/browser/signalr-protocol-msgpack.min.js",
  },
  "signalr-5": { of: require.resolve("microsoft-signalr-5/package.json"), file: "dist/browser/signalr.min.js" },
  "signalr-1": { of: require.resolve("@aspnet/signalr/package.json"), file: "dist/browser/signalr.min.js" },
  jquery: { of: require.resolve("jquery/package.json"), file: "dist/jquery.min.js" },
  "signalr-classic": { of: require.resolve("signalr/package.json"), file: "jquery.signalR.min.js" },
  "socket.io": { of: require.resolve("socket.io-client/package.json"), file: "dist/socket.io.min.js" },
  "socket.io-msgpack": { of: require.resolve("socket.io-client/package.json"), file: "dist/socket.io.msgpack.min.js" },
  "engine.io": { of: require.resolve("engine.io-client/package.json"), file: "dist/engine.io.min.js" },
  mqtt: { of: require.resolve("mqtt/package.json"), file: "dist/mqtt.min.js" },
  "socket.io-2": { of: require.resolve("socket.io-client-2/package.json"), file: "dist/socket.io.js" },
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
  const { of, file } = BUNDLES[name];
  return readFile(join(dirname(of), file), "utf8");
}

/** This client ships no file that a script element could load. */
async function bundleWebPubSub(): Promise<string> {
  const entry = join(dirname(require.resolve("@azure/web-pubsub-client/package.json")), "dist/browser/index.js");
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
