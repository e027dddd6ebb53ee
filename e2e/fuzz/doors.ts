import "./outside-browser.js";
import fc from "fast-check";
import { pageTapEvents } from "../../src/capture/page-tap-events.js";
import { TapEvent } from "../../src/capture/tapped.js";
import { eventsFromText } from "../../src/capture/text/events-from-text.js";
import { analyse } from "../../src/core/analysis.js";
import type { Knowledge } from "../../src/core/knowledge.js";
import { readToken } from "../../src/core/token.js";
import { TrafficEvent } from "../../src/core/traffic.js";
import { parseUrl } from "../../src/core/url.js";
import { BadInput } from "../../src/har/bad-input.js";
import { entryClose, entryEvents } from "../../src/har/entry.js";
import { makeSafe } from "../../src/har/export.js";
import { FILE_FORMATS } from "../../src/har/formats.js";
import { readHar } from "../../src/har/read.js";
import { unpack } from "../../src/har/unpack.js";
import { Message } from "../../src/messages.js";
import { engineIoDecoder } from "../../src/panel/messages/engine-io.js";
import { signalrDecoder } from "../../src/panel/messages/signalr.js";
import { webPubSubDecoder } from "../../src/panel/messages/web-pubsub.js";
import { playedIn } from "../../src/replay/recording.js";
import { FLAVOURS, type FlavourName } from "../../src/report/flavours.js";
import { readReport } from "../../src/report/json.js";
import { toMarkdown } from "../../src/report/markdown.js";
import { parseMarkdown } from "../../src/report/parse-markdown.js";
import { LEVELS, type Level } from "../../src/report/redact-means.js";
import { oddBytes, oddJson, oddText } from "./odd.js";
import { oddEvents, oddFrames, oddHar } from "./odd-events.js";

/** Tells of each input how long it took, in milliseconds of this thread. */
export type Timed = <T>(act: () => T) => T;

