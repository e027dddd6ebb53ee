import { describe, expect, test } from "vitest";
import { parseWireScript } from "../knowledge/wire-script.js";
import { analyse, createAnalysis } from "./analysis.js";
import { NOTHING_KNOWN } from "./knowledge.js";

import type { TrafficEvent } from "./traffic.js";

const look = (events: TrafficEvent[]) => analyse(events, NOTHING_KNOWN);
const connectionsOf = (script: string) => look(parseWireScript(script)).connections;

const NEGOTIATE = `
page https://app.test
+0ms POST https://app.test/x/negotiate?negotiateVersion=1
  > X-SignalR-User-Agent: Microsoft SignalR/10.0
  < 200
  << {"connectionId":"public","connectionToken":"secret","negotiateVersion":1,"availableTransports":[{"transport":"WebSockets","transferFormats":["Text"]}]}
`;
const SOCKET = `
+20ms WS wss://app.test/x?id=secret
  < 101
  +1ms -> {"protocol":"json","version":1}␞
  +1ms <- {}␞
`;

describe("SignalR", () => {
  test("negotiate and the WebSocket that uses its id are one connection, open and healthy", () => {
    expect(connectionsOf(NEGOTIATE + SOCKET)).toMatchObject([
      {
        protocol: "signalr",
        endpoint: "https://app.test/x",
        transport: "websocket",
        state: "open",
        sent: 1,
        received: 1,
      },
    ]);
  });

  test("it makes no difference that the WebSocket is told of before its own negotiate", () => {
    const events = parseWireScript(NEGOTIATE + SOCKET);
    const { connections, summary } = look([...events.slice(1), ...events.slice(0, 1)]);
    expect(connections).toMatchObject([{ endpoint: "https://app.test/x", state: "open", sent: 1, received: 1 }]);
    expect(summary).toMatchObject({ connections: 1, failed: 0 });
  });

  test("two sessions stay two where each socket is told of before its negotiate, whose body comes last of all", () => {
    const session = parseWireScript(NEGOTIATE + SOCKET);
    const again = parseWireScript((NEGOTIATE + SOCKET).replaceAll("secret", "other")).map((event) =>
      "exchange" in event
        ? { ...event, id: `again-${event.id}`, exchange: `again-${event.exchange}`, at: event.at + 500 }
        : event,
    );
    const inLateOrder = ([negotiate, ...socket]: TrafficEvent[]): TrafficEvent[] => {
      if (negotiate?.kind !== "exchange") throw new Error("negotiate comes first");
      return [...socket, { ...negotiate, id: `${negotiate.id}.bare`, responseBody: null }, negotiate];
    };
    const { connections } = look([...inLateOrder(session), ...inLateOrder(again)]);
    expect(connections).toMatchObject([{ state: "open" }, { state: "open" }]);
  });

  test("a socket without negotiate and without id shows itself by its first message", () => {
    const script = `page https://app.test\n+0ms WS wss://app.test/anything\n  < 101\n  -> {"protocol":"json","version":1}␞\n  <- {}␞`;
    expect(connectionsOf(script)).toMatchObject([{ protocol: "signalr", state: "open", sent: 1 }]);
  });

  test("stopping says goodbye, and is no loss even when the page starts again at once", () => {
    const stop = `  +1s -> {"type":7}␞\n  +1ms ended\n`;
    expect(connectionsOf(NEGOTIATE + SOCKET + stop + NEGOTIATE.split("\n").slice(2).join("\n"))).toMatchObject([
      { state: "closed" },
      { state: "connecting" },
    ]);
  });

  test("a session that ends without a goodbye and is asked for again at once was lost", () => {
    const again = `  +9s ended\n+2ms ${NEGOTIATE.split("\n").slice(2).join("\n").slice(5)}`;
    expect(connectionsOf(NEGOTIATE + SOCKET + again)[0]).toMatchObject({ state: "failed" });
  });

  test("a socket that was asked for again had not ended because the page was left a moment later", () => {
    const cutOff = `page https://app.test
+0ms WS wss://app.test/socket.io/?EIO=3&transport=websocket
  < 101
  +5ms ended
`;
    const again = "+300ms WS wss://app.test/socket.io/?EIO=3&transport=websocket\n  < 101\n  +5ms ended\n";
    const left = "+300ms page https://app.test/next\n";
    expect(connectionsOf(cutOff + again + left)).toMatchObject([{ state: "failed" }, { state: "connecting" }]);
    expect(connectionsOf(cutOff + left)).toMatchObject([{ state: "connecting" }]);
  });

  test("a page that is left takes its connections along, and that is no failure", () => {
    const left = `  +9s ended\n+1ms page https://app.test/next\n+50ms ${NEGOTIATE.split("\n").slice(2).join("\n").slice(5)}`;
    expect(connectionsOf(NEGOTIATE + SOCKET + left)[0]).toMatchObject({ state: "closed" });
  });

  test("an API of the app's own that happens to be named negotiate is nobody's", () => {
    const { summary } = look(
      parseWireScript(`page https://app.test\n+0ms POST https://app.test/deals/negotiate\n  < 404`),
    );
    expect(summary).toMatchObject({ connections: 0, otherRequests: 1 });
  });
});

