import { lastOf } from "../connection.js";
import { doVersionsDiffer } from "../protocols/signalr-classic.js";
import { brokenOf, define, lastReceived, negotiateOf, type Scene, signalrOf } from "./scene.js";

const atNegotiate = (scene: Scene) => negotiateOf(scene)?.id;

export const signalrFacts = define({
  "negotiate.skipped": {
    unit: "flag",
    means: "the socket was opened without negotiating and without an id, as skipNegotiation does",
    of: (scene) => wasSkipped(scene),
  },
  "negotiate.status": {
    unit: "count",
    means: "status of the negotiate request",
    of: (scene) => negotiateOf(scene)?.status || undefined,
    shownBy: atNegotiate,
  },
  "negotiate.answer": {
    unit: "text",
    means: "what a 2xx negotiate answer was: negotiation, redirect, error, html, empty, miscased or other",
    of: (scene) => signalrOf(scene)?.negotiateAnswer,
    shownBy: atNegotiate,
  },
  "negotiate.error": {
    unit: "text",
    means: "the error in a negotiate answer",
    of: (scene) => signalrOf(scene)?.negotiateError,
    shownBy: atNegotiate,
  },
  "negotiate.offersWebSockets": {
    unit: "flag",
    means: "the negotiate answer offers WebSockets",
    of: (scene) => signalrOf(scene)?.offered?.includes("WebSockets"),
    shownBy: atNegotiate,
  },
  "negotiate.offered": {
    unit: "text",
    means: "the transports that the negotiate answer offers",
    of: (scene) => signalrOf(scene)?.offered?.join(", "),
    shownBy: atNegotiate,
  },
  "negotiate.leadsNowhere": {
    unit: "flag",
    means: "the broken step is that no transport was asked for after negotiate",
    of: (scene) => (negotiateOf(scene) === brokenOf(scene) && scene.trouble.phase === "connect") || undefined,
    shownBy: atNegotiate,
  },
  "negotiate.redirects": {
    unit: "count",
    means: "negotiate requests in a row, each of which was answered with the address of the next",
    of: ({ connection }) =>
      connection.session.protocol === "signalr" && connection.session.negotiateAnswer === "redirect"
        ? connection.parts.negotiate?.count
        : undefined,
    shownBy: atNegotiate,
  },
  "signalr.atService": {
    unit: "flag",
    means: "Azure SignalR Service was asked, by its name or, under a name of somebody's own, by its path and query",
    of: (scene) => isAtService(scene),
  },
  "request.hubsNamed": {
    unit: "count",
    means: "how often the query of the broken request names a hub",
    of: (scene) => brokenOf(scene)?.url.match(/[?&]hub=/g)?.length,
  },
  "negotiate.promisesUnaskedReconnect": {
    unit: "flag",
    means: "the negotiate answer promises a stateful reconnect that the request did not ask for",
    of: (scene) => signalrOf(scene)?.promisesUnaskedReconnect || undefined,
    shownBy: atNegotiate,
  },
  "blazor.circuitRefused": {
    unit: "flag",
    means: "a Blazor client asked for its circuit back, and the server has none for it",
    of: (scene) => signalrOf(scene)?.circuit?.isRefused || undefined,
    shownBy: lastReceived,
  },
  "blazor.error": {
    unit: "text",
    means: "what the server said to a Blazor client as it gave the circuit up",
    of: (scene) => signalrOf(scene)?.circuitError,
    shownBy: lastReceived,
  },
  "connect.afterNegotiateMs": {
    unit: "ms",
    means: "from the negotiate answer to the connect request",
    of: (scene) => afterNegotiate(scene),
  },
  "connect.afterPoll": {
    unit: "flag",
    means: "a long poll had used the id before this request did",
    of: (scene) => {
      const poll = scene.connection.parts.poll?.first;
      const broken = brokenOf(scene);
      return (poll && broken && broken.channel === "websocket" && poll.startedAt < broken.startedAt) || undefined;
    },
    shownBy: ({ connection }) => connection.parts.poll?.first.id,
  },
  "signalr.family": {
    unit: "text",
    means: "which SignalR answered: core or classic",
    of: (scene) => signalrOf(scene)?.family,
    shownBy: atNegotiate,
  },
  "signalr.clientFamily": {
    unit: "text",
    means: "which SignalR the client speaks, as its negotiate request says: core or classic",
    of: (scene) => clientFamily(scene),
    shownBy: atNegotiate,
  },
  "signalr.clientProtocol": {
    unit: "text",
    means: "the protocol version of a client of SignalR 2.x",
    of: (scene) => negotiateOf(scene)?.address.query.get("clientProtocol"),
    shownBy: atNegotiate,
  },
  "signalr.serverProtocol": {
    unit: "text",
    means: "the protocol version that a server of SignalR 2.x names",
    of: (scene) => signalrOf(scene)?.classicVersion,
    shownBy: atNegotiate,
  },
  "signalr.protocolsDiffer": {
    unit: "flag",
    means: "a client of SignalR 2.x does not take the protocol version that the server names",
    of: (scene) => {
      const session = signalrOf(scene);
      return session && doVersionsDiffer(session, negotiateOf(scene));
    },
    shownBy: atNegotiate,
  },
  "signalr.handshakeError": {
    unit: "text",
    means: "error of the handshake response",
    of: (scene) => signalrOf(scene)?.handshakeError,
    shownBy: lastReceived,
  },
  "signalr.spokeFirst": {
    unit: "text",
    means: "the client's first message: handshake, or other",
    oneOf: ["handshake", "other"],
    of: ({ connection: { session, sent } }) => {
      if (session.protocol !== "signalr" || !sent.first || (sent.first.nth ?? 0) > 0) return undefined;
      return session.hubProtocol === null ? "other" : "handshake";
    },
    shownBy: ({ connection }) => connection.sent.first?.id,
  },
  "signalr.wasAnswered": {
    unit: "text",
    means: "the server's first message: handshake, or other",
    oneOf: ["handshake", "other"],
    of: ({ connection: { session, received } }) => {
      if (session.protocol !== "signalr" || !received.first || (received.first.nth ?? 0) > 0) return undefined;
      return ["accepted", "refused"].includes(session.handshake) ? "handshake" : "other";
    },
    shownBy: ({ connection }) => connection.received.first?.id,
  },
  "signalr.closeError": {
    unit: "text",
    means: "error of the server's Close message; empty when it names none",
    of: (scene) => closeError(scene),
    shownBy: lastReceived,
  },
  "signalr.allowReconnect": {
    unit: "flag",
    means: "allowReconnect of the server's Close message",
    of: (scene) => signalrOf(scene)?.serverClose?.allowReconnect,
    shownBy: lastReceived,
  },
});

