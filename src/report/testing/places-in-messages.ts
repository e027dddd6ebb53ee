import { gzipSync } from "node:zlib";
import { HOST, halves, hub, negotiate, type Plant, pubSub, RS, socket, socketIo } from "./planted-entry.js";

const json = JSON.stringify;
const invoke =
  (value: (secret: string) => unknown): Plant =>
  (secret, where) => ({
    entries: [hub(where, ["send", { type: 1, target: "Send", arguments: [value(secret)] }])],
  });
const told =
  (message: (secret: string) => object): Plant =>
  (secret, where) => ({ entries: [hub(where, ["receive", message(secret)])] });
const packet =
  (direction: "send" | "receive", text: (secret: string) => string): Plant =>
  (secret, where) => ({ entries: [socketIo(where, [direction, text(secret)])] });
const service =
  (message: (secret: string) => object): Plant =>
  (secret, where) => ({
    entries: [pubSub(where, ["receive", { type: "system", event: "connected" }], ["receive", message(secret)])],
  });
/** MessagePack's string of up to 65,535 bytes in an invocation; the outer array as docs/specs/HubProtocol.md has it. */
const messagePack = (secret: string) => {
  const text = Buffer.from(secret);
  const body = Buffer.concat([
    Buffer.from([0x96, 0x01, 0x80, 0xc0, 0xa4]),
    Buffer.from("Send"),
    Buffer.from([0x91, 0xda, text.length >> 8, text.length & 255]),
    text,
    Buffer.from([0x90]),
  ]);
  const length = body.length < 128 ? [body.length] : [(body.length & 127) | 128, body.length >> 7];
  return Buffer.concat([Buffer.from(length), body]).toString("base64");
};
const protobuf = (secret: string) => {
  const text = Buffer.from(secret);
  const length = text.length < 128 ? [text.length] : [(text.length & 127) | 128, text.length >> 7];
  return Buffer.concat([Buffer.from([0x0a, ...length]), text, Buffer.from([0x10, 0xff, 0xfe])]).toString("base64");
};

/** Names of methods and events stay if they read like names, whatever they are: only other secrets stand there. */
const asName =
  (plant: Plant): Plant =>
  (secret, where) =>
    secret.split(/[ :/]/).every((word) => /^[A-Za-z._-]*\d{0,2}$/.test(word)) ? null : plant(secret, where);
const asNumber =
  (plant: (number: number) => Plant): Plant =>
  (secret, where) =>
    /^[1-9]\d{5,14}$/.test(secret) ? plant(Number(secret))(secret, where) : null;