describe("what has nothing to do with these protocols", () => {
  test.each([
    [
      "a payment API that answers with a connectionToken",
      'POST https://pay.test/negotiate\n  < 200\n  << {"connectionToken":"x"}',
    ],
    ["a query with an id", "GET https://ads.test/pixel?id=42\n  < 404"],
    ["a taxi to somewhere", "GET https://trips.test/book?connectionToken=1&transport=taxi\n  < 404"],
    ["a documentation page about a socket", "GET https://docs.test/socket.io/?transport=how\n  < 404"],
    ["a client area with a hub", "WS wss://crm.test/client?hub=emea\n  < 404"],
    ["a plain WebSocket", "WS wss://app.test/live\n  < 404"],
  ])("%s is nobody's", (_, line) => {
    expect(look(parseWireScript(`page https://app.test\n+0ms ${line}`)).connections).toEqual([]);
  });
});

test("leaving the page long after does not undo a failure", () => {
  const cut = `+20ms WS wss://app.test/x?id=secret\n  < 101\n  +1ms -> {"protocol":"json","version":1}␞\n  +2s ended\n`;
  expect(connectionsOf(`${NEGOTIATE}${cut}+10s page https://app.test/next`)).toMatchObject([{ state: "failed" }]);
});

test("a close that is told of before its own socket still counts", () => {
  const events = parseWireScript(`${NEGOTIATE}${SOCKET}  +1s closed 1011 by server broke`);
  const close = events.at(-1) as TrafficEvent;
  expect(look([close, ...events.slice(0, -1)]).connections).toMatchObject([{ state: "failed" }]);
});

test("a client that gives a silent server up asks again before the end of its socket is told, however long it had lasted", () => {
  const again = `+10ms ${NEGOTIATE.split("\n").slice(2).join("\n").slice(5)}`;
  const events = parseWireScript(`${NEGOTIATE}${SOCKET}  +120s closed 1000 by page\n${again}`);
  const isSocket = (event: TrafficEvent) => event.kind === "exchange" && event.channel === "websocket";
  const early = events.flatMap((event): TrafficEvent[] => {
    if (event.kind === "close") return [];
    return isSocket(event) ? [{ ...event, id: `${event.id}.open`, endedAt: null } as TrafficEvent] : [event];
  });
  const late = events.filter((event) => event.kind === "close" || isSocket(event));
  expect(look([...early, ...late]).connections).toMatchObject([{ state: "failed" }, { state: "connecting" }]);
});

describe("preflights", () => {
  const PREFLIGHT = `PREFLIGHT https://api.test/x/negotiate?negotiateVersion=1\n  > Access-Control-Request-Headers: x-signalr-user-agent\n  < 204\n`;
  const BLOCKED = `POST https://api.test/x/negotiate?negotiateVersion=1\n  > X-SignalR-User-Agent: Microsoft SignalR/10.0\n  < net::ERR_FAILED\n`;

  test.each([
    ["before", `+0ms ${PREFLIGHT}+0ms ${BLOCKED}`],
    ["just after", `+0ms ${BLOCKED}+0ms ${PREFLIGHT}`],
    // On a busy machine Chromium stamps it late: its request is over by then.
    ["long after", `+0ms ${BLOCKED}+300ms ${PREFLIGHT}`],
  ])("one told of %s its request belongs to it", (_, script) => {
    const connections = connectionsOf(`page https://app.test\n${script}`);
    expect(connections).toMatchObject([{ state: "failed" }]);
  });

  test("of two attempts each has its own, also where the second's was stamped late", () => {
    const attempt = `+0ms ${PREFLIGHT}+0ms ${BLOCKED}`;
    const late = `+100ms ${BLOCKED}+90ms ${PREFLIGHT}`;
    expect(connectionsOf(`page https://app.test\n${attempt}${late}`)).toHaveLength(2);
    expect(connectionsOf(`page https://app.test\n${late}${late}`)).toHaveLength(2);
    expect(connectionsOf(`page https://app.test\n${late}+100ms ${PREFLIGHT}+0ms ${BLOCKED}`)).toHaveLength(2);
  });
});

