import { eventsFromText } from "../../src/capture/text/events-from-text.js";
import { analyse } from "../../src/core/analysis.js";
import type { ProtocolName } from "../../src/core/connection.js";
import type { Confidence } from "../../src/core/diagnosis.js";
import type { Knowledge } from "../../src/core/knowledge.js";
import type { LabelledCase, Symptom } from "./labelled-case.js";
import { observedEvents } from "./observed.js";

export interface Answer {
  cause: string;
  confidence: Confidence;
}

/** A case with what was said of it: best first, each cause once; empty where nothing was said. */
export interface Scored extends LabelledCase {
  answers: Answer[];
}

const PROTOCOLS: Record<string, ProtocolName> = {
  signalr: "signalr",
  engineio: "engine-io",
  "engine-io": "engine-io",
  "socket.io": "engine-io",
  webpubsub: "web-pubsub",
  "web-pubsub": "web-pubsub",
};

export function protocolNamed(stack: string): ProtocolName | null {
  return PROTOCOLS[stack.toLowerCase()] ?? null;
}

/** Says what the analyser says of a symptom. It is given nothing but the symptom: no label can reach it. */
export function answer(symptom: Symptom, knowledge: Knowledge): Answer[] {
  const protocol = protocolNamed(symptom.stack);
  const { events } = eventsFromText(symptom.symptom_text, { protocol });
  const spokenOf = events.find((event) => event.protocol)?.protocol ?? protocol;
  const all = [...events, ...observedEvents(symptom.observed, spokenOf)];
  const causes = analyse(all, knowledge).cards.flatMap((card) => card.causes);
  const seen = new Set<string>();
  return causes.flatMap(({ cause, confidence }) => {
    if (seen.has(cause)) return [];
    seen.add(cause);
    return [{ cause, confidence }];
  });
}

export function score(cases: readonly LabelledCase[], knowledge: Knowledge): Scored[] {
  return cases.map((each) => ({ ...each, answers: answer(each.symptom, knowledge) }));
}

export function isRight({ label, answers }: Scored, among: number): boolean {
  return answers.slice(0, among).some(({ cause }) => cause === label.root_cause);
}

/** Causes that one symptom often cannot tell apart. */
const NEIGHBOURS: readonly (readonly string[])[] = [
  ["wrong-endpoint", "path-mismatch", "base-path-missing", "proxy-path-prefix-lost"],
  [
    "wrong-port",
    "server-not-running",
    "localhost-in-client-url",
    "firewall-port-closed",
    "server-binds-localhost-only",
  ],
  ["corporate-firewall", "corporate-proxy-blocks-streaming", "antivirus-security-software"],
  ["cors-origin-not-allowed", "cors-not-enabled", "azure-portal-cors-override"],
  ["client-server-version-mismatch", "eio3-not-allowed"],
];

/** The first answer is wrong, but a neighbour of what is right. */
export function isNearHit({ label, answers: [first] }: Scored): boolean {
  if (!first || first.cause === label.root_cause) return false;
  return NEIGHBOURS.some((group) => group.includes(first.cause) && group.includes(label.root_cause));
}
