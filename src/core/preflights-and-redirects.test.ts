import { describe, expect, test } from "vitest";
import { parseWireScript } from "../knowledge/wire-script.js";
import { connectionsOf, look } from "./testing/look.js";
import type { TrafficEvent } from "./traffic.js";

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
