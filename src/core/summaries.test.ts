import { expect, test } from "vitest";
import { parseWireScript } from "../knowledge/wire-script.js";
import { analyse, createAnalysis } from "./analysis.js";
import { NOTHING_KNOWN } from "./knowledge.js";
import { message } from "./sample-events.js";
import { trafficOf } from "./summaries.js";

function summaries(script: string) {
  return analyse(parseWireScript(`page https://app.test${script}`), NOTHING_KNOWN).connections;
}

const NEGOTIATED = `
+0ms POST https://app.test/hub/negotiate?negotiateVersion=1
  < 200
  << {"connectionId":"a","connectionToken":"t","negotiateVersion":1,"availableTransports":[]}
+50ms WS wss://app.test/hub?id=t`;

test("the answer to a client's first message is its round trip", () => {
  const [connection] = summaries(`${NEGOTIATED}
  < 101
  +5ms -> {"protocol":"json","version":1}␞
  +7ms <- {}␞`);
  expect(connection).toMatchObject({ roundTripMs: 7, attempts: 1, state: "open" });
});

test("where the server speaks first, or nobody does, it is the answer to the request that began the session", () => {
  const [refused] = summaries(`${NEGOTIATED}
  < 404`);
  expect(refused?.roundTripMs).toBe(10);
  const [alone] = summaries(`
+0ms WS wss://app.test/socket.io/?EIO=4&transport=websocket
  < 101
  +5ms <- 0{"sid":"a","upgrades":[],"pingInterval":25000,"pingTimeout":20000,"maxPayload":1000000}
  +5ms -> 40`);
  expect(alone?.roundTripMs).toBeNull();
});

test("what is alive has lasted until now, what is over until its end", () => {
  const [open] = summaries(`${NEGOTIATED}
  < 101
  +5ms -> {"protocol":"json","version":1}␞
  +5ms <- {}␞
+10s tick`);
  expect((open?.until ?? 0) - (open?.startedAt ?? 0)).toBeGreaterThan(10_000);
  const [closed] = summaries(`${NEGOTIATED}
  < 101
  +5ms -> {"protocol":"json","version":1}␞
  +5ms <- {}␞
  +1s closed 1000 by page
+60s tick`);
  expect((closed?.until ?? 0) - (closed?.startedAt ?? 0)).toBeLessThan(2000);
});

test("a line that did not change is the same one at each look, and another once its connection tells more", () => {
  const live = createAnalysis(NOTHING_KNOWN);
  const script = `page https://app.test${NEGOTIATED}
  < 404
+60s tick
+1s WS wss://app.test/socket.io/?EIO=4&transport=websocket
  < 101
  +5ms <- 0{"sid":"a","upgrades":[],"pingInterval":25000,"pingTimeout":20000,"maxPayload":1000000}`;
  for (const event of parseWireScript(script)) live.take(event);
  const [failed, open] = live.read().connections;
  live.take({ kind: "tick", id: "later", at: (open?.lastAt ?? 0) + 5000 });
  const [stillFailed, stillOpen] = live.read().connections;
  expect(stillFailed).toBe(failed);
  expect(stillOpen?.until).toBe((open?.lastAt ?? 0) + 5000);
});

const POLLED = `page https://app.test
+0ms GET https://app.test/socket.io/?EIO=4&transport=polling
  < 200
  << 0{"sid":"a","upgrades":[],"pingInterval":25000,"pingTimeout":20000,"maxPayload":1000000}
+20ms POST https://app.test/socket.io/?EIO=4&transport=polling&sid=a
  >> 40␞42["hi"]
  < 200
  << ok
+20ms GET https://app.test/socket.io/?EIO=4&transport=polling&sid=a
  < 200
  << 40{"sid":"b"}␞42["there",1]␞2`;

test("what polling carried in bodies is counted message by message, and none twice where each is told of by itself", () => {
  const events = parseWireScript(POLLED);
  const traffic = (more: typeof events) => analyse([...events, ...more], NOTHING_KNOWN).connections.map(trafficOf);
  expect(traffic([])).toEqual([{ sent: 2, received: 4 }]);
  const last = events.findLast(({ kind }) => kind === "exchange");
  const polled = last?.kind === "exchange" ? last.exchange : "";
  expect(traffic([message(polled, 0, "2"), message(polled, 1, "2")])).toEqual([{ sent: 2, received: 3 }]);
});

const OPENED = `page https://app.test
+0ms GET https://app.test/socket.io/?EIO=4&transport=polling
  < 200`;
const SESSION = `
  << 0{"sid":"a","upgrades":[],"pingInterval":25000,"pingTimeout":20000,"maxPayload":1000000}`;
const SENT = `
+20ms POST https://app.test/socket.io/?EIO=4&transport=polling&sid=a
  < 200
  << ok`;

test("polling that carried nothing has carried none; only where bodies were not observed nothing is known", () => {
  const traffic = (script: string) => analyse(parseWireScript(script), NOTHING_KNOWN).connections.map(trafficOf);
  expect(traffic(`${OPENED.replace("200", "502")}`)).toEqual([{ sent: 0, received: 0 }]);
  expect(traffic(`${OPENED}${SESSION}`)).toEqual([{ sent: 0, received: 1 }]);
  expect(traffic(`${OPENED}${SESSION}${SENT}`)).toEqual([{ sent: null, received: 1 }]);
  expect(traffic(OPENED)).toEqual([{ sent: 0, received: null }]);
});
