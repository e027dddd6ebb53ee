import { readdirSync, readFileSync } from "node:fs";
import { resolve } from "node:path";
import { knowledge } from "virtual:knowledge";
import { describe, expect, it } from "vitest";
import { eventsFromText } from "../capture/text/events-from-text.js";
import { type Analysis, analyse } from "../core/analysis.js";
import type { TrafficEvent } from "../core/traffic.js";
import { compileFolder } from "../knowledge/folder.js";
import { parseWireScript } from "../knowledge/wire-script.js";
import { phrasesOf } from "../report/phrases.js";
import { createRedactor, type RedactorOptions } from "../report/redact.js";
import { LEVELS } from "../report/redact-means.js";
import { diagnosed, makeSafe } from "./export.js";
import { FILE_FORMATS } from "./formats.js";
import { readHar } from "./read.js";
import { writeHar } from "./write.js";

const { examples } = compileFolder(resolve("knowledge"));
const phrases = phrasesOf(knowledge);

/** What a person sees of a report, but for the labels that stand in its texts and paths. */
function seen({ cards, connections }: Analysis) {
  const endpoints = new Map<string, number>();
  const id = (card: string | null) => {
    if (card === null) return null;
    const [cause, endpoint = ""] = card.split("@");
    endpoints.set(endpoint, endpoints.get(endpoint) ?? endpoints.size + 1);
    return `${cause}@endpoint ${endpoints.get(endpoint)}`;
  };
  return {
    cards: cards.map((card) => ({
      id: id(card.id),
      occurrences: card.occurrences,
      phase: card.phase,
      codes: [card.status, card.engineIoCode, card.closeCode, card.netError],
      steps: card.steps,
      causes: card.causes.map(({ entry, confidence, score }) => ({ entry, confidence, score })),
      ruledOut: card.ruledOut.map(({ cause }) => cause),
    })),
    connections: connections.map(({ card, transport, state, sent, received }) => ({
      card: id(card),
      transport,
      state,
      sent,
      received,
    })),
  };
}

function withoutScores({ cards, connections }: ReturnType<typeof seen>) {
  const ranked = cards.map(({ causes, ...rest }) => ({ ...rest, causes: causes.map(({ entry }) => entry) }));
  return { cards: ranked, connections };
}

function exported(events: TrafficEvent[], redactor: ReturnType<typeof createRedactor> | null): string {
  const safe = redactor ? redactor.redactEvents(events) : events;
  return writeHar(diagnosed(safe, knowledge), { creatorVersion: "1" });
}

describe("an exported HAR leads to the same cards", () => {
  const captured = examples.filter(({ notation }) => notation === "wire");
  it.each(captured.map((example) => [`${example.file}: ${example.title}`, example.script]))("%s", (_, script) => {
    const events = parseWireScript(script);
    const original = seen(analyse(events, knowledge));
    const once = exported(events, null);
    expect(seen(analyse(readHar(once).events, knowledge))).toEqual(original);
    for (const level of ["strict", "keep-payloads"] as const) {
      const redacted = exported(readHar(once).events, createRedactor({ phrases, level }));
      expect(seen(analyse(readHar(redacted).events, knowledge)), level).toEqual(original);
      const again = exported(readHar(redacted).events, createRedactor({ phrases, level }));
      expect(seen(analyse(readHar(again).events, knowledge)), `${level}, twice`).toEqual(original);
    }
  });
});

const CAPTURES = resolve("e2e/captures");
const captures = readdirSync(CAPTURES).map((name) => [name, readFileSync(resolve(CAPTURES, name), "utf8")] as const);

/** What somebody might do to the findings that stand in a file: they are words about the traffic, not the traffic. */
function falsified(har: string): string {
  return har
    .replace(/"cause":"[^"]*"/g, '"cause":"forged"')
    .replace(/"comment":"[^"]*"/g, '"comment":"forged"')
    .replace(/"confidence":"[^"]*"/g, '"confidence":"confirmed"');
}

function withoutFindings(har: string): string {
  return JSON.stringify(
    JSON.parse(har, (name, value) => (/^(_handshakeTriage|comment)$/.test(name) ? undefined : value)),
  );
}

/** The HTML report, from which the recording is read again. */
function asHtml(events: TrafficEvent[], options: RedactorOptions): string {
  const safe = makeSafe([events], knowledge, options);
  const analysis = safe.recordings[0]?.analysis;
  if (!analysis) throw new Error("no recording");
  return FILE_FORMATS.html(safe, analysis, { version: "1", knowledge, browser: null });
}

