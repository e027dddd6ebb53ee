/**
 * Stands in for the edge of Azure Web PubSub, which runs only in Azure. It checks tokens of the real service SDK, asks the
 * real middleware of an application, and talks with the real client. What the real edge writes into the body of a refusal of
 * its own is not known here, so these bodies are empty; nor are the close codes other than 1000 and 1008.
 */
import { randomUUID } from "node:crypto";
import { createServer, type IncomingMessage, type Server, type ServerResponse } from "node:http";
import type { Duplex } from "node:stream";
import { WebPubSubServiceClient } from "@azure/web-pubsub";
import { type WebSocket, WebSocketServer } from "ws";
import type { Closing } from "../gateway.js";
import { listen } from "../lab.js";
import type { Lab } from "../scenario.js";
import { type Admission, askToConnect, claimsOf, hubNameIn, refuse } from "./admission.js";
import { Hub, type HubRules } from "./hub.js";
import { speakMqtt } from "./mqtt.js";
import { ServiceLog } from "./service-log.js";
import type { Claims } from "./token.js";
import { type EventHandler, Upstream } from "./upstream.js";

export const STAND_IN =
  "The lab's own edge stands in for Azure's; the service SDK, the middleware and the client are the real ones.";

const KEY = keyFrom("loopback only, never a real access key");
const SUBPROTOCOLS = ["json.reliable", "json", "protobuf.reliable", "protobuf"].map(
  (name) => `${name}.webpubsub.azure.v1`,
);
const LARGEST_FRAME = 1024 * 1024;

export interface Edge {
  /** "http://127.0.0.1:PORT" */
  origin: string;
  /** The HTTP server, for what else the service answers. */
  server: Server;
  /** The service SDK's client, as an application's server uses it to make tokens and to call the REST API. */
  service(hub: string): WebPubSubServiceClient;
  hub(name: string): Hub;
  /** Somebody makes new keys in the portal: what was signed with the old ones is worth nothing. */
  rotateKeys(): void;
  /** Abuse protection of the event handler, as when the settings are saved; false where the handler is not taken. */
  validate(): Promise<boolean>;
  log: ServiceLog;
}

/** How the edge differs from one where all is well. */
export interface EdgeSetup extends HubRules {
  /** As where the application's handler of `connect` answers without a subprotocol. */
  choosesNoSubprotocol?: true;
  /** Closes each socket so, or just the first ones; 1006 stands for cutting it off. */
  closes?: Closing & { count?: number };
  /** A second name of the service, which the event handler has to allow, too. */
  customDomain?: string;
  /** What the hub's settings say. */
  eventHandler?: EventHandler;
  /** How many connections the tier allows. */
  connectionLimit?: number;
  /** Network access control lets nobody in from here. */
  isClosedToNetwork?: true;
  /** The first handshakes are refused so, as when a node of the service goes. */
  faults?: { status: number; count: number };
  upstreamTimeoutMs?: number;
}

