/**
 * Stands in for the edge of Azure SignalR Service, which cannot be had on one machine: the application's negotiate sends
 * the client on to it, it negotiates, and speaks with the client in a real hub's place or hands everything on to one.
 */
import { randomBytes } from "node:crypto";
import { createServer, type IncomingMessage, type ServerResponse } from "node:http";
import { WebSocket, WebSocketServer } from "ws";
import { startHub } from "../dotnet.js";
import { listen } from "../lab.js";
import { servePage } from "../page.js";
import type { Lab } from "../scenario.js";
import { issueToken, newIssuer } from "./token.js";

export interface Edge {
  /** What negotiate is refused with; left out where the service lets the client in. */
  refusal?: { status: number; headers: Record<string, string>; body: string };
  /** What the service says to the hub protocol's handshake in place of the hub. */
  handshakeError?: string;
  /** A query of the client's own, which the application hands on to the service. */
  query?: string;
  /** The application only negotiates, as one of Azure Functions does: it has no hub of its own. */
  hasNoHub?: true;
}

/** How long the service keeps an id that nobody has used. */
const ID_KEPT_MS = 5_000;

/** The page, its application and the service, three origins as in the cloud. */
export async function behindService(lab: Lab, script: string, edge: Edge): Promise<{ page: string }> {
  const hub = lab.mount();
  const page = await servePage(lab, { script: `const hub = location.hash.slice(1);\n${script}`, scripts: ["signalr"] });
  const [origins] = await startHub(lab, [{ hub }]);
  if (!origins) throw new Error("The SignalR server named no port");
  const service = await serveEdge(lab, edge, origins.http + hub);
  const origin = new URL(page).origin;
  const url = `${service}/client/?hub=talk&asrs.op=${encodeURIComponent(hub)}&asrs_request_id=${randomBytes(8).toString("hex")}${edge.query ? `&${edge.query}` : ""}`;
  const accessToken = issueToken(3_600, { ...newIssuer(), audience: `${service}/client/?hub=talk` });
  const body = JSON.stringify({ negotiateVersion: 0, url, accessToken, availableTransports: [] });
  const headers = { "content-type": "application/json", ...allowing(origin) };
  const [app] = await startHub(lab, [
    {
      hub: edge.hasNoHub ? lab.mount() : hub,
      cors: { origins: [origin], credentials: true },
      answers: [{ status: 200, headers, body, path: `${hub}/negotiate`, method: "POST" }],
    },
  ]);
  return { page: `${page}#${app?.http}${hub}${edge.query ? `?${edge.query}` : ""}` };
}

async function serveEdge(lab: Lab, edge: Edge, hub: string): Promise<string> {
  const given = new Map<string, number>();
  const server = createServer((request, response) => negotiate(request, response, edge, given));
  const sockets = new WebSocketServer({
    server,
    verifyClient: ({ req }, answer) => answer(Date.now() - (given.get(idIn(req)) ?? 0) <= ID_KEPT_MS, 404),
  });
  sockets.on("connection", (client) => {
    if (edge.handshakeError) refuse(client, edge.handshakeError);
    else handOn(client, hub);
  });
  return listen(lab, server);
}

function negotiate(
  request: IncomingMessage,
  response: ServerResponse,
  { refusal }: Edge,
  given: Map<string, number>,
): void {
  const headers = allowing(request.headers.origin ?? "");
  if (request.method === "OPTIONS") response.writeHead(204, headers).end();
  else if (refusal) response.writeHead(refusal.status, { ...headers, ...refusal.headers }).end(refusal.body);
  else if (queryOf(request).getAll("hub").length > 1) response.writeHead(400, headers).end();
  else {
    const connectionToken = randomBytes(16).toString("base64url");
    given.set(connectionToken, Date.now());
    response
      .writeHead(200, { ...headers, "content-type": "application/json" })
      .end(JSON.stringify(negotiation(connectionToken)));
  }
}

function idIn(request: IncomingMessage): string {
  return queryOf(request).get("id") ?? "";
}

function queryOf({ url = "/" }: IncomingMessage): URLSearchParams {
  return new URL(url, "http://service").searchParams;
}

function allowing(origin: string): Record<string, string> {
  return {
    "access-control-allow-origin": origin,
    "access-control-allow-credentials": "true",
    "access-control-allow-headers": "authorization,x-requested-with,x-signalr-user-agent",
    "access-control-allow-methods": "POST",
  };
}

function negotiation(connectionToken: string): object {
  return {
    negotiateVersion: 1,
    connectionId: randomBytes(16).toString("base64url"),
    connectionToken,
    availableTransports: [{ transport: "WebSockets", transferFormats: ["Text", "Binary"] }],
  };
}

function refuse(client: WebSocket, error: string): void {
  client.once("message", () => {
    client.send(`${JSON.stringify({ error })}\u001e`);
    client.close();
  });
}

function handOn(client: WebSocket, hub: string): void {
  const upstream = new WebSocket(hub.replace(/^http/, "ws"));
  const early: WebSocket.RawData[] = [];
  client.on("message", (data) =>
    upstream.readyState === WebSocket.OPEN ? upstream.send(`${data}`) : early.push(data),
  );
  upstream.on("open", () => {
    for (const data of early) upstream.send(`${data}`);
  });
  upstream.on("message", (data) => client.send(`${data}`));
  upstream.on("error", () => client.terminate());
  upstream.on("close", () => client.close());
  client.on("close", () => upstream.close());
}
