import { knowledge } from "virtual:knowledge";
import { describe, expect, it } from "vitest";
import { REFUSED } from "../core/testing/refused.js";
import type { TrafficEvent } from "../core/traffic.js";
import { parseWireScript } from "../knowledge/wire-script.js";
import { diagnosed } from "./export.js";
import type { Har } from "./har.js";
import { readHar } from "./read.js";
import { writeHar } from "./write.js";

const STICKY = REFUSED.replace("+0ms POST", "+0ms GET https://app.test/private/account\n  < 200\n+0ms POST");

function har(events: TrafficEvent[]): Har {
  return JSON.parse(writeHar(diagnosed(events, knowledge), { creatorVersion: "1.0" })) as Har;
}

function written(script: string) {
  return har(parseWireScript(script));
}

describe("the HAR for a ticket", () => {
  it("holds the connection's requests and says how many others there were", () => {
    const { log } = written(STICKY);
    expect(log.entries.map(({ request }) => request.url)).toEqual([
      "https://app.test/chat/negotiate?negotiateVersion=1",
      "wss://app.test/chat?id=connection-token-1",
    ]);
    expect(log.comment).toContain("1 other request was left out");
    expect(JSON.stringify(log)).not.toContain("private");
  });

  it("shows a refused handshake as Chrome does, with the finding beside it", () => {
    const entry = written(STICKY).log.entries[1];
    expect(entry?.response.status).toBe(0);
    expect(entry?._webSocketMessages).toMatchObject([
      { type: "error", opcode: -1, data: "Error during WebSocket handshake: Unexpected response code: 404" },
    ]);
    expect(entry?._handshakeTriage).toMatchObject({ cause: "no-sticky-sessions" });
    expect(entry?.comment).toContain("Handshake Triage:");
  });

  it("lists the pages that its requests name, and keeps every other load elsewhere: viewers break on an empty page", () => {
    const events = parseWireScript(`
page https://app.test/first
+1s page https://app.test/before
+1s page https://app.test
+0ms GET https://app.test/socket.io/?EIO=4&transport=polling
  < 404
+1s page https://app.test/after
`);
    const { log } = har(events);
    const [entry] = log.entries;
    expect(log.pages.map(({ id, title }) => [id, title])).toEqual([[entry?.pageref, "https://app.test"]]);
    expect(log._otherPages.map(({ title }) => title)).toEqual(["https://app.test/before", "https://app.test/after"]);
    const loads = (all: TrafficEvent[]) => all.flatMap((event) => (event.kind === "navigated" ? [event.url] : []));
    expect(loads(readHar(JSON.stringify({ log })).events)).toEqual(loads(events));
  });

  it("has every field that HAR 1.2 asks for", () => {
    const { log } = written(STICKY);
    const [page] = log.pages;
    expect(Object.keys(log)).toEqual(expect.arrayContaining(["version", "creator", "pages", "entries"]));
    expect(page).toMatchObject({
      id: log.entries[0]?.pageref,
      startedDateTime: "2026-01-01T00:00:00.010Z",
      pageTimings: {},
    });
    for (const { request, response, timings, time, cache } of log.entries) {
      expect(Object.keys(request)).toEqual(
        expect.arrayContaining([
          "method",
          "url",
          "httpVersion",
          "cookies",
          "headers",
          "queryString",
          "headersSize",
          "bodySize",
        ]),
      );
      expect(Object.keys(response)).toEqual(
        expect.arrayContaining([
          "status",
          "statusText",
          "httpVersion",
          "cookies",
          "headers",
          "content",
          "redirectURL",
          "headersSize",
          "bodySize",
        ]),
      );
      expect(time).toBe(timings.send + timings.wait + timings.receive);
      expect(cache).toEqual({});
    }
  });

  it.each([0, 1, 49, 50, 51, 100, 120])("is one whole log, whatever the number of its requests: %i", (count) => {
    const poll = (_: unknown, at: number) =>
      `+1s GET https://app.test/socket.io/?EIO=4&transport=polling&t=${at}\n  < 404`;
    const events = parseWireScript(`page https://app.test\n${Array.from({ length: count }, poll).join("\n")}`);
    for (const indent of [undefined, 2]) {
      const text = writeHar(diagnosed(events, knowledge), { creatorVersion: "1.0", ...(indent && { indent }) });
      const read = JSON.parse(text) as Har;
      expect(read.log.entries).toHaveLength(count);
      expect(text).toBe(JSON.stringify(read, null, indent) + (indent ? "\n" : ""));
      expect(Object.keys(read.log)).toEqual(Object.keys(har([]).log));
    }
  });

  it("gives back what a HAR has no place for: closes, waiting, sizes, who asked and what was not seen", () => {
    const events = parseWireScript(`
page https://app.test
+0ms WS wss://app.test/chat?id=abc
  < 101
  +5ms -> {"protocol":"json","version":1}␞
  +5ms <- (40,000 bytes)
  +9s closed 1006 by server gone
+1s GET https://app.test/socket.io/?EIO=4&transport=polling
+25s tick
`);
    const [socket] = events.filter((event) => event.kind === "exchange");
    if (socket)
      Object.assign(socket, {
        initiator: ["new Foo https://app.test/a.js"],
        requestBody: { text: "AQI=", encoding: "base64", bytes: 2 },
      });
    events.unshift({ kind: "coverage", id: "c", at: 0, source: "x", notSeen: ["bodies"] });
    const again = readHar(JSON.stringify(har(events))).events;
    expect(again.find(({ kind }) => kind === "close")).toMatchObject({ code: 1006, by: "server", reason: "gone" });
    expect(again.filter(({ kind }) => kind === "frame").at(-1)).toMatchObject({
      payload: { text: null, bytes: 40000 },
    });
    const [open, pending] = again.filter((event) => event.kind === "exchange");
    expect(open).toMatchObject({
      initiator: ["new Foo https://app.test/a.js"],
      requestBody: { text: "AQI=", encoding: "base64", bytes: 2 },
    });
    expect(pending).toMatchObject({ status: null, netError: null, endedAt: null });
    expect(again[0]).toMatchObject({ kind: "coverage", notSeen: ["bodies"] });
    expect(again.at(-1)?.at).toBe(events.at(-1)?.at);
  });
});
