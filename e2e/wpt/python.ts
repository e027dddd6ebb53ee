import type { IncomingMessage, ServerResponse } from "node:http";
import { text } from "node:stream/consumers";
import { putValue, takeValue } from "./stash.js";

/** What the suite's own server runs Python for, as far as these tests ask for it. True when it answered. */
export async function answerAsPython(url: URL, request: IncomingMessage, response: ServerResponse): Promise<boolean> {
  const { pathname, search, searchParams } = url;
  const key = `fetch ${searchParams.get("key")}`;
  switch (pathname) {
    case "/websockets/cookies/support/set-cookie.py":
      response
        .writeHead(200, { "content-type": "text/plain", "set-cookie": decodeURIComponent(search.slice(1)) })
        .end();
      return true;
    case "/websockets/security/check.py":
      response.end(request.headers["sec-websocket-key"] === undefined ? "PASS" : "FAIL");
      return true;
    case "/fetch/api/resources/stash-put.py":
      putValue(key, searchParams.get("value"));
      response.writeHead(200, { "content-type": "text/plain", "access-control-allow-origin": "*" }).end();
      return true;
    case "/fetch/api/resources/stash-take.py":
      response.writeHead(200, { "content-type": "application/json", "access-control-allow-origin": "*" });
      response.end(JSON.stringify(takeValue(key)));
      return true;
    case "/common/dispatcher/dispatcher.py":
      await dispatch(searchParams.get("uuid") ?? "", request, response);
      return true;
    default:
      return false;
  }
}

const queues = new Map<string, string[]>();

/** Windows that cannot see each other leave each other messages here. */
async function dispatch(uuid: string, request: IncomingMessage, response: ServerResponse): Promise<void> {
  response.writeHead(200, {
    "access-control-allow-credentials": "true",
    "access-control-allow-methods": "OPTIONS, GET, POST",
    "access-control-allow-headers": "Content-Type",
    "access-control-allow-origin": request.headers.origin ?? "*",
    "cache-control": "no-cache, no-store, must-revalidate",
  });
  const queue = queues.get(uuid) ?? [];
  queues.set(uuid, queue);
  if (request.method === "POST") queue.push(await text(request));
  if (request.method === "OPTIONS") response.end();
  else response.end(request.method === "POST" ? "done" : (queue.shift() ?? "not ready"));
}
