import { transportOf } from "../connection.js";
import { isCrossOrigin, pageOrigin } from "../cors.js";
import { answeredTooLateMs, givenUpAt } from "../endings.js";
import { type Exchange, header, isBlocked, isPending, waitedInVainMs } from "../exchange.js";
import { subprotocolProblem } from "../subprotocol.js";
import { isLabel, originalBytes } from "../token.js";
import { httpScheme, parseUrl, percentDecode, withoutPort } from "../url.js";
import { answeredOf, answererId, brokenOf, define, type Scene } from "./scene.js";

/** The request that broke. */
export const requestFacts = define({
  protocol: { unit: "text", means: "signalr, engine-io or web-pubsub", of: ({ connection }) => connection.protocol },
  "protocol.isGuess": {
    unit: "flag",
    means: "of which protocol it is, the path of the request alone says",
    of: ({ connection }) => connection.isGuess || undefined,
  },
  phase: { unit: "text", means: "the step at which the connection broke", of: ({ trouble }) => trouble.phase },
  transport: {
    unit: "text",
    means: "websocket, sse, long-polling or polling",
    of: ({ connection }) => transportOf(connection),
  },
  channel: {
    unit: "text",
    means: "what the broken request was: http, preflight, websocket or eventsource",
    of: (scene) => brokenOf(scene)?.channel,
  },
  status: {
    unit: "count",
    means: "the status that the page got; 0 when the browser gave it none",
    of: (scene) => statusOf(scene),
    shownBy: answererId,
  },
  serverStatus: {
    unit: "count",
    means: "the status on the wire, even where the page was not allowed to see it",
    of: (scene) => answeredOf(scene)?.status || undefined,
    shownBy: answererId,
  },
  netError: {
    unit: "text",
    means: "the browser's word for a request without an answer",
    of: (scene) => brokenOf(scene)?.netError,
  },
  "request.method": { unit: "text", means: "method of the broken request", of: (scene) => brokenOf(scene)?.method },
  "request.scheme": {
    unit: "text",
    means: "http or https, also for ws and wss",
    of: (scene) => httpScheme(brokenOf(scene)?.address.scheme ?? "") || undefined,
  },
  "request.host": {
    unit: "text",
    means: "host and port that were asked",
    of: (scene) => brokenOf(scene)?.address.host,
  },
  "request.path": { unit: "text", means: "path that was asked", of: (scene) => brokenOf(scene)?.address.path },
  "connection.path": {
    unit: "text",
    means: "path that the client was given: the hub's, Engine.IO's or the service's, whichever of its requests broke",
    of: ({ connection }) => parseUrl(connection.endpoint).path || undefined,
  },
  "request.urlBytes": { unit: "bytes", means: "length of the URL", of: (scene) => urlBytes(brokenOf(scene)) },
  "request.bodyBytes": {
    unit: "bytes",
    means: "size of the broken request's body",
    of: (scene) => brokenOf(scene)?.requestBody?.bytes,
  },
  "request.pageOrigin": {
    unit: "text",
    means: "origin of the page that asked",
    of: (scene) => firstKnown(scene, pageOrigin),
  },
  "request.leavesPrefix": {
    unit: "text",
    means: "the first part of the page's path, where the request asks the same host without it",
    of: (scene) => prefixLeft(scene),
  },
  "request.portDiffersFromPage": {
    unit: "flag",
    means: "the page came from the same host, by another port than the one that was asked",
    of: (scene) => firstKnown(scene, portDiffersFromPage),
  },
  "request.crossOrigin": {
    unit: "flag",
    means: "the page's origin is not the server's",
    of: (scene) => firstKnown(scene, isCrossOrigin),
  },
  "webSocket.asked": {
    unit: "text",
    means: "the subprotocols that the client offered",
    of: (scene) => header(brokenOf(scene)?.requestHeaders ?? null, "sec-websocket-protocol"),
  },
  "webSocket.subprotocolProblem": {
    unit: "text",
    means: "none-chosen or not-offered: the accepted handshake's subprotocol, as its headers have it",
    oneOf: ["none-chosen", "not-offered"],
    of: (scene) => {
      const broken = brokenOf(scene);
      return broken && subprotocolProblem(broken);
    },
  },
  "request.isMixedContent": {
    unit: "flag",
    means: "a secure page asked an insecure address of another machine, and got nothing",
    of: (scene) => isMixedContent(scene),
  },
  "waiting.ms": {
    unit: "ms",
    means: "how long the request has had no answer, had none when it was given up, or took to be answered after that",
    of: (scene) => waitingMs(scene),
  },
  "waiting.givenUp": {
    unit: "flag",
    means: "the page gave the request up",
    of: (scene) => (waitingMs(scene) === undefined ? undefined : wasGivenUp(scene)),
  },
  "waiting.answered": {
    unit: "flag",
    means: "the answer came after all, when the page had given the request up and asked anew",
    of: (scene) => (waitingMs(scene) === undefined ? undefined : (brokenOf(scene)?.status ?? 0) > 0),
  },
});

