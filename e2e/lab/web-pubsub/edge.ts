/**
 * Stands in for the edge of Azure Web PubSub, which runs only in Azure. It checks tokens of the real service SDK and
 * talks both JSON subprotocols with the real client. What the real edge writes into the body of a refusal is not
 * known here, so the bodies are empty.
 */
import { createServer, type IncomingMessage } from "node:http";
import type { Duplex } from "node:stream";
import { WebPubSubServiceClient } from "@azure/web-pubsub";
import { WebSocketServer } from "ws";
import type { Closing } from "../gateway.js";
import { listen } from "../lab.js";
import type { Lab } from "../scenario.js";
import { Hub } from "./hub.js";
import { type Claims, verify } from "./token.js";

const KEY = Buffer.from("loopback only, never a real access key").toString("base64");
const SUBPROTOCOLS = ["json.reliable.webpubsub.azure.v1", "json.webpubsub.azure.v1"];

export interface Edge {
  /** The service SDK's client, as an application's server uses it to make tokens. */
  service(hub: string): WebPubSubServiceClient;
}

/** How the edge differs from one where all is well. */
export interface EdgeSetup {
  /** As where the application's handler of `connect` answers without a subprotocol. */
  choosesNoSubprotocol?: true;
  closes?: Closing;
}

export async function serveEdge(lab: Lab, setup: EdgeSetup = {}): Promise<Edge> {
  const hubs = new Map<string, Hub>();
  const handleProtocols = setup.choosesNoSubprotocol ? () => false as const : chooseSubprotocol;
  const server = createServer((_, response) => response.writeHead(404).end());
  const sockets = new WebSocketServer({ noServer: true, handleProtocols });
  const origin = await listen(lab, server);

  server.on("upgrade", (request: IncomingMessage, socket: Duplex, head: Buffer) => {
    const url = new URL(request.url ?? "/", origin);
    const asked = /^\/client\/hubs\/([^/]+)$/.exec(url.pathname)?.[1];
    if (!asked) return refuse(socket, "404 Not Found");
    const name = /^[A-Za-z][\w.,~`-]{0,127}$/.exec(asked)?.[0];
    if (!name) return refuse(socket, "400 Bad Request");
    const claims = admit(url);
    if (!claims) return refuse(socket, "401 Unauthorized");
    sockets.handleUpgrade(request, socket, head, (client) => {
      const hub = hubs.get(name) ?? new Hub();
      hubs.set(name, hub);
      hub.join(client, claims);
      const { closes } = setup;
      if (closes) setTimeout(() => client.close(closes.code, closes.reason), closes.afterMs);
    });
  });

  return {
    service: (hub) => new WebPubSubServiceClient(`Endpoint=${origin};AccessKey=${KEY};Version=1.0;`, hub),
  };
}

/** Null for a token that is missing, wrongly signed, expired, or made for another hub. */
function admit(url: URL): Claims | null {
  const claims = verify(url.searchParams.get("access_token") ?? "", KEY);
  if (!claims || claims.exp * 1000 <= Date.now() || claims.aud !== `${url.origin}${url.pathname}`) return null;
  return claims;
}

function chooseSubprotocol(offered: Set<string>): string | false {
  return SUBPROTOCOLS.find((name) => offered.has(name)) ?? false;
}

function refuse(socket: Duplex, status: string): void {
  socket.end(`HTTP/1.1 ${status}\r\nContent-Length: 0\r\nConnection: close\r\n\r\n`);
}
