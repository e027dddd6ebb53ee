import { describe, expect, test } from "vitest";
import { eventsFromText } from "./events-from-text.js";

const read = (text: string) => {
  const { events } = eventsFromText(text, { protocol: "engine-io" });
  return {
    messages: events.flatMap((event) => event.messages),
    scene: events.flatMap((event) => event.scene),
  };
};

describe("a server that sees its client, which does not see the server", () => {
  test.each([
    "Server console prints 'a user connected', yet in the browser socket.connected stays false",
    'the log shows that my client has joined, but the client itself does not see its "connect" event',
    "socket.id is always undefined on my page, the server (2.3.0) prints 'new client'",
    "the back end says connected and the app never connects",
  ])("%s", (text) => expect(read(text).messages).toContain("server-alone-connected"));

  test.each([
    "the server logs connection errors, but the client does not show them",
    "server connected to redis and the client is connected as well",
  ])("and nothing of that: %s", (text) => expect(read(text).messages).not.toContain("server-alone-connected"));
});

describe("what began with another version", () => {
  test.each([
    "it was fine before, with socket.io 1.3 the client gives errors",
    "socket.io worked well before, now it prints errors",
    "our client is 0.9.16. I update it to 2.2.0 and it prints an error",
  ])("%s", (text) => expect(read(text).scene).toContain("upgraded"));
});

describe("an Android that forbids clear text, beside one that does not", () => {
  test.each([
    "it works on phones with Android 7, but not with Android 10",
    "a tablet with Android 12 does not connect, Android 6 does",
  ])("%s", (text) => expect(read(text).scene).toEqual(expect.arrayContaining(["android-9", "older-android-works"])));

  test("an older one that fails as well is none", () => {
    expect(read("Android 12 does not connect, and Android 6 does not either").scene).not.toContain(
      "older-android-works",
    );
  });

  test("people name a phone by its maker or its release", () => {
    for (const named of ["my Nougat phone", "a Samsung tablet"])
      expect(read(`socket.io does not connect on ${named}`).scene).toContain("android");
  });
});

test("a service in the background is no page in the background", () => {
  const hidden = (text: string) => read(text).messages.includes("page-frozen");
  expect(hidden("the app cannot connect, its background service can")).toBe(false);
  expect(hidden("the app cannot connect when in the background")).toBe(true);
});

test("pm2 takes the number of processes with and without a space before it", () => {
  for (const given of ["-i2", "-i 2", "-i max", "-i0"])
    expect(read(`pm2 start server.js ${given} and socket.io answers 400`).scene).toContain("many-instances");
});

describe("a native module that is missing is no module of IIS", () => {
  test.each([
    "null is not an object (evaluating 'NativeWebSocketModule.connect')",
    "undefined is not an object (evaluating RCTWebSocketModule.close)",
  ])("%s", (text) => {
    expect(read(text).messages).toContain("websocket-missing");
    expect(read(text).messages).not.toContain("iis-websocket-feature");
  });

  test("IIS' own still is", () => {
    expect(read('<add name="WebSocketModule" />').messages).toContain("iis-websocket-feature");
  });
});

describe("a refused namespace, as a client's log has the packet", () => {
  test.each([
    'decoded 44"no such tenant"',
    'engine got 44/chat,"not for guests"',
    "Decoded packet as: SocketPacket {type: 4; data: [licence expired]; id: -1; nsp: /}",
  ])("%s", (text) => expect(read(text).messages).toContain("namespace-refused"));

  test.each(['44"Invalid namespace"', "SocketPacket {type: 4; data: [Invalid namespace]}", 'content-length: "44"'])(
    "and none: %s",
    (text) => expect(read(text).messages).not.toContain("namespace-refused"),
  );
});

test("the address that a phone's client is shown to ask", () => {
  for (const code of [
    "io('http://127.0.0.1:4000')",
    'IO.socket("http://localhost:4000")',
    'new SocketIO("ws://localhost")',
  ])
    expect(read(`${code} never connects`).scene).toContain("client-asks-loopback");
  expect(read("io('http://192.0.2.4:4000') never connects").scene).not.toContain("client-asks-loopback");
});

test("what is emitted right behind the connect call was emitted too early", () => {
  expect(read("I emit right after io() in Dart and nothing arrives").messages).toContain("namespace-not-connected");
});

test("a tool for plain WebSockets that is held against a Socket.IO server", () => {
  for (const text of [
    "k6 ws.connect('ws://localhost:3000') against my socket.io server",
    "NativeWebSocket with our socket.io",
  ])
    expect(read(text).messages).toContain("raw-client");
});

test("an empty reply and an end at once are complaints", () => {
  for (const text of ["io() to http://app.test:8443: empty reply", "the socket.io connection closes at once"])
    expect(eventsFromText(text).events.some(({ complains }) => complains)).toBe(true);
});
