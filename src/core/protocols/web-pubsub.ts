import {
  type Connection,
  errorAt,
  failedOf,
  lastOf,
  type Outcome,
  sessionOf,
  type Trouble,
  warningAt,
} from "../connection.js";
import { endedByLeaving, failedPreflight, wasDropped } from "../endings.js";
import { bodyText, type Exchange, header, isFailure, isHtml, isSuccess, parseJsonObject } from "../exchange.js";
import { mqttRefusalIn } from "../mqtt.js";
import { subprotocolProblem } from "../subprotocol.js";
import type { FrameEvent } from "../traffic.js";
import { endpointOf } from "../url.js";
import { NOTHING_ANNOUNCED, type Protocol, type Recognition } from "./protocol.js";
import { negotiation, recogniseNegotiate } from "./web-pubsub-negotiate.js";
import { newSession, type WebPubSubSession } from "./web-pubsub-session.js";

export const webPubSub: Protocol = {
  name: "web-pubsub",
  steps: ["preflight", "negotiate", "connect", "handshake", "message"],
  firstStep: "connect",
  newSession,
  recognise,
  assume,
  recogniseFrame: () => null,
  readRequest,
  readResponse: () => NOTHING_ANNOUNCED,
  readFrame,
  judge,
};

const CLIENT_PATH = /\/clients?\/(?:mqtt\/)?hubs\/[^/]+\/?$/;
const SUBPROTOCOL = /\.webpubsub\.azure\.v1\b/;

/** At the service's own host, whatever else is asked of it is meant for it, at a wrong path. */
const SERVICE_HOST = /\.webpubsub\.azure\.(com|us|cn)(:\d+)?$/;

/** Hosts may be custom domains: the path or the subprotocol tells, whatever the host. */
function recognise(exchange: Exchange): Recognition | null {
  if (exchange.channel !== "websocket") return recogniseNegotiate(exchange);
  const { host, path, query } = exchange.address;
  if (SERVICE_HOST.test(host)) return assume(exchange);
  const asked = header(exchange.requestHeaders, "sec-websocket-protocol") ?? "";
  // Azure SignalR Service has the same short form, and so has any application's own "/client?hub=".
  const isOurs = /\.webpubsub\.azure\./.test(host) || (query.has("access_token") && !/\.service\.signalr\./.test(host));
  const shortForm = /\/client\/?$/.test(path) && query.has("hub") && !query.has("id") && isOurs;
  if (!CLIENT_PATH.test(path) && !shortForm && !SUBPROTOCOL.test(asked)) return null;
  return assume(exchange);
}

function assume(exchange: Exchange): Recognition {
  if (exchange.channel !== "websocket") return negotiation(exchange, true);
  return {
    role: "connect",
    endpoint: endpointOf(exchange.address),
    transport: "websocket",
    sessionId: null,
    isSure: true,
  };
}

function readRequest(connection: Connection, exchange: Exchange): void {
  if (exchange.channel !== "websocket") return;
  const session = sessionOf(connection, "web-pubsub");
  session.subprotocol = header(exchange.requestHeaders, "sec-websocket-protocol") ?? null;
  session.isRecovery = exchange.address.query.has("awps_connection_id");
}

function readFrame(connection: Connection, frame: FrameEvent): void {
  const message = parseJsonObject(bodyText(frame.payload));
  const session = sessionOf(connection, "web-pubsub");
  if (frame.direction === "sent") {
    // Without a subprotocol, whatever a client sends is an event.
    const isEvent = session.subprotocol === null || message?.type === "event";
    if (frame.at >= (session.lastSent?.at ?? 0)) session.lastSent = { isEvent, at: frame.at };
    if (message?.type === "sequenceAck") session.acknowledgedId = numberIn(message);
    return;
  }
  if (session.subprotocol?.startsWith("mqtt")) session.mqttRefusal ??= mqttRefusalIn(frame);
  if (message?.type !== "system" && message?.type !== "pong")
    session.answeredAt = Math.max(session.answeredAt ?? 0, frame.at);
  session.sequenceId = latest(session.sequenceId, message);
  if (!session.connected && session.subprotocol?.includes("json") && isNoObject(frame)) session.notJson ??= frame.id;
  if (message?.type === "ack" && message.success === false) readRefusal(session, message, frame);
  if (message?.type !== "system") return;
  if (message.event === "connected") session.connected = true;
  if (message.event === "disconnected") {
    session.disconnected = typeof message.message === "string" ? message.message : "";
  }
}