/** Every way by which something comes in from outside: what may come, and what is done with it. Any exception is a crash. */
export function doorsOf(
  knowledge: Knowledge,
  timed: Timed,
): Record<string, fc.IAsyncProperty<unknown[]> | fc.IProperty<unknown[]>> {
  const level = fc.constantFrom<Level>(...LEVELS);

  /** The whole way through the house. */
  function through(events: TrafficEvent[], kept: Level): void {
    const safe = makeSafe([events], knowledge, { level: kept, salt: 100 });
    const analysis = safe.recordings[0]?.analysis ?? analyse([], knowledge);
    const options = { version: "0", knowledge, browser: null };
    const har = FILE_FORMATS.har(safe, analysis, options);
    readHar(har);
    FILE_FORMATS.html({ ...safe, check: () => undefined }, analysis, options);
    readReport(JSON.parse(FILE_FORMATS.json(safe, analysis)));
    for (const flavour of Object.keys(FLAVOURS) as FlavourName[]) toMarkdown(analysis, { version: "0", flavour });
    playedIn(events);
  }

  const door = <T>(what: fc.Arbitrary<T>, act: (value: T) => unknown) =>
    fc.property(what, (value) => void timed(() => act(value))) as unknown as fc.IProperty<unknown[]>;

  return {
    "a HAR": door(fc.tuple(oddHar, level), ([text, kept]) => refusing(() => through(readHar(text).events, kept))),
    "a HAR that breaks off": door(fc.tuple(oddHar, fc.double({ min: 0, max: 1, noNaN: true })), ([text, share]) =>
      refusing(() => analyse(readHar(text.slice(0, Math.floor(text.length * share))).events, knowledge)),
    ),
    "any JSON as a HAR": door(oddJson, (value) =>
      refusing(() =>
        readHar(
          JSON.stringify({ log: { entries: [value], pages: [value], _logged: [value], _pageEvents: [value] } }) ?? "",
        ),
      ),
    ),
    "any text as a HAR": door(oddText, (text) => refusing(() => readHar(text))),
    "an entry of DevTools": door(oddJson, (value) => {
      const [exchange] = entryEvents(value, { id: "x", hasEnded: true, body: null });
      if (exchange) entryClose(value, exchange);
    }),
    "a file's bytes": fc.asyncProperty(oddBytes, async (bytes) => {
      try {
        await unpack(bytes);
      } catch (error) {
        if (!isRefusal(error)) throw error;
      }
    }) as unknown as fc.IAsyncProperty<unknown[]>,
    traffic: door(fc.tuple(oddEvents, level), ([events, kept]) => through(events, kept)),
    "a log": door(fc.array(oddText, { maxLength: 6 }), (lines) =>
      analyse(eventsFromText(lines.join("\n").slice(0, 400_000)).events, knowledge),
    ),
    "messages of SignalR": door(oddFrames, (frames) => frames.forEach(decodingWith(signalrDecoder()))),
    "messages of Socket.IO": door(oddFrames, (frames) => frames.forEach(decodingWith(engineIoDecoder("4")))),
    "messages of Socket.IO 2": door(oddFrames, (frames) => frames.forEach(decodingWith(engineIoDecoder("3")))),
    "messages of Web PubSub": door(oddFrames, (frames) => frames.forEach(decodingWith(webPubSubDecoder(null)))),
    "messages of Web PubSub in protobuf": door(oddFrames, (frames) =>
      frames.forEach(decodingWith(webPubSubDecoder("protobuf.webpubsub.azure.v1"))),
    ),
    "messages of MQTT": door(oddFrames, (frames) => frames.forEach(decodingWith(webPubSubDecoder("mqtt")))),
    "a report": door(oddJson, (value) => refusing(() => readReport(value))),
    Markdown: door(oddText, parseMarkdown),
    "a URL": door(oddText, parseUrl),
    "a token": door(oddText, readToken),
    "a message between rooms": door(oddJson, (value) => Message.safeParse(value)),
    "an event between rooms": door(fc.tuple(oddJson, oddEvents), ([value, events]) =>
      Message.safeParse({ type: "events", events: [...events, value] }),
    ),
    "what a page tells": door(
      fc.oneof(oddJson, fc.record({ kind: fc.constant("messages"), packed: oddPack })),
      (value) => {
        const told = TapEvent.safeParse(value);
        const events = told.success ? pageTapEvents(told.data, { id: "f", origin: "null", url: "" }) : [];
        for (const event of events) TrafficEvent.parse(event);
      },
    ),
  };
}

/** What a tap packs, or nearly so. */
const oddPack = fc.oneof(
  oddText,
  fc
    .array(fc.stringMatching(/^[tbu]-?\d{1,3} \d{1,2}( \d{0,2}( \d [sr] \d)?)?$/), { maxLength: 5 })
    .chain((rows) =>
      fc
        .tuple(oddText, oddText)
        .map(([base64, texts]) => `${[`${rows.length} 1000`, ...rows].join()};${base64};${texts}`),
    ),
);

/** A library that reads packets says "no" by throwing; that it ran out of stack, or into our own mistake, is another thing. */
function decodingWith(decode: (frame: never) => unknown) {
  return (frame: unknown) => {
    try {
      decode(frame as never);
    } catch (error) {
      if (error instanceof TypeError || error instanceof ReferenceError || /call stack/i.test(String(error)))
        throw error;
    }
  };
}

/** To refuse an input is an answer, too: in words for who gave it. */
function refusing(act: () => unknown): void {
  try {
    act();
  } catch (error) {
    if (!isRefusal(error)) throw error;
  }
}

function isRefusal(error: unknown): boolean {
  return (
    error instanceof BadInput ||
    (error instanceof Error &&
      (error.name === "$ZodError" || /^(?:this is no report|the report is of)/.test(error.message)))
  );
}
