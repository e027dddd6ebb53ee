import { describe, expect, it } from "vitest";
import { analyse } from "../../core/analysis.js";
import { compileFolder } from "../../knowledge/folder.js";
import { eventsFromText } from "./events-from-text.js";

const { knowledge } = compileFolder("knowledge");

function cardsOf(text: string) {
  return analyse(eventsFromText(text).events, knowledge).cards;
}

/** What the guides name, in forms that their own pages do not show. */
const SAYS: readonly (readonly [what: string, text: string, protocol: string, cause: string])[] = [
  [
    "German Firefox, no Access-Control-Allow-Origin",
    "Quellübergreifende (Cross-Origin) Anfrage blockiert: Die Gleiche-Quelle-Regel verbietet das Lesen der externen Ressource auf http://localhost:5000/default/negotiate?negotiateVersion=1. (Grund: CORS-Kopfzeile 'Access-Control-Allow-Origin' fehlt). Statuscode: 204.",
    "signalr",
    "cors-origin-not-allowed",
  ],
  [
    "French Firefox, no Access-Control-Allow-Credentials",
    "Blocage d’une requête multiorigines (Cross-Origin Request) : la politique « Same Origin » ne permet pas de consulter la ressource distante située sur http://localhost:5000/default/negotiate?negotiateVersion=1. Raison : « true » attendu dans l’en-tête CORS « Access-Control-Allow-Credentials ».",
    "signalr",
    "cors-credentials-missing",
  ],
  [
    "Spanish Firefox",
    "Solicitud desde otro origen bloqueada: la política de mismo origen impide leer el recurso remoto en https://api.example.test/socket.io/?EIO=4&transport=polling&t=abc (razón: falta la cabecera CORS 'Access-Control-Allow-Origin'). Código de estado: 200.",
    "engine-io",
    "cors-not-enabled",
  ],
  [
    "Chinese Firefox",
    "已拦截跨源请求：同源策略禁止读取位于 http://localhost:3000/socket.io/?EIO=4&transport=polling&t=x 的远程资源。（原因：CORS 头缺少 'Access-Control-Allow-Origin'）。状态码：200。",
    "engine-io",
    "cors-not-enabled",
  ],
  [
    "413 to negotiate, with HTTP's own words for it",
    "Error: Failed to complete negotiation with the server: Error: Payload Too Large: Status code '413'",
    "signalr",
    "token-too-large",
  ],
  [
    "413 to negotiate in Chrome's console",
    "POST https://app.test/hub/negotiate?negotiateVersion=1 413 (Payload Too Large)",
    "signalr",
    "token-too-large",
  ],
  [
    "the service's reason alone, with the word that Engine.IO has as well",
    "Connection ended. Reason: PingTimeout",
    "web-pubsub",
    "client-ping-timeout",
  ],
  ["a reload of the service", "Connection ended. Reason: ServiceReload", "web-pubsub", "server-shutting-down"],
  ["the guide's heading alone", "ConnectionCountLimitReached", "web-pubsub", "azure-connection-limit"],
  [
    "a line of IIS whose substatus says that the query is too long",
    "2026-11-28 10:00:00 10.0.0.4 GET /signalr/poll transport=longPolling 443 - 10.0.0.9 Mozilla/5.0 - 404 15 0 3",
    "signalr",
    "request-line-too-long",
  ],
  [
    "a middleware's own message that no list has",
    "connect_error due to thou shall not pass",
    "engine-io",
    "namespace-middleware-refused",
  ],
  [
    "a middleware's own message, as the documentation prints it",
    "connect_error due to invalid credentials",
    "engine-io",
    "namespace-middleware-refused",
  ],
];

describe("the guides' failures in other forms", () => {
  it.each(SAYS)("%s", (_, text, protocol, cause) => {
    const [card] = cardsOf(text);
    expect({ protocol: card?.protocol, cause: card?.causes[0]?.cause }).toEqual({ protocol, cause });
  });
});

it("a Java client's lambda is no serverless platform", () => {
  const text =
    "java.lang.RuntimeException: Unexpected status code returned from negotiate: 404 Not Found.\n\tat com.microsoft.signalr.HubConnection.lambda$handleNegotiate$2(HubConnection.java:177)";
  const scene = (each: string) => eventsFromText(each).events.flatMap((event) => event.scene);
  expect(scene(text)).not.toContain("serverless");
  expect(scene("socket.io: File app.py, line 3, in <lambda>")).not.toContain("serverless");
  expect(scene("socket.io behind a lambda of AWS")).toContain("serverless");
});

it("a line that names no host leads to a place without one", () => {
  const [card] = cardsOf(
    '127.0.0.1 - - [12/Nov/2026 10:00:00] "GET /socket.io/?EIO=3&transport=polling&t=1 HTTP/1.1" 400 -',
  );
  expect(card?.endpoint).toBe("/socket.io/");
});

it("what the service alone tells of shows no step of a client as taken", () => {
  const [card] = cardsOf("Abuse protection for 'https://up.example.test/eventhandler' missing allowed origins: .");
  expect(card?.steps.filter(({ state }) => state === "passed")).toEqual([]);
});