/** Not even the beginning of one: of long messages no more may be kept. */
function isNoObject({ payload }: FrameEvent): boolean {
  const text = bodyText(payload)?.trimStart() ?? "";
  return text !== "" && !text.startsWith("{");
}

function latest(known: number | null, message: Record<string, unknown> | null): number | null {
  const told = message && numberIn(message);
  return told === null ? known : Math.max(told, known ?? told);
}

function numberIn({ sequenceId }: Record<string, unknown>): number | null {
  return typeof sequenceId === "number" ? sequenceId : null;
}

function readRefusal(session: WebPubSubSession, { error }: Record<string, unknown>, frame: FrameEvent): void {
  const { name, message } = (error ?? {}) as Record<string, unknown>;
  if (typeof name !== "string") return;
  if (name === "Duplicate" || name === "InternalServerError") session.retried[name] ??= frame.id;
  else session.refused ??= { name, message: typeof message === "string" ? message : "", shownBy: frame.id };
}

function judge(connection: Connection): Outcome {
  const session = sessionOf(connection, "web-pubsub");
  const trouble = troubleOn(connection, session);
  if (trouble) return { state: "failed", trouble };
  const socket = lastOf(connection, "connect");
  const negotiate = lastOf(connection, "negotiate");
  if (!socket && negotiate && isSuccess(negotiate)) return { state: "closed" }; // its socket is a connection of its own
  if (socket?.status !== 101) return { state: "connecting" };
  return { state: socket.endedAt === null ? "open" : "closed" };
}

function troubleOn(connection: Connection, session: WebPubSubSession): Trouble | null {
  const preflight = failedPreflight(connection);
  if (preflight) return errorAt("preflight", preflight);
  const negotiate = lastOf(connection, "negotiate");
  if (negotiate && (isFailure(negotiate) || isHtml(negotiate))) return errorAt("negotiate", negotiate);
  const connect = failedOf(connection, "connect");
  if (connect) return errorAt("connect", connect);
  const socket = lastOf(connection, "connect");
  if (socket && !session.connected && subprotocolProblem(socket)) {
    return errorAt("connect", socket);
  }
  if (session.mqttRefusal || session.notJson) return errorAt("handshake", socket);
  if (session.disconnected !== null || (session.connected && wasDropped(connection))) return warningAt("close", socket);
  if (!session.connected && session.subprotocol?.includes("json") && wasCutOff(connection, socket)) {
    return errorAt("handshake", socket);
  }
  if (session.refused || endedOnEvent(connection)) return warningAt("message", socket);
  return null;
}

/** An application that means to close after an event answers it first, or gives a reason. */
const AT_ONCE_MS = 2000;

/** The service closed as if all were well, in answer to an event: nobody took the event, or the application refused it. */
export function endedOnEvent({ session, close }: Connection): boolean {
  if (session.protocol !== "web-pubsub" || !session.lastSent?.isEvent || session.disconnected !== null) return false;
  if (!close || close.by === "page" || close.code !== 1000) return false;
  const isAnswered = session.answeredAt !== null && session.answeredAt > session.lastSent.at;
  return !isAnswered && close.at - session.lastSent.at < AT_ONCE_MS;
}

/** Accepted, and over without the `connected` event that every json client gets first. */
function wasCutOff(connection: Connection, socket: Exchange | null): boolean {
  if (!socket || endedByLeaving(connection, socket) || connection.close?.by === "page") return false;
  return socket.status === 101 && socket.endedAt !== null;
}
