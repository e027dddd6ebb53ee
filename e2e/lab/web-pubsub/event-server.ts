/** The application's side: the real middleware of @azure/web-pubsub-express behind a plain HTTP server. */
import { createServer, type IncomingMessage, type RequestListener } from "node:http";
import { WebPubSubEventHandler, type WebPubSubEventHandlerOptions } from "@azure/web-pubsub-express";
import { listen } from "../lab.js";
import type { Lab } from "../scenario.js";

/** Returns the address of the event handler. */
export async function serveEvents(lab: Lab, hub: string, options: WebPubSubEventHandlerOptions = {}): Promise<string> {
  const path = lab.mount();
  const handle = new WebPubSubEventHandler(hub, { ...options, path }).getMiddleware();
  const server = createServer((request, response) => {
    const { pathname } = new URL(request.url ?? "/", "http://application");
    // The middleware asks Express for no more than these two.
    const asked = Object.assign(request, { baseUrl: "", path: pathname }) as IncomingMessage as Parameters<
      typeof handle
    >[0];
    handle(asked, response as Parameters<typeof handle>[1], (error?: unknown) => {
      response.writeHead(error ? 500 : 404).end();
    });
  });
  return `${await listen(lab, server)}${path}`;
}

/** Something else than the middleware stands at the handler's address. Returns that address. */
export async function serveInstead(lab: Lab, listener: RequestListener): Promise<string> {
  return `${await listen(lab, createServer(listener))}${lab.mount()}`;
}