export async function serveEdge(lab: Lab, setup: EdgeSetup = {}): Promise<Edge> {
  const hubs = new Map<string, Hub>();
  const log = new ServiceLog();
  const server = createServer((request, response) => callRest(request, response, hub));
  const origin = await listen(lab, server);
  let key = KEY;
  let faults = setup.faults?.count ?? 0;
  let closings = setup.closes?.count ?? Number.POSITIVE_INFINITY;
  const { eventHandler: handler = null, upstreamTimeoutMs: timeoutMs = 5000 } = setup;
  const origins = [new URL(origin).host, ...(setup.customDomain ? [setup.customDomain] : [])];
  const upstream = new Upstream({ handler, origins, key, log, timeoutMs });
  const chosen = new WeakMap<IncomingMessage, string>();
  const sockets = new WebSocketServer({
    noServer: true,
    maxPayload: LARGEST_FRAME,
    handleProtocols: (offered, request) =>
      !setup.choosesNoSubprotocol && (chosen.get(request) ?? chooseSubprotocol(offered)),
  });

  function hub(name: string): Hub {
    const known = hubs.get(name) ?? new Hub(name, setup, upstream, log);
    hubs.set(name, known);
    return known;
  }

  async function admit(request: IncomingMessage, url: URL): Promise<Admission> {
    if (setup.isClosedToNetwork) return { status: 403 };
    if (faults-- > 0) return { status: setup.faults?.status ?? 503 };
    const name = hubNameIn(url);
    if (name === null) return { status: 404 };
    if (!/^[A-Za-z][\w.,~`-]{0,127}$/.test(name)) return { status: 400 };
    const claims = claimsOf(url, `http://${request.headers.host}${url.pathname}`, key, log);
    if (!claims) return { status: 401 };
    if (hub(name).size >= (setup.connectionLimit ?? 1000)) {
      log.write({
        eventName: "ConnectionAborted",
        level: "Warning",
        message: "Connection count reaches limit.",
        hub: name,
      });
      return { status: 429 };
    }
    const connectionId = randomUUID();
    const isNotAsked = url.searchParams.has("awps_connection_id") || isForMqtt(url);
    if (isNotAsked || !upstream.handles("connect", "sys")) return { claims, connectionId };
    return askToConnect(upstream, { hub: name, connectionId, userId: claims.sub, subprotocol: null }, request, claims);
  }

  async function answer(request: IncomingMessage, socket: Duplex, head: Buffer): Promise<void> {
    const url = new URL(request.url ?? "/", origin);
    const admission = await admit(request, url);
    const status = "status" in admission ? admission.status : 101;
    const asked = { method: "GET", url: url.pathname, status };
    log.write({
      eventName: "RequestProcessed",
      category: "HttpRequestLogs",
      message: "Request processed.",
      request: asked,
    });
    if ("status" in admission) return refuse(socket, admission);
    if (admission.subprotocol) chosen.set(request, admission.subprotocol);
    sockets.handleUpgrade(request, socket, head, (client) => {
      if (isForMqtt(url)) speakMqtt(client, upstream, hubNameIn(url) ?? "", admission.claims);
      else welcome(hub(hubNameIn(url) ?? ""), client, url, admission);
      if (setup.closes && closings-- > 0) close(client, setup.closes);
    });
  }

  server.on("upgrade", (request: IncomingMessage, socket: Duplex, head: Buffer) => {
    socket.on("error", () => socket.destroy());
    // The Socket.IO server that listens there answers it.
    if (request.url?.startsWith("/clients/socketio/")) return;
    answer(request, socket, head).catch((error: unknown) => socket.destroy(error as Error));
  });

  return {
    origin,
    server,
    log,
    hub,
    validate: () => upstream.validate(),
    rotateKeys: () => {
      key = keyFrom("the second of two keys, no real one either");
    },
    service: (name) =>
      new WebPubSubServiceClient(`Endpoint=${origin};AccessKey=${key};Version=1.0;`, name, {
        allowInsecureConnection: true,
      }),
  };
}

function isForMqtt({ pathname }: URL): boolean {
  return pathname.startsWith("/clients/mqtt/");
}

function close(client: WebSocket, { afterMs, code, reason }: Closing): void {
  setTimeout(() => (code === 1006 ? client.terminate() : client.close(code, reason)), afterMs);
}

function keyFrom(words: string): string {
  return Buffer.from(words).toString("base64");
}

function welcome(
  hub: Hub,
  client: WebSocket,
  url: URL,
  { claims, connectionId }: Extract<Admission, { claims: Claims }>,
): void {
  const resumed = url.searchParams.get("awps_connection_id");
  if (resumed === null) hub.join(client, claims, connectionId);
  else if (!hub.resume(client, resumed, url.searchParams.get("awps_reconnection_token") ?? "")) client.close(1008);
}

/** Of the REST API just the closing of a connection. */
function callRest({ method, url = "/" }: IncomingMessage, response: ServerResponse, hub: (name: string) => Hub): void {
  const { pathname, searchParams } = new URL(url, "http://service");
  const [, name = "", connectionId] = /^\/api\/hubs\/([^/]+)\/connections\/([^/]+)$/.exec(pathname) ?? [];
  if (method !== "DELETE" || !connectionId) return void response.writeHead(404).end();
  const isThere = hub(name).closeConnection(connectionId, searchParams.get("reason") ?? "");
  response.writeHead(isThere ? 204 : 404).end();
}

function chooseSubprotocol(offered: Set<string>): string | false {
  if (offered.has("mqtt")) return "mqtt";
  return SUBPROTOCOLS.find((name) => offered.has(name)) ?? false;
}
