import { describe, expect, test } from "vitest";
import { eventsFromConsole } from "./console-lines.js";

const AT = 1_769_860_800_000;
const read = (text: string) => eventsFromConsole({ at: AT, text }, "tap-0.42.logged1");

describe("a line that a client's library logged", () => {
  test("of SignalR's says what failed, without the time and level before it", () => {
    const text =
      "[2026-01-31T12:00:00.000Z] Error: Failed to complete negotiation with the server: TypeError: Failed to fetch";
    expect(read(text)).toMatchObject([
      {
        kind: "said",
        id: "tap-0.42.logged1",
        at: AT,
        from: "console",
        protocol: "signalr",
        text: "Failed to complete negotiation with the server: TypeError: Failed to fetch",
        messages: expect.arrayContaining(["negotiation-failed"]),
      },
    ]);
  });

  test("of Azure's is Web PubSub's", () => {
    const text = "azure:web-pubsub-client:warning The websocket close with status code 1008. Stop recovery.";
    expect(read(text)).toMatchObject([{ protocol: "web-pubsub", from: "console", closeCode: 1008 }]);
  });

  test("of Socket.IO's debug output tells of a failure, or of nothing", () => {
    expect(read('%cengine.io-client:socket %csocket close with reason: "transport error"%c +3ms')).toMatchObject([
      { protocol: "engine-io", text: 'socket close with reason: "transport error"' },
    ]);
    expect(read("%csocket.io-client:manager %cconnect attempt will timeout after 20000%c +0ms")).toEqual([]);
  });

  test("gives advice about proxies and several servers, which names nothing of what is there", () => {
    const text =
      "[2026-01-31T12:00:00.000Z] Error: Failed to start the transport 'WebSockets': Error: WebSocket failed to connect. The connection could not be found on the server, either the endpoint may not be a SignalR endpoint, the connection ID is not present on the server, or there is a proxy blocking WebSockets. If you have multiple servers check that sticky sessions are enabled.";
    expect(read(text)[0]?.messages).toContain("transport-error");
    expect(read(text)[0]?.scene).toEqual([]);
    expect(read(text)[0]?.messages).not.toContain("connection-id-unknown");
  });

  test("in no such form is the page's own", () => {
    expect(read("Error: failed to connect to SignalR")).toEqual([]);
  });
});
