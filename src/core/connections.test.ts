import { describe, expect, test } from "vitest";
import { parseWireScript } from "../knowledge/wire-script.js";
import { createAnalysis } from "./analysis.js";
import { NOTHING_KNOWN } from "./knowledge.js";
import { connectionsOf, look } from "./testing/look.js";
import type { TrafficEvent } from "./traffic.js";

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

  describe("two sessions, whose negotiates are told of without their bodies first", () => {
    const parts = (script: string, name: string, after: number) => {
      const [negotiate, ...socket] = parseWireScript(script).map((event) =>
        "exchange" in event
          ? { ...event, id: `${name}-${event.id}`, exchange: `${name}-${event.exchange}`, at: event.at + after }
          : event,
      );
      if (negotiate?.kind !== "exchange") throw new Error("negotiate comes first");
      return { bare: { ...negotiate, id: `${negotiate.id}.bare`, responseBody: null }, whole: negotiate, socket };
    };
    const first = parts(NEGOTIATE + SOCKET, "first", 0);
    const second = (after: number) => parts((NEGOTIATE + SOCKET).replaceAll("secret", "other"), "second", after);
    const stayTwo = (events: TrafficEvent[]) =>
      expect(look(events).connections).toMatchObject([
        { state: "open", sent: 1, received: 1 },
        { state: "open", sent: 1, received: 1 },
      ]);

    test("stay two where each socket comes before its own", () => {
      const again = second(500);
      stayTwo([...first.socket, first.bare, first.whole, ...again.socket, again.bare, again.whole]);
    });

    test("stay two where the next socket comes before the first body: the client came back at once", () => {
      const again = second(100);
      stayTwo([...first.socket, first.bare, ...again.socket, first.whole, again.bare, again.whole]);
    });

    test("stay two where both are asked for at once", () => {
      const beside = second(1);
      stayTwo([first.bare, beside.bare, ...first.socket, ...beside.socket, first.whole, beside.whole]);
      stayTwo([first.bare, beside.bare, ...beside.socket, ...first.socket, beside.whole, first.whole]);
    });
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
    expect(connectionsOf(cutOff + again + left)).toMatchObject([{ state: "failed" }, { state: "closed" }]);
    expect(connectionsOf(cutOff + left)).toMatchObject([{ state: "closed" }]);
  });

  test("a socket that the browser closes as a navigation begins was not cut, whether a page comes, or its client is back before", () => {
    const open = "page https://app.test\n+0ms WS wss://app.test/socket.io/?EIO=4&transport=websocket\n  < 101\n";
    const joined =
      '  +5ms <- 0{"sid":"s","upgrades":[],"pingInterval":25000,"pingTimeout":20000,"maxPayload":1000000}\n  +1ms -> 40\n  +1ms <- 40{"sid":"n"}\n';
    const next = `+900ms ${open.split("\n").slice(1).join("\n").slice(5)}`;
    const left = "+4s page https://app.test/next\n";
    for (const session of [open + joined, NEGOTIATE + SOCKET])
      for (const after of ["", next, left, next + left])
        expect(connectionsOf(`${session}  +9s closed 1001 by browser\n${after}`)[0]).toMatchObject({ state: "closed" });
    expect(connectionsOf(`${open + joined}  +9s closed 1001 by server\n${next}`)[0]).toMatchObject({ state: "failed" });
  });

  test("of two clients that poll one hub, neither has lost its session, because a poll of it was answered", () => {
    const ask = (id: string) => `+1ms POST https://app.test/x/negotiate?negotiateVersion=1
  > X-SignalR-User-Agent: Microsoft SignalR/10.0
  < 200
  << {"connectionId":"${id}","connectionToken":"t${id}","negotiateVersion":1,"availableTransports":[{"transport":"LongPolling","transferFormats":["Text"]}]}
`;
    const poll = (id: string) => `+2ms GET https://app.test/x?id=t${id}
  < 200
  << {}␞
+1ms POST https://app.test/x?id=t${id}
  >> {"protocol":"json","version":1}␞
  < 200
`;
    const both = `page https://app.test\n${ask("a")}${ask("b")}${poll("a")}${poll("b")}`;
    expect(connectionsOf(both)).toMatchObject([{ state: "open" }, { state: "open" }]);
  });

  test("a frame that is taken away, or loads anew, takes its socket along: nothing was cut, though the next one asks at once", () => {
    const again = `+2ms ${NEGOTIATE.split("\n").slice(2).join("\n").slice(5)}`;
    expect(connectionsOf(`${NEGOTIATE + SOCKET}  +9s gone\n${again}`)[0]).toMatchObject({ state: "closed" });
    const open = "page https://app.test\n+0ms WS wss://app.test/socket.io/?EIO=4&transport=websocket\n  < 101\n";
    const joined =
      '  +5ms <- 0{"sid":"s","upgrades":[],"pingInterval":25000,"pingTimeout":20000,"maxPayload":1000000}\n  +1ms -> 40\n  +1ms <- 40{"sid":"n"}\n';
    const next = open.split("\n").slice(1).join("\n");
    expect(connectionsOf(`${open + joined}  +9s gone\n${next}`)[0]).toMatchObject({ state: "closed" });
    expect(connectionsOf(`${open + joined}  +9s ended\n${next}`)[0]).toMatchObject({ state: "failed" });
    const session = "https://app.test/socket.io/?EIO=4&transport=polling";
    const polled = `page https://app.test
+0ms GET ${session}
  < 200
  << 0{"sid":"s","upgrades":["websocket"],"pingInterval":25000,"pingTimeout":20000,"maxPayload":1000000}
+1ms WS wss://app.test/socket.io/?EIO=4&transport=websocket&sid=s
  +9ms gone
+1ms GET ${session}&sid=s
  < hidden
`;
    const early = `${NEGOTIATE}+20ms WS wss://app.test/x?id=secret\n  < 101\n  +2ms gone\n+60s tick`;
    expect(connectionsOf(early)).toMatchObject([{ state: "closed" }]);
    expect(connectionsOf(polled + next)[0]).toMatchObject({ state: "closed" });
  });

  test("an event stream that breaks off once the handshake was answered was connected, one before was not", () => {
    const stream = "+20ms SSE https://app.test/x?id=secret\n  < 200 net::ERR_INCOMPLETE_CHUNKED_ENCODING\n";
    expect(look(parseWireScript(`${NEGOTIATE}${stream}  +5ms <- {}␞\n`)).cards).toMatchObject([{ phase: "close" }]);
    expect(look(parseWireScript(NEGOTIATE + stream)).cards).toMatchObject([{ phase: "connect" }]);
  });

  test("a socket that is open stands, though nobody was there to hear its handshake", () => {
    const socket = "+20ms WS wss://app.test/x?id=secret\n  < 101\n";
    expect(connectionsOf(`${NEGOTIATE}${socket}+60s tick`)).toMatchObject([{ state: "open" }]);
    const heard = parseWireScript(`${NEGOTIATE}${socket}+60s tick`).map((event) =>
      event.kind === "exchange" && event.channel === "websocket" ? { ...event, pageTold: "begin" as const } : event,
    );
    expect(look(heard).connections).toMatchObject([{ state: "connecting" }]);
  });

  test("a client that is stopped while it negotiates makes nothing of the answer, and waits for nothing once another one began", () => {
    const unused = `${NEGOTIATE}+1ms ${NEGOTIATE.split("\n").slice(2).join("\n").slice(5)}${SOCKET}`;
    expect(connectionsOf(unused)).toMatchObject([{ state: "closed" }, { state: "open" }]);
  });

  test("a client that is stopped as soon as its socket stands, or while it says its handshake, was not refused", () => {
    const socket = "+20ms WS wss://app.test/x?id=secret\n  < 101\n";
    const said = '  +1ms -> {"protocol":"json","version":1}␞\n';
    const next = `\n+60ms ${NEGOTIATE.split("\n").slice(2).join("\n").slice(5)}`;
    for (const begun of [socket, socket + said]) {
      expect(connectionsOf(`${NEGOTIATE}${begun}  +90ms closed 1000 by page`)).toMatchObject([{ state: "closed" }]);
      expect(connectionsOf(`${NEGOTIATE}${begun}  +90ms closed 1000 by page${next}`)[0]).toMatchObject({
        state: "closed",
      });
    }
    expect(connectionsOf(`${NEGOTIATE}${socket}${said}  +9s closed 1000 by page`)).toMatchObject([{ state: "failed" }]);
    expect(connectionsOf(`${NEGOTIATE}${socket}${said}  +90ms closed 1000 by server`)).toMatchObject([
      { state: "failed" },
    ]);
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

test("live, event by event, gives what all at once gives", () => {
  const events = parseWireScript(NEGOTIATE + SOCKET);
  const live = createAnalysis(NOTHING_KNOWN);
  for (const event of events) {
    live.take(event);
    live.read();
  }
  expect(live.read()).toEqual(look(events));
});
