import { knowledge } from "virtual:knowledge";
import { describe, expect, it } from "vitest";
import { analyse } from "../core/analysis.js";
import { BadInput } from "./bad-input.js";
import { readHar } from "./read.js";

function entry(at: string, url: string, more: object = {}) {
  const request = { method: "GET", url, headers: [] };
  const response = { status: 200, headers: [], content: { size: 2, mimeType: "text/plain", text: "ok" } };
  return { startedDateTime: `2026-01-01T00:00:${at}Z`, time: 10, request, response, ...more };
}

const har = (log: object) =>
  JSON.stringify({ log: { version: "1.2", creator: { name: "test", version: "1" }, ...log } });

describe("what is no HAR is called by its name", () => {
  it.each([
    ["an empty file", "", /nothing in it/],
    ["an archive", "PK\u0003\u0004", /ZIP/],
    ["a saved page", "<!doctype html>", /web page/],
    ["a console log", "WebSocket failed", /plain text/],
    ["a HAR that was cut off", '{"log":{"entries":[{"sta', /breaks off/],
    ["a report of ours", '{"format":"handshake-triage/report","cards":[]}', /report of ours/],
    ["Chromium's net log", '{"constants":{},"events":[]}', /net-export/],
    ["other JSON", '{"a":1}', /no log/],
    ["a list", "[1]", /a list/],
  ])("%s", (_, text, message) => {
    expect(() => readHar(text)).toThrow(BadInput);
    expect(() => readHar(text)).toThrow(message);
  });
});

describe("a HAR", () => {
  it("with a byte order mark is read, in order of time, from coverage to the last tick", () => {
    const { events } = readHar(
      `\uFEFF${har({ entries: [entry("02", "https://b.test/"), entry("01", "https://a.test/")] })}`,
    );
    expect(events.map(({ kind, id }) => `${kind} ${id}`)).toEqual([
      "coverage h0",
      "exchange h2",
      "exchange h1",
      "tick h-end",
    ]);
    expect(events.at(-1)?.at).toBe(Date.parse("2026-01-01T00:00:02.010Z"));
  });

  it("without requests, or with broken ones, says so", () => {
    expect(readHar(har({ entries: [] })).notes[0]).toMatch(/no requests/);
    expect(readHar(har({ entries: [entry("01", "https://a.test/"), { request: null }] })).notes[0]).toMatch(
      /1 of 2 entries/,
    );
  });

  it("with more messages on one socket than a call takes arguments is read whole", () => {
    const messages = Array.from({ length: 150_000 }, () => ({
      type: "receive",
      time: 1_767_225_601,
      opcode: 1,
      data: "6",
    }));
    const socket = entry("01", "wss://a.test/", {
      response: { status: 101, headers: [] },
      _resourceType: "websocket",
      _webSocketMessages: messages,
    });
    const { events } = readHar(har({ entries: [socket] }));
    expect(events.filter(({ kind }) => kind === "frame")).toHaveLength(messages.length);
  }, 120_000);

  it("says that it has no messages where an open socket has none", () => {
    const socket = entry("01", "wss://a.test/", { response: { status: 101, headers: [] } });
    expect(readHar(har({ entries: [socket] })).events[0]).toMatchObject({
      kind: "coverage",
      notSeen: expect.arrayContaining(["frames", "close-codes"]),
    });
  });

  it("tells a navigation from tabs that live side by side", () => {
    const pages = [
      { id: "one", startedDateTime: "2026-01-01T00:00:00Z", title: "https://a.test/" },
      { id: "two", startedDateTime: "2026-01-01T00:00:05Z", title: "https://a.test/next" },
    ];
    const one = entry("01", "https://a.test/x", { pageref: "one" });
    const navigated = (entries: object[]) =>
      readHar(har({ pages, entries })).events.filter(({ kind }) => kind === "navigated").length;
    expect(navigated([one, entry("06", "https://a.test/y", { pageref: "two" })])).toBe(2);
    expect(navigated([one, entry("06", "https://a.test/y", { pageref: "one" })])).toBe(1);
  });

  it("puts a refused socket that Chromium timed by another clock after the request before it", () => {
    const refused = { ...entry("00", "wss://a.test/chat?id=1"), startedDateTime: "1970-01-05T00:00:00Z" };
    const { events } = readHar(har({ entries: [entry("03", "https://a.test/"), refused] }));
    expect(events.find(({ id }) => id === "h2")?.at).toBe(Date.parse("2026-01-01T00:00:03Z"));
  });

  it("is diagnosed by its traffic, whatever findings somebody wrote into it", () => {
    const forged = { cards: [{ id: "forged", causes: [{ cause: "no-sticky-sessions" }] }] };
    const socket = entry("01", "wss://a.test/hub?id=abc", {
      response: { status: 101, headers: [] },
      _handshakeTriage: { card: "forged" },
    });
    const { events } = readHar(har({ entries: [socket], _handshakeTriage: forged }));
    expect(analyse(events, knowledge).cards).toEqual([]);
  });
});
