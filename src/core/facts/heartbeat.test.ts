import { expect, test } from "vitest";
import { parseWireScript } from "../../knowledge/wire-script.js";
import { createAnalysis } from "../analysis.js";
import { NOTHING_KNOWN } from "../knowledge.js";
import { observe } from "./observe.js";
import { NO_NEIGHBOURS } from "./scene.js";

const OPENED = `page https://app.test
+0ms WS wss://app.test/socket.io/?EIO=4&transport=websocket
  < 101
  +5ms <- 0{"sid":"s1","upgrades":[],"pingInterval":25000,"pingTimeout":20000,"maxPayload":1000000}
  +1ms -> 40
  +5ms <- 40{"sid":"n1"}
`;

function heartbeat(script: string) {
  const live = createAnalysis(NOTHING_KNOWN);
  const events = parseWireScript(script);
  for (const event of events) live.take(event);
  const first = events.find((event) => event.kind === "exchange");
  const connection = first && live.connectionOf(first.exchange);
  if (!connection) throw new Error("no connection is recognised");
  const trouble = { phase: "close", exchange: null, severity: "warning" } as const;
  const page = { near: () => null, urlOf: () => null };
  const facts = observe({ connection, trouble, neighbours: NO_NEIGHBOURS, asked: null, page, now: 0 });
  const names = ["ping.receivedEveryMs", "ping.receivedLongestMs", "ping.sentEveryMs", "silence.firstBy"] as const;
  return names.map((name) => facts[name]?.value);
}

test("a server that pinged every 25 s, was late once, and then pinged no more fell silent first", () => {
  const pings = "  +25s <- 2\n  +2ms -> 3\n  +40s <- 2\n  +2ms -> 3\n  +24998ms <- 2\n  +2ms -> 3\n";
  expect(heartbeat(`${OPENED}${pings}  +45s closed 1005 by page`)).toEqual([25000, 40002, 25000, "server"]);
});

test("a page that leaves a ping without its pong fell silent first", () => {
  const pings = "  +25s <- 2\n  +2ms -> 3\n  +24998ms <- 2\n";
  expect(heartbeat(`${OPENED}${pings}  +20s closed 1005 by server`)).toEqual([25000, 25000, undefined, "page"]);
});

test("without a ping nothing is known of their spacing", () => {
  expect(heartbeat(OPENED).slice(0, 3)).toEqual([undefined, undefined, undefined]);
});
