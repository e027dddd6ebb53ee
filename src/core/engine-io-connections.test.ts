import { describe, expect, test } from "vitest";
import { parseWireScript } from "../knowledge/wire-script.js";
import { connectionsOf, look } from "./testing/look.js";
import type { TrafficEvent } from "./traffic.js";

describe("Engine.IO", () => {
  const OPEN = `page https://app.test
+0ms GET https://app.test/any/?EIO=4&transport=polling
  < 200
  << 0{"sid":"abc","upgrades":["websocket"],"pingInterval":25000,"pingTimeout":20000,"maxPayload":1000000}
`;

  test("is recognised on any path, and its requests are joined by the session id", () => {
    const rest = `+5ms POST https://app.test/any/?EIO=4&transport=polling&sid=abc\n  >> 40\n  < 200\n  << ok\n+5ms GET https://app.test/any/?EIO=4&transport=polling&sid=abc\n  < 200\n  << 40{"sid":"x"}`;
    expect(connectionsOf(OPEN + rest)).toMatchObject([{ protocol: "engine-io", transport: "polling", state: "open" }]);
  });

  test("an old browser's JSONP is as healthy as any", () => {
    const jsonp = `page https://app.test\n+0ms GET https://app.test/any/?EIO=3&transport=polling&j=0\n  < 200\n  << ___eio[0]("82:0{\\"sid\\":\\"abc\\",\\"upgrades\\":[],\\"pingInterval\\":25000,\\"pingTimeout\\":5000}2:40");`;
    expect(connectionsOf(jsonp)).toMatchObject([{ state: "open" }]);
  });

  test("a socket that the server gives up before the upgrade was over ends nothing: polling goes on", () => {
    const upgrade = "+5ms WS wss://app.test/any/?EIO=4&transport=websocket&sid=abc\n  < 101\n";
    expect(connectionsOf(`${OPEN}${upgrade}  +10s closed 1005 by server`)).toMatchObject([{ state: "open" }]);
    const whole =
      "  +1ms -> 2probe\n  +1ms <- 3probe\n  +1ms -> 5\n  +1ms -> 40\n  +1ms <- 40{}\n  +10s closed 1005 by server";
    expect(connectionsOf(OPEN + upgrade + whole)).toMatchObject([{ state: "failed" }]);
  });

  test("a poll of the time before the upgrade that is told of after it takes nothing back: the session goes over its socket", () => {
    const upgrade =
      "+5ms WS wss://app.test/any/?EIO=4&transport=websocket&sid=abc\n  < 101\n  +1ms -> 2probe\n  +1ms <- 3probe\n  +1ms -> 5\n";
    const late = `+0ms GET https://app.test/any/?EIO=4&transport=polling&sid=abc\n  < 200\n  << 6\n`;
    expect(connectionsOf(OPEN + upgrade + late)).toMatchObject([{ transport: "websocket", state: "open" }]);
    expect(connectionsOf(OPEN + late)).toMatchObject([{ transport: "polling", state: "open" }]);
  });

  test("a session whose first answer nobody could read shows by its upgrade that it was open", () => {
    const socket = "+5ms WS wss://app.test/any/?EIO=4&transport=websocket&sid=abc\n  < 101\n";
    const packets = "  +1ms -> 2probe\n  +1ms <- 3probe\n";
    const script = `page https://app.test\n+0ms GET https://app.test/any/?EIO=4&transport=polling\n  < 200\n${socket}${packets}`;
    expect(connectionsOf(script)).toMatchObject([{ state: "connecting" }, { state: "connecting" }]);
    expect(connectionsOf(`${script}  +1ms -> 5`)).toMatchObject([{ state: "connecting" }, { state: "open" }]);
  });

  test("an upgrade that fails while polling goes on is degraded, not down", () => {
    const upgrade = `+5ms WS wss://app.test/any/?EIO=4&transport=websocket&sid=abc\n  < 400`;
    expect(connectionsOf(OPEN + upgrade)).toMatchObject([{ state: "degraded" }]);
  });

  test("an upgrade without any answer leaves the session on polling: after 20 s that is told", () => {
    const upgrade = "+5ms WS wss://app.test/any/?EIO=4&transport=websocket&sid=abc\n";
    expect(connectionsOf(`${OPEN}${upgrade}+19s tick`)).toMatchObject([{ state: "open" }]);
    expect(connectionsOf(`${OPEN}${upgrade}+21s tick`)).toMatchObject([{ state: "degraded", transport: "polling" }]);
    const poll = "+4s GET https://app.test/any/?EIO=4&transport=polling&sid=abc\n  < 200\n  << 2\n";
    for (const [gaveUp, state] of [
      ["+3s", "open"],
      ["+21s", "degraded"],
    ] as const)
      expect(connectionsOf(`${OPEN}${upgrade}  ${gaveUp} ended\n${poll}`)).toMatchObject([{ state }]);
    expect(connectionsOf(`${OPEN}${upgrade}+5s page https://app.test/next\n+60s tick`)).toMatchObject([
      { state: "closed" },
    ]);
  });

  test("a message that broke the session is its failure, though the poll that then finds none had begun before it", () => {
    const session = "https://app.test/any/?EIO=4&transport=polling&sid=abc";
    const joined = `${OPEN}+5ms POST ${session}\n  >> 40\n  < 200\n  << ok\n+5ms GET ${session}\n  < 200\n  << 40{"sid":"x"}\n`;
    const [poll, send] = parseWireScript(
      `${joined}+5ms GET ${session}\n  < 400\n  << {"code":1,"message":"Session ID unknown"}\n+5ms POST ${session}\n  >> 4large\n  < net::ERR_EMPTY_RESPONSE\n`,
    ).slice(-2) as [TrafficEvent, TrafficEvent];
    const broken = [{ ...poll, endedAt: poll.at + 900 } as TrafficEvent, send];
    const { cards } = look([...parseWireScript(joined), ...broken]);
    expect(cards).toMatchObject([{ phase: "message", netError: "net::ERR_EMPTY_RESPONSE" }]);
  });

  test("of several messages that failed the first one sent broke the session, though it is told of last", () => {
    const session = "https://app.test/any/?EIO=3&transport=polling&sid=abc";
    const unknown = '  < 400\n  << {"code":1,"message":"Session ID unknown"}\n';
    const opened = `page https://app.test\n+0ms GET https://app.test/any/?EIO=3&transport=polling\n  < 200\n  << 80:0{"sid":"abc","upgrades":["websocket"],"pingInterval":25000,"pingTimeout":20000}2:40\n`;
    const rest = `+55ms POST ${session}\n  >> 6001:4x\n${unknown}+4ms GET ${session}\n${unknown}+111ms POST ${session}\n  >> 1:1\n${unknown}`;
    const events = parseWireScript(opened + rest);
    const [send, poll, goodbye] = events.slice(-3) as [TrafficEvent, TrafficEvent, TrafficEvent];
    for (const told of [
      [send, poll, goodbye],
      [poll, goodbye, send],
    ])
      expect(look([...events.slice(0, -3), ...told]).cards).toMatchObject([{ phase: "message" }]);
  });

  test("a poll that the page itself gives up is no failure, and the session over", () => {
    const poll = `+5ms GET https://app.test/any/?EIO=4&transport=polling&sid=abc\n  < net::ERR_ABORTED`;
    expect(connectionsOf(OPEN + poll)).toMatchObject([{ state: "closed" }]);
  });

  test("a first request without an answer for 20 s is trouble, as soon as the clock says so", () => {
    const script = "page https://app.test\n+0ms GET https://app.test/any/?EIO=4&transport=polling\n";
    expect(connectionsOf(`${script}+19s tick`)).toMatchObject([{ state: "connecting" }]);
    expect(connectionsOf(`${script}+21s tick`)).toMatchObject([{ state: "failed" }]);
  });

  test("so it stays when the page is left after waiting that long, and not when it is left before", () => {
    const script = "page https://app.test\n+0ms WS wss://app.test/any/?EIO=4&transport=websocket\n";
    expect(connectionsOf(`${script}+21s page https://app.test/next`)).toMatchObject([{ state: "failed" }]);
    expect(connectionsOf(`${script}+5s page https://app.test/next\n+60s tick`)).toMatchObject([{ state: "closed" }]);
  });

  test("a WebSocket that the client gives up after a while, to ask again, is trouble; one given up for good is none", () => {
    const script = "page https://app.test\n+0ms WS wss://app.test/any/?EIO=4&transport=websocket\n  +2s given up\n";
    expect(connectionsOf(script)).toMatchObject([{ state: "closed" }]);
    const again = "+100ms WS wss://app.test/any/?EIO=4&transport=websocket\n";
    expect(connectionsOf(script + again)).toMatchObject([{ state: "failed" }, { state: "connecting" }]);
  });
});
