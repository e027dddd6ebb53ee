import { expect, it } from "vitest";
import { parseWireScript } from "../knowledge/wire-script.js";
import { analyse } from "./analysis.js";
import { NOTHING_KNOWN } from "./knowledge.js";
import type { MarkedEvent, TrafficEvent } from "./traffic.js";

/** Nothing gives these away: no path, no query, no client's header, no message of a protocol. */
const SILENT = parseWireScript(`page https://app.test
+1s POST https://app.test/live/negotiate
  < 401
+1s WS wss://app.test/live
  < 503
+1s GET https://app.test/news
  < 400
+1s WS wss://app.test/feed
  < 401
+1s GET https://app.test/elsewhere
  < 200`);

const marked = (url: string, protocol: MarkedEvent["protocol"]): TrafficEvent => ({
  kind: "marked",
  id: `mark-${url}`,
  at: 0,
  url,
  protocol,
});
const seen = (events: TrafficEvent[]) =>
  analyse(events, NOTHING_KNOWN).connections.map((each) => `${each.protocol} ${each.endpoint}`);

it("takes what the user marked for what they say it is, and nothing else", () => {
  expect(seen(SILENT)).toEqual([]);
  expect(seen([marked("https://app.test/live", "signalr"), ...SILENT])).toEqual([
    "signalr https://app.test/live",
    "signalr https://app.test/live",
  ]);
  expect(seen([marked("https://app.test/live/negotiate", "signalr"), ...SILENT])).toHaveLength(2);
  expect(seen([marked("https://app.test/news", "engine-io"), ...SILENT])).toEqual(["engine-io https://app.test/news"]);
  expect(seen([marked("wss://app.test/feed?x=1", "web-pubsub"), ...SILENT])).toEqual([
    "web-pubsub https://app.test/feed",
  ]);
});

it("does not take what is recognised for something else", () => {
  const healthy = parseWireScript(`page https://app.test
+1s GET https://app.test/io/?EIO=4&transport=polling
  < 200
  << 0{"sid":"s1","upgrades":[],"pingInterval":25000,"pingTimeout":20000,"maxPayload":1000000}`);
  expect(seen([marked("https://app.test/io/", "signalr"), ...healthy])[0]).toMatch(/^engine-io /);
});
