import { readFileSync } from "node:fs";

const ROOT = new URL("../../", import.meta.url);

/** Scripts that packages publish for browsers, and a picture: what the pages of such clients load. */
const PARTS: readonly [type: "script" | "image", file: string][] = [
  ["script", "node_modules/jquery/dist/jquery.js"],
  ["script", "node_modules/@microsoft/signalr/dist/browser/signalr.js"],
  ["script", "node_modules/@microsoft/signalr-protocol-msgpack/dist/browser/signalr-protocol-msgpack.js"],
  ["script", "node_modules/socket.io-client/dist/socket.io.js"],
  ["script", "node_modules/engine.io-client/dist/engine.io.js"],
  ["script", "node_modules/socket.io-client-2/dist/socket.io.js"],
  ["script", "node_modules/signalr/jquery.signalR.js"],
  ["image", "docs/panel.png"],
];

/**
 * The other requests of one page load, in the fields in which Chromium saves them, bodies included. Made by the bench, of
 * files as they are published: 1.2 MB, half of what a page weighs on the web.
 */
export function pageLoad(host: string, pageref: string, at: number): object[] {
  return PARTS.map(([type, file], nth) => {
    const bytes = readFileSync(new URL(file, ROOT));
    const url = `https://${host}/assets/${nth}${type === "image" ? ".png" : ".js"}`;
    const isText = type === "script";
    return {
      _initiator: { type: "parser", url: `https://${host}/`, lineNumber: nth + 10 },
      _priority: isText ? "High" : "Low",
      _resourceType: type,
      cache: {},
      connection: "443",
      pageref,
      request: { ...MESSAGE, method: "GET", url, headers: named(ASKED), queryString: [], bodySize: 0 },
      response: {
        ...MESSAGE,
        status: 200,
        statusText: "OK",
        headers: named(ANSWERED),
        content: {
          size: bytes.length,
          mimeType: isText ? "text/javascript" : "image/png",
          text: bytes.toString(isText ? "utf8" : "base64"),
          ...(isText ? {} : { encoding: "base64" }),
        },
        redirectURL: "",
        bodySize: bytes.length,
        _transferSize: bytes.length,
        _error: null,
      },
      serverIPAddress: "127.0.0.1",
      startedDateTime: new Date(at + nth).toISOString(),
      time: 12.5,
      timings: { blocked: 1, dns: -1, ssl: -1, connect: -1, send: 0.1, wait: 8, receive: 3.4, _blocked_queueing: 0.9 },
    };
  });
}

const MESSAGE = { httpVersion: "h2", cookies: [], headersSize: -1 };

const ASKED =
  "accept accept-encoding accept-language cache-control pragma referer sec-ch-ua sec-ch-ua-mobile sec-ch-ua-platform sec-fetch-dest sec-fetch-mode sec-fetch-site user-agent";
const ANSWERED = "accept-ranges cache-control content-length content-type date etag last-modified server vary";

function named(names: string) {
  return names.split(" ").map((name) => ({ name, value: `as a browser or server says it of ${name}` }));
}
