import { SAID_NOTHING } from "../../core/sample-events.js";
import { HOST, negotiate, type Plant } from "./planted-entry.js";

const json = JSON.stringify;
const encoded = encodeURIComponent;
/** A line has an end. */
const log =
  (line: (secret: string) => string): Plant =>
  (secret) => ({ log: line(secret) });

/** What our own export keeps of a client's console, from whoever wrote the file. */
const logged =
  (fields: (secret: string) => object): Plant =>
  (secret, { at, seconds }) => ({
    entries: [negotiate({ at, seconds, count: 0 })],
    logged: {
      ...SAID_NOTHING,
      id: "x",
      at: seconds * 1000 + 20,
      text: "Failed to complete negotiation with the server",
      protocol: "signalr",
      messages: ["negotiation-failed"],
      complains: true,
      from: "console",
      ...fields(secret),
    },
  });

const HUB = `wss://${HOST}/chat`;

/** Lines of consoles and logs, as somebody pastes them or gives them with `--log`. */
export const PLACES_IN_LOGS: Record<string, Plant> = {
  "log: behind an error": log((secret) => `Error: No Connection with that ID: ${secret}`),
  "log: in front of an error": log((secret) => `${secret} [ERR] WebSocket failed to connect. HTTP status 404`),
  "log: error of a client": log(
    (secret) =>
      `[2026-01-01T10:00:00.000Z] Error: Failed to complete negotiation with the server: Error: ${secret}: Status code '401'`,
  ),
  "log: URL's query": log((secret) => `WebSocket connection to '${HUB}?access_token=${encoded(secret)}' failed: `),
  "log: URL's query, raw": log((secret) => `WebSocket connection to '${HUB}?id=${secret}' failed: `),
  "log: URL's fragment": log((secret) => `GET https://${HOST}/chat/negotiate#${encoded(secret)} 404 (Not Found)`),
  "log: credentials in a URL": log(
    (secret) => `connect ECONNREFUSED https://bob:${encoded(secret)}@${HOST}/socket.io/?EIO=4`,
  ),
  "log: bearer token": log((secret) => `SignalR: Failed to validate the token. Authorization: Bearer ${secret}`),
  "log: cookie": log((secret) => `Cookie: .AspNetCore.Session=${encoded(secret)}; SignalR negotiate 401`),
  "log: argument of a method": log((secret) => `Failed to invoke hub method 'Send' with arguments ["${secret}"]`),
  "log: exception of a method": log(
    (secret) => `Microsoft.AspNetCore.SignalR.HubException: There is no order of ${secret}`,
  ),
  "log: user of a connection": log(
    (secret) => `SignalR connection of user ${secret} closed with an error: WebSocket closed with status code: 1006`,
  ),
  "log: path of a file in a stack": log(
    (secret) => `SignalR negotiate failed\n   at ChatHub.Send() in C:\\Users\\${secret}\\src\\ChatHub.cs:line 12`,
  ),
  "log: ASP.NET Core": log(
    (secret) =>
      `fail: Microsoft.AspNetCore.Authentication.JwtBearer.JwtBearerHandler[3]\n      Exception occurred while processing message.\n      IDX10223: Lifetime validation failed for ${secret}. SignalR`,
  ),
  "log: nginx, access": log(
    (secret) =>
      `1.2.3.4 - ${secret} [01/Jan/2026:10:00:00 +0000] "GET /socket.io/?EIO=4&transport=polling&sid=${encoded(secret)} HTTP/1.1" 400 41 "https://${HOST}/?u=${encoded(secret)}" "${secret}"`,
  ),
  "log: nginx, error": log(
    (secret) =>
      `2026/01/01 10:00:00 [error] 7#7: *1 upstream prematurely closed connection, client: ${secret}, server: _, request: "GET /chat?id=${encoded(secret)} HTTP/1.1", upstream: "http://127.0.0.1:5000/chat"`,
  ),
  "log: Node": log(
    (secret) => `socket.io:client client ${secret} disconnected: transport error { user: '${secret}' } +3ms`,
  ),
  "log: JSON lines": log((secret) =>
    json({ level: "error", msg: `SignalR: No Connection with that ID ${secret}`, user: secret, ctx: { a: [secret] } }),
  ),
  "log: Azure's live trace": log((secret) =>
    json({
      records: [
        {
          time: "2026-01-01T10:00:00Z",
          category: "ConnectivityLogs",
          message: `Connection aborted for ${secret}`,
          properties: { userId: secret, connectionId: secret, ip: secret },
        },
      ],
    }),
  ),
  "log: CSV": log(
    (secret) =>
      `time,message,userId\n2026-01-01T10:00:00Z,"Web PubSub: Connection count reaches limit for ${secret.replaceAll('"', '""')}","${secret.replaceAll('"', '""')}"`,
  ),
  "log: body of an answer": log(
    (secret) => `POST /socket.io/ 400 {"code":1,"message":"Session ID unknown","sid":${json(secret)}}`,
  ),
  "log: close reason": log((secret) => `WebSocket closed with status code: 4001 (${secret}). SignalR`),
  "log: header": log(
    (secret) => `SignalR negotiate 403\nX-Customer: ${secret}\nReferer: https://${HOST}/${encoded(secret)}`,
  ),
  "log: escaped": log((secret) => `SignalR error: ${json(json({ account: secret }))} Status code '500'`),
  "log: base64": log((secret) => `SignalR error: ${Buffer.from(secret).toString("base64")} Status code '500'`),
  "log: a person's words": log((secret) => `my SignalR client ${secret} can't connect, it says 404 for ${secret}`),
};

export const PLACES_IN_CONSOLES: Record<string, Plant> = {
  "console: text": logged((secret) => ({ text: `Failed to complete negotiation with the server: ${secret}` })),
  "console: text with a URL": logged((secret) => ({
    text: `Failed to start the transport, ${HUB}?id=${encoded(secret)}`,
  })),
  "console: url": logged((secret) => ({ url: `https://${HOST}/chat/negotiate?x=${encoded(secret)}` })),
  "console: header": logged((secret) => ({ headers: [{ name: "X-Customer", value: secret }] })),
  "console: body": logged((secret) => ({ body: `no account ${secret}` })),
  "console: close reason": logged((secret) => ({ closeReason: secret })),
  "console: phase": logged((secret) => ({ phase: secret })),
  "console: method": logged((secret) => ({ method: secret })),
  "console: net error": logged((secret) => ({ netError: `net::ERR_FAILED ${secret}` })),
  "console: ids of sentences": logged((secret) => ({ messages: [secret], scene: [secret] })),
};

/** What the page itself tells, as our own export keeps it. */
export const PLACES_IN_PAGES: Record<string, Plant> = {
  "page event: exception": (secret, where) => ({
    entries: [negotiate(where)],
    pageEvents: { time: where.at, what: "exception", detail: secret },
  }),
  "asked: url": (secret, where) => {
    const url = `https://${HOST}/chat/negotiate?negotiateVersion=1&x=${encoded(secret)}`;
    return {
      entries: [negotiate(where, { url })],
      asked: { time: where.at, method: "POST", url, credentials: true, origin: "https://app.test" },
    };
  },
  "asked: method and origin": (secret, where) => ({
    entries: [negotiate(where)],
    asked: {
      time: where.at,
      method: secret,
      url: `https://${HOST}/chat/negotiate?negotiateVersion=1`,
      credentials: true,
      origin: secret,
    },
  }),
};
