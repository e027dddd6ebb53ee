import { resolve } from "node:path";
import { knowledge } from "virtual:knowledge";
import { describe, expect, it } from "vitest";
import { type Analysis, analyse } from "../core/analysis.js";
import type { TrafficEvent } from "../core/traffic.js";
import { compileFolder } from "../knowledge/folder.js";
import { parseWireScript } from "../knowledge/wire-script.js";
import { phrasesOf } from "../report/phrases.js";
import { createRedactor } from "../report/redact.js";
import { readHar } from "./read.js";
import { writeHar } from "./write.js";

const { examples } = compileFolder(resolve("knowledge"));
const phrases = phrasesOf(knowledge);

/** What a person sees of a report, but for the labels that stand in its texts. */
function seen({ cards, connections }: Analysis) {
  return {
    cards: cards.map((card) => ({
      id: card.id,
      occurrences: card.occurrences,
      phase: card.phase,
      codes: [card.status, card.engineIoCode, card.closeCode, card.netError],
      steps: card.steps,
      causes: card.causes.map(({ entry, confidence, score }) => ({ entry, confidence, score })),
      ruledOut: card.ruledOut.map(({ cause }) => cause),
    })),
    connections: connections.map(({ card, transport, state, sent, received }) => ({
      card,
      transport,
      state,
      sent,
      received,
    })),
  };
}

function exported(events: TrafficEvent[], redactor: ReturnType<typeof createRedactor> | null): string {
  const safe = redactor ? redactor.redactEvents(events) : events;
  return JSON.stringify(writeHar(safe, analyse(safe, knowledge), { creatorVersion: "1" }));
}

describe("an exported HAR leads to the same cards", () => {
  it.each(examples.map((example) => [`${example.file}: ${example.title}`, example.script]))("%s", (_, script) => {
    const events = parseWireScript(script);
    const original = seen(analyse(events, knowledge));
    const once = exported(events, null);
    expect(seen(analyse(readHar(once).events, knowledge))).toEqual(original);
    const redacted = exported(readHar(once).events, createRedactor({ phrases }));
    expect(seen(analyse(readHar(redacted).events, knowledge))).toEqual(original);
    const again = exported(readHar(redacted).events, createRedactor({ phrases }));
    expect(seen(analyse(readHar(again).events, knowledge))).toEqual(original);
  });
});