/** "/shop/" of a page at https://host/shop/basket that asks https://host/socket.io/. */
function prefixLeft(scene: Scene): string | undefined {
  const broken = brokenOf(scene);
  const url = broken && scene.page.urlOf(broken.page);
  if (!broken || !url) return undefined;
  const page = parseUrl(url);
  const prefix = /^\/[^/]+\//.exec(page.path)?.[0];
  return prefix && page.host === broken.address.host && !broken.address.path.startsWith(prefix) ? prefix : undefined;
}

/** Asked again by the user, what the page was allowed to read does not matter. */
function statusOf(scene: Scene): number | null {
  const answered = answeredOf(scene);
  return answered === brokenOf(scene) ? pageStatus(answered) : (answered?.status ?? null);
}

/** A blocked answer has a status on the wire and none for the page; a refused WebSocket has one in DevTools alone. */
export function pageStatus(exchange: Exchange | null): number | null {
  if (!exchange) return null;
  const isJudged = exchange.channel === "http" || exchange.channel === "eventsource";
  return isJudged && isBlocked(exchange) ? 0 : exchange.status;
}

/** Labels of redacted values count with the length that they stand for. */
function urlBytes(exchange: Exchange | null): number | undefined {
  if (!exchange?.url) return undefined;
  return exchange.url.replace(/[^?&=/#]+/g, (raw) => {
    const value = percentDecode(raw);
    return isLabel(value) ? "x".repeat(originalBytes(value)) : raw;
  }).length;
}

/** WebSocket entries often come without request headers; the connection's other requests then tell. */
function firstKnown<T>(scene: Scene, read: (exchange: Exchange) => T | null): T | undefined {
  const { parts } = scene.connection;
  for (const exchange of [brokenOf(scene), parts.negotiate?.last, parts.preflight?.last, parts.open?.last]) {
    const known = exchange ? read(exchange) : null;
    if (known !== null) return known;
  }
  return undefined;
}

/** Null where the page is another host's, or its origin is not known: then its port says nothing of this one. */
function portDiffersFromPage(exchange: Exchange): boolean | null {
  const origin = pageOrigin(exchange);
  if (origin === null) return null;
  const page = parseUrl(origin).host;
  const { host } = exchange.address;
  return withoutPort(page) === withoutPort(host) ? page !== host : null;
}

function wasGivenUp(scene: Scene): boolean | undefined {
  const broken = brokenOf(scene);
  return broken ? !isPending(broken) || givenUpAt(scene.connection, broken) !== null : undefined;
}

function waitingMs(scene: Scene): number | undefined {
  const broken = brokenOf(scene);
  if (!broken) return undefined;
  if (isPending(broken))
    return (givenUpAt(scene.connection, broken) ?? scene.connection.leftAt ?? scene.now) - broken.startedAt;
  return waitedInVainMs(broken) ?? answeredTooLateMs(scene.connection, broken) ?? undefined;
}

/** Browsers let a secure page ask its own machine; https://w3c.github.io/webappsec-mixed-content/#should-block-fetch */
function isMixedContent(scene: Scene): boolean | undefined {
  const broken = brokenOf(scene);
  const page = broken && (broken.askedBy ?? scene.page.urlOf(broken.page) ?? pageOrigin(broken));
  if (!broken || !page) return undefined;
  const { scheme, host } = broken.address;
  const isInsecure =
    httpScheme(scheme) === "http" && !/^(localhost|[^/]*\.localhost|127\.[\d.]+|\[::1\])(:\d+)?$/.test(host);
  return page.startsWith("https:") && isInsecure && !broken.status && !broken.netError;
}