export const PLACES_IN_MESSAGES: Record<string, Plant> = {
  "SignalR: method": asName(told((secret) => ({ type: 1, target: secret, arguments: [] }))),
  "SignalR: argument": invoke((secret) => secret),
  "SignalR: argument, nested": invoke((secret) => ({ a: [{ b: { c: secret } }] })),
  "SignalR: argument, a name": invoke((secret) => ({ [secret]: true })),
  "SignalR: argument, JSON as text": invoke((secret) => json(json({ a: secret }))),
  "SignalR: argument, percent-encoded": invoke((secret) => encodeURIComponent(secret)),
  "SignalR: argument, base64": invoke((secret) => Buffer.from(secret).toString("base64")),
  "SignalR: argument, gzip in base64": invoke((secret) => gzipSync(secret).toString("base64")),
  "SignalR: argument, base64 twice": invoke((secret) =>
    Buffer.from(Buffer.from(secret).toString("base64")).toString("base64"),
  ),
  "SignalR: argument, hexadecimal": invoke((secret) => Buffer.from(secret).toString("hex")),
  "SignalR: argument, claims of a token": invoke(
    (secret) =>
      `${Buffer.from('{"alg":"none"}').toString("base64url")}.${Buffer.from(json({ name: secret })).toString("base64url")}.`,
  ),
  "SignalR: argument, number": asNumber((number) => invoke(() => number)),
  "SignalR: split over arguments": (secret, where) => {
    const pieces = halves(secret);
    return pieces && { entries: [hub(where, ["send", { type: 1, target: "Send", arguments: pieces }])], pieces };
  },
  "SignalR: result": told((secret) => ({ type: 3, invocationId: "0", result: { name: secret } })),
  "SignalR: item of a stream": told((secret) => ({ type: 2, invocationId: "0", item: secret })),
  "SignalR: error of a method": told((secret) => ({ type: 3, invocationId: "0", error: `HubException: no ${secret}` })),
  "SignalR: error at close": told((secret) => ({ type: 7, error: `Connection closed with an error. ${secret}` })),
  "SignalR: invocation id": told((secret) => ({ type: 3, invocationId: secret, result: 1 })),
  "SignalR: headers": told((secret) => ({ type: 1, target: "told", headers: { "x-user": secret }, arguments: [] })),
  "SignalR: unknown field": told((secret) => ({ type: 1, target: "told", arguments: [], tenant: secret })),
  "SignalR: unknown type": told((secret) => ({ type: secret, target: "told" })),
  "SignalR: no JSON": (secret, where) => ({ entries: [hub(where, ["receive", `${secret}{`])] }),
  "SignalR: protocol": (secret, where) => ({
    entries: [socket(where, `wss://${HOST}/chat?id=1`, [["send", json({ protocol: secret, version: 1 }) + RS]])],
  }),
  "SignalR: MessagePack": (secret, where) => ({
    entries: [
      socket(where, `wss://${HOST}/chat?id=1`, [
        ["send", `{"protocol":"messagepack","version":1}${RS}`],
        ["receive", `{}${RS}`],
        ["send", messagePack(secret), true],
      ]),
    ],
  }),
  "classic SignalR: hub message": (secret, where) => ({
    entries: [
      socket(where, `wss://${HOST}/signalr/connect?transport=webSockets&clientProtocol=2.1&connectionToken=1`, [
        [
          "receive",
          json({ C: `d-${secret}`, M: [{ H: "Chat", M: "add", A: [secret] }], R: secret, G: secret, E: secret }),
        ],
      ]),
    ],
  }),
  "Socket.IO: auth": packet("send", (secret) => `40${json({ token: secret })}`),
  "Socket.IO: auth of a namespace": packet("send", (secret) => `40/admin,${json({ tenant: { name: secret } })}`),
  "Socket.IO: query of a namespace": packet("send", (secret) => `40/admin?token=${encodeURIComponent(secret)},`),
  "Socket.IO: sid": packet("receive", (secret) => `40${json({ sid: secret, pid: `p${secret}` })}`),
  "Socket.IO: offset of a recovery": packet("send", (secret) => `40${json({ pid: "p", offset: secret })}`),
  "Socket.IO: namespace of a tenant": packet("send", (secret) => `40/tenants/${encodeURIComponent(secret)}/news,`),
  "Socket.IO: name of an event": asName(packet("send", (secret) => `42${json([secret, 1])}`)),
  "Socket.IO: number of an acknowledgement": asNumber((number) => packet("send", () => `42${number}["a"]`)),
  "Socket.IO: event data": packet("send", (secret) => `42${json(["note", { to: secret }])}`),
  "Socket.IO: event data, a list": packet("receive", (secret) => `42${json(["note", [secret, 1]])}`),
  "Socket.IO: acknowledgement": packet("receive", (secret) => `431${json([secret])}`),
  "Socket.IO: acknowledgement of a namespace": packet("receive", (secret) => `43/admin,1${json([{ a: secret }])}`),
  "Socket.IO: refusal": packet(
    "receive",
    (secret) => `44${json({ message: `${secret} may not`, data: { who: secret } })}`,
  ),
  "Socket.IO: refusal of version 2": packet("receive", (secret) => `44${json(`no ${secret}`)}`),
  "Socket.IO: binary event": packet(
    "send",
    (secret) => `451-${json(["file", { _placeholder: true, num: 0 }, secret])}`,
  ),
  "Socket.IO: attachment": (secret, where) => ({
    entries: [socketIo(where, ["send", Buffer.from(secret).toString("base64"), true])],
  }),
  "Socket.IO: attachment in text": packet("receive", (secret) => `b,${Buffer.from(secret).toString("base64")}`),
  "Engine.IO: message": packet("send", (secret) => `4${secret}`),
  "Engine.IO: open packet": (secret, where) => ({
    entries: [
      socket(where, `wss://${HOST}/socket.io/?EIO=4&transport=websocket`, [
        ["receive", `0${json({ sid: secret, upgrades: [secret], pingInterval: 25000 })}`],
      ]),
    ],
  }),
  "Engine.IO: ping with data": packet("receive", (secret) => `2${secret}`),
  "Engine.IO: no packet": packet("send", (secret) => `?${secret}`),
  "Web PubSub: number of an ack": asNumber((number) => service(() => ({ type: "ack", ackId: number, success: true }))),
  "Web PubSub: number of a message": asNumber((number) =>
    service(() => ({ type: "message", sequenceId: number, from: "server", dataType: "text", data: "x" })),
  ),
  "Web PubSub: user and connection": service((secret) => ({
    type: "system",
    event: "connected",
    userId: secret,
    connectionId: `c${secret}`,
  })),
  "Web PubSub: reconnectionToken": service((secret) => ({
    type: "system",
    event: "connected",
    reconnectionToken: secret,
  })),
  "Web PubSub: group": service((secret) => ({
    type: "message",
    from: "group",
    group: secret,
    dataType: "text",
    data: "x",
  })),
  "Web PubSub: sender": service((secret) => ({ type: "message", from: "group", fromUserId: secret, data: "x" })),
  "Web PubSub: data": service((secret) => ({ type: "message", from: "server", dataType: "json", data: { a: secret } })),
  "Web PubSub: custom event": service((secret) => ({ type: "event", event: secret, dataType: "text", data: "x" })),
  "Web PubSub: disconnected": service((secret) => ({
    type: "system",
    event: "disconnected",
    message: `bye ${secret}`,
  })),
  "Web PubSub: ack's error": service((secret) => ({
    type: "ack",
    ackId: 1,
    success: false,
    error: { name: secret, message: `no ${secret}` },
  })),
  "Web PubSub: protobuf": (secret, where) => ({
    entries: [
      socket(where, `wss://${HOST}/client/hubs/chat`, [["receive", protobuf(secret), true]], {
        requestHeaders: [["Sec-WebSocket-Protocol", "protobuf.webpubsub.azure.v1"]],
      }),
    ],
  }),
  "Web PubSub: plain text": (secret, where) => ({
    entries: [socket(where, `wss://${HOST}/client/hubs/chat`, [["send", `hello ${secret}`]])],
  }),
  "close: reason": (secret, where) => ({
    entries: [
      {
        ...hub(where),
        _webSocketClose: { time: where.seconds + 1, code: 4000, reason: `closed for ${secret}`, by: "server" },
      },
    ],
  }),
  "socket: error": (secret, where) => ({
    entries: [
      {
        ...negotiate(where, { method: "GET", url: `wss://${HOST}/chat?id=1`, status: 0 }),
        _resourceType: "websocket",
        _webSocketMessages: [
          { type: "error", time: where.seconds + 1, opcode: -1, data: `Error in connection establishment: ${secret}` },
        ],
      },
    ],
  }),
};
