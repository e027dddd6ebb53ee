import { HOST, hub, negotiate, type Plant, RS, socket, socketIo } from "./planted-entry.js";

const json = JSON.stringify;
const encoded = encodeURIComponent;
const base64url = (text: string) => Buffer.from(text).toString("base64url");
/** Each letter as JSON and as HTML may write it. */
const inCodes = (text: string) =>
  Array.from({ length: text.length }, (_, at) => `\\u${text.charCodeAt(at).toString(16).padStart(4, "0")}`).join("");
const inNumbers = (text: string) => [...text].map((letter) => `&#${letter.codePointAt(0)};`).join("");

const failure =
  (body: (secret: string) => string, type: string): Plant =>
  (secret, where) => ({ entries: [negotiate(where, { status: 500, body: body(secret), type })] });
const url =
  (address: (secret: string) => string): Plant =>
  (secret, where) => ({ entries: [negotiate(where, { url: address(secret) })] });

/** A binary call of `Send` with one argument, in MessagePack. */
const binaryCall =
  (argument: (secret: Buffer) => number[]): Plant =>
  (secret, where) => {
    const head = [0x96, 0x01, 0x80, 0xc0, 0xa4, ...Buffer.from("Send"), 0x91];
    const body = [...head, ...argument(Buffer.from(secret)), 0x90];
    const length = body.length < 128 ? [body.length] : [(body.length & 127) | 128, body.length >> 7];
    const message = Buffer.from([...length, ...body]).toString("base64");
    const handshake: ["send" | "receive", string][] = [
      ["send", `{"protocol":"messagepack","version":1}${RS}`],
      ["receive", `{}${RS}`],
    ];
    return { entries: [socket(where, `wss://${HOST}/chat?id=1`, [...handshake, ["send", message, true]])] };
  };
const size16 = (bytes: Buffer) => [bytes.length >> 8, bytes.length & 255];

/** Places of which the others have another writing: codes, numbers, other cases, cut in two by the wire. */
export const PLACES_IN_ODD_FORMS: Record<string, Plant> = {
  "user before an international host": url(
    (secret) => `https://${encoded(secret)}@bücher.test/chat/negotiate?negotiateVersion=1`,
  ),
  "query: base64url in JSON": url(
    (secret) =>
      `https://${HOST}/chat/negotiate?negotiateVersion=1&state=${encoded(json({ r: base64url(json({ u: secret })) }))}`,
  ),
  "Set-Cookie: lines, in capitals": (secret, where) => ({
    entries: [negotiate(where, { responseHeaders: [["SET-COOKIE", `a=1; path=/\r\nb=${encoded(secret)}; path=/`]] })],
  }),
  "Sec-WebSocket-Protocol: base64url": (secret, where) => ({
    entries: [
      socket(where, `wss://${HOST}/chat?id=1`, [], {
        requestHeaders: [["sec-websocket-protocol", `base64url.bearer.authorization.k8s.io.${base64url(secret)}`]],
      }),
    ],
  }),
  "failure: JSON in codes": failure((secret) => `{"error":"${inCodes(secret)}"}`, "application/json"),
  "failure: JSON in codes, cut off": failure((secret) => `{"error":"no","x":"${inCodes(secret)}`, "application/json"),
  "failure: page in numbers": failure((secret) => `<p>No such user ${inNumbers(secret)}</p>`, "text/html"),
  "stream: fields of an event": (secret, where) => ({
    entries: [
      {
        ...negotiate(where, { method: "GET", url: `https://${HOST}/chat?id=${where.count}`, status: 200 }),
        _resourceType: "eventsource",
        _eventSourceMessages: [{ time: where.seconds + 1, eventName: secret, eventId: secret, data: secret }],
      },
    ],
  }),
  "SignalR: MessagePack extension": binaryCall((secret) => [0xc8, ...size16(secret), 5, ...secret]),
  "SignalR: MessagePack name": binaryCall((secret) => [0x81, 0xda, ...size16(secret), ...secret, 0xc3]),
  "SignalR: token split over two frames": (secret, where) => {
    const token = `${base64url('{"alg":"none"}')}.${base64url(json({ name: secret, pad: "x".repeat(300) }))}.`;
    const cut = token.length - 100;
    const halves = [`{"type":1,"target":"a","arguments":["${token.slice(0, cut)}`, `${token.slice(cut)}"]}`] as const;
    return { entries: [hub(where, ["send", halves[0]], ["send", halves[1]])] };
  },
  "Socket.IO: refusal of a namespace": (secret, where) =>
    /^[A-Za-z._-]+\d{0,2}$/.test(secret)
      ? null
      : {
          entries: [
            socketIo(where, ["receive", `44/${encoded(secret)},{"message":"x","data":{"content":${json(secret)}}}`]),
          ],
        },
  "Web PubSub: MQTT": (secret, where) => {
    const text = [...Buffer.from(secret)];
    const field = [text.length >> 8, text.length & 255, ...text];
    const body = [0, 4, ...Buffer.from("MQTT"), 5, 0xc2, 0, 60, 0, ...field, ...field, ...field];
    const packet = Buffer.from([0x10, (body.length & 127) | 128, body.length >> 7, ...body]).toString("base64");
    return {
      entries: [
        socket(where, `wss://${HOST}/clients/mqtt/hubs/chat`, [["send", packet, true]], {
          requestHeaders: [["Sec-WebSocket-Protocol", "mqtt"]],
        }),
      ],
    };
  },
  "close: reason in codes": (secret, where) => ({
    entries: [
      {
        ...hub(where),
        _webSocketClose: {
          time: where.seconds + 1,
          code: 4401,
          reason: `Unauthorized {"user":"${inCodes(secret)}"}`,
          by: "server",
        },
      },
    ],
  }),
  "log: in colours": (secret) => ({
    log: `\u001b[31mfail\u001b[39m: SignalR \u001b[1m${secret}\u001b[0m Status code '401' for ${secret}`,
  }),
};