describe.each(LEVELS)("a lab capture, exported at the level %s,", (level) => {
  it.each(captures)("leads to the same cards from its traffic alone: %s", (_, capture) => {
    const { events } = readHar(capture);
    const original = seen(analyse(events, knowledge));
    const file = exported(events, createRedactor({ phrases, level, salt: 4200 }));
    for (const each of [file, falsified(file), withoutFindings(file)])
      expect(seen(analyse(readHar(each).events, knowledge))).toEqual(original);
  });

  // That an address is the own machine's is evidence that goes with the address; it decides nothing alone.
  it.each(captures)("without its addresses leads to the same causes in the same order: %s", (_, capture) => {
    const { events } = readHar(capture);
    const original = withoutScores(seen(analyse(events, knowledge)));
    const options = { level, salt: 4200, also: [/127\.0/], emails: true, ips: true };
    const file = exported(events, createRedactor({ phrases, ...options }));
    const page = falsified(asHtml(events, { phrases, ...options }));
    for (const each of [file, page])
      expect(withoutScores(seen(analyse(readHar(each).events, knowledge)))).toEqual(original);
  });
});

it.each(LEVELS)(
  "what a log beside the recording says, and what the page alone knew, lead to the same cards, %s",
  (level) => {
    const recorded = parseWireScript(`
page https://app.test
+0ms POST https://api.test/chat/negotiate?negotiateVersion=1
  > Origin: https://app.test
  > X-SignalR-User-Agent: Microsoft SignalR/10.0
  < 200
  < Access-Control-Allow-Origin: https://app.test
`);
    const at = recorded.find(({ kind }) => kind === "exchange")?.at ?? 0;
    const url = "https://api.test/chat/negotiate?negotiateVersion=1";
    const events: TrafficEvent[] = [
      ...recorded,
      { kind: "asked", id: "a1", at: at - 1, method: "POST", url, credentials: true, origin: "https://app.test" },
      ...eventsFromText("HubException: Method does not exist.", { protocol: "signalr", prefix: "log" }).events,
    ];
    const original = seen(analyse(events, knowledge));
    expect(original.cards.map(({ causes: [best] }) => best?.entry)).toEqual(
      expect.arrayContaining(["signalr/hub-method-not-found"]),
    );
    expect(JSON.stringify(original)).not.toBe(JSON.stringify(seen(analyse(recorded, knowledge))));
    const file = exported(events, createRedactor({ phrases, level, ips: true }));
    expect(seen(analyse(readHar(withoutFindings(file)).events, knowledge))).toEqual(original);
  },
);

it.each(captures)("the same recording gives the same bytes again: %s", (_, capture) => {
  const { events } = readHar(capture);
  const file = () => exported(events, createRedactor({ phrases, salt: 100 }));
  expect(file()).toBe(file());
});

it("another salt changes the labels and nothing else", () => {
  const capture = captures.find(([name]) => name === "signalr-no-connection-with-that-id.har")?.[1];
  const { events } = readHar(capture ?? "");
  const file = (salt: number) => exported(events, createRedactor({ phrases, salt }));
  expect(file(200)).not.toBe(file(100));
  expect(file(200).replace(/-2(\d\d)(?=;|%3B)/g, "-1$1")).toBe(file(100));
});

it.each(LEVELS)(
  "of a long message whose bytes nobody counted it still says how many there are at the least, %s",
  (level) => {
    const recorded = parseWireScript(`
page https://app.test
+0ms WS wss://api.test/client/hubs/chat
  > Sec-WebSocket-Protocol: json.webpubsub.azure.v1
  < 101
  +100ms <- {"type":"system","event":"connected","userId":"ada","connectionId":"abcdefgh12"}
  +100ms <- (20,028 bytes)`);
    const text = '{"type":"message","from":"group","data":"';
    const events = recorded.map((event) =>
      event.kind === "frame" && event.payload.text === null
        ? { ...event, payload: { ...event.payload, text, atLeast: true } }
        : event,
    );
    const payloads = readHar(exported(events, createRedactor({ phrases, level }))).events.flatMap((event) =>
      event.kind === "frame" ? [event.payload] : [],
    );
    expect(payloads.map(({ bytes, atLeast = false }) => ({ bytes, atLeast }))).toEqual([
      { bytes: expect.any(Number), atLeast: false },
      { bytes: 20_028, atLeast: true },
    ]);
  },
);