const SERVICE_HOST = /\.service\.signalr\.(net|azure\.us|azure\.cn)(:\d+)?$/;

/** https://github.com/Azure/azure-signalr/blob/dev/specs/AzureSignalRService.md: /client/?hub=…, and the query of its SDK. */
function isAtService(scene: Scene): boolean | undefined {
  const broken = brokenOf(scene);
  if (scene.connection.protocol !== "signalr" || !broken) return undefined;
  const { host, path, query } = broken.address;
  if (SERVICE_HOST.test(host)) return true;
  return /^\/client\/?(negotiate)?$/.test(path) && (query.has("hub") || query.has("asrs_request_id"));
}

function wasSkipped(scene: Scene): boolean | undefined {
  const connect = lastOf(scene.connection, "connect");
  if (scene.connection.protocol !== "signalr" || !connect) return undefined;
  return (
    connect.channel === "websocket" && !connect.address.query.has("id") && !connect.address.query.has("connectionToken")
  );
}

/** Only the 2.x clients say `clientProtocol`, only those of ASP.NET Core `negotiateVersion` (docs/specs/TransportProtocols.md). */
function clientFamily(scene: Scene): string | undefined {
  const query = negotiateOf(scene)?.address.query;
  if (query?.has("clientProtocol")) return "classic";
  return query?.has("negotiateVersion") ? "core" : undefined;
}

function closeError(scene: Scene): string | undefined {
  const close = signalrOf(scene)?.serverClose;
  return close ? (close.error ?? "") : undefined;
}

function afterNegotiate(scene: Scene): number | undefined {
  const answeredAt = negotiateOf(scene)?.endedAt;
  const broken = brokenOf(scene);
  if (typeof answeredAt !== "number" || !broken || broken === negotiateOf(scene)) return undefined;
  return Math.max(0, broken.startedAt - answeredAt);
}