describe("a preflight without a word", () => {
  const POLLS = `+0ms POST https://api.test/x/negotiate?negotiateVersion=1
  > X-SignalR-User-Agent: Microsoft SignalR/10.0
  < 200
  << {"connectionId":"public","connectionToken":"secret","negotiateVersion":1,"availableTransports":[{"transport":"LongPolling","transferFormats":["Text"]}]}
+5ms GET https://api.test/x?id=secret
  < 200
+20ms PREFLIGHT https://api.test/x?id=secret
  < 204
`;
  const STOP = "+20ms DELETE https://api.test/x?id=secret\n  < 202\n";
  /** As Firefox's DevTools tells of one that the page gave up. */
  const told = (script: string) =>
    parseWireScript(`page https://app.test\n${script}`).map((event) =>
      event.kind === "exchange" && event.channel === "preflight" ? { ...event, status: 0, netError: "" } : event,
    );

  test("is no failure where a later request got its answer", () => {
    expect(look(told(POLLS + STOP)).summary.failed).toBe(0);
    expect(look(told(POLLS)).summary.failed).toBe(1);
    expect(look(told(`${POLLS}+20ms DELETE https://api.test/x?id=secret\n  < net::ERR_FAILED\n`)).summary.failed).toBe(
      1,
    );
  });

  test("is none any more once another source knows of its answer", () => {
    const events = told(POLLS);
    const answer = events.flatMap((event) =>
      event.kind === "exchange" && event.channel === "preflight"
        ? [{ ...event, id: "later", status: 204, netError: null }]
        : [],
    );
    expect(look([...events, ...answer]).summary.failed).toBe(0);
  });
});

describe("redirects", () => {
  const HOP = `+0ms POST http://app.test/x/negotiate?negotiateVersion=1
  > X-SignalR-User-Agent: Microsoft SignalR/10.0
  < 307
  < Location: https://app.test/x/negotiate?negotiateVersion=1
`;
  const TARGET = `+1ms POST https://app.test/x/negotiate?negotiateVersion=1
  > X-SignalR-User-Agent: Microsoft SignalR/10.0
  < net::ERR_CONNECTION_REFUSED
`;

  test("a redirect and what it led to are one connection, in whichever order they are told of", () => {
    const [hop, target] = parseWireScript(`page http://app.test\n${HOP}${TARGET}`) as [TrafficEvent, TrafficEvent];
    for (const events of [
      [hop, target],
      [target, hop],
    ]) {
      expect(look(events).connections).toMatchObject([{ state: "failed" }]);
    }
  });
});

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

  test("a poll that the page itself gives up is no failure", () => {
    const poll = `+5ms GET https://app.test/any/?EIO=4&transport=polling&sid=abc\n  < net::ERR_ABORTED`;
    expect(connectionsOf(OPEN + poll)).toMatchObject([{ state: "open" }]);
  });

  test("a first request without an answer for 20 s is trouble, as soon as the clock says so", () => {
    const script = "page https://app.test\n+0ms GET https://app.test/any/?EIO=4&transport=polling\n";
    expect(connectionsOf(`${script}+19s tick`)).toMatchObject([{ state: "connecting" }]);
    expect(connectionsOf(`${script}+21s tick`)).toMatchObject([{ state: "failed" }]);
  });

  test("so it stays when the page is left after waiting that long, and not when it is left before", () => {
    const script = "page https://app.test\n+0ms WS wss://app.test/any/?EIO=4&transport=websocket\n";
    expect(connectionsOf(`${script}+21s page https://app.test/next`)).toMatchObject([{ state: "failed" }]);
    expect(connectionsOf(`${script}+5s page https://app.test/next\n+60s tick`)).toMatchObject([
      { state: "connecting" },
    ]);
  });

  test("a WebSocket that the client gives up after a while, to ask again, is trouble; one given up for good is none", () => {
    const script = "page https://app.test\n+0ms WS wss://app.test/any/?EIO=4&transport=websocket\n  +2s given up\n";
    expect(connectionsOf(script)).toMatchObject([{ state: "connecting" }]);
    const again = "+100ms WS wss://app.test/any/?EIO=4&transport=websocket\n";
    expect(connectionsOf(script + again)).toMatchObject([{ state: "failed" }, { state: "connecting" }]);
  });
});

test("live, event by event, gives what all at once gives", () => {
  const events = parseWireScript(NEGOTIATE + SOCKET);
  const live = createAnalysis(NOTHING_KNOWN);
  for (const event of events) {
    live.take(event);
    live.read();
  }
  expect(live.read()).toEqual(look(events));
});
