import { hidesStatus } from "./ask-again.js";
import type { Connection, Phase, ProtocolName, Role, Trouble } from "./connection.js";
import type { DecidedBy } from "./decided-by.js";
import type { Evidence, Finding, RankedCause, RuledOut } from "./diagnosis.js";
import type { Exchange } from "./exchange.js";
import type { Facts } from "./facts/index.js";
import { pageStatus } from "./facts/request.js";
import { type Entry, entryOf, type Fix, type Knowledge } from "./knowledge.js";
import type { Protocol } from "./protocols/protocol.js";
import { isLabel, withPlainLabels } from "./token.js";
import type { SaidEvent } from "./traffic.js";
import { fill } from "./wording.js";

export interface Step {
  phase: Phase;
  state: "passed" | "skipped" | "broke" | "not-reached";
}

/** A ranked cause with its entry's words, filled with what was observed. */
export interface CardCause extends RankedCause {
  title: string;
  explanation: string;
  fixes: Fix[];
  reproduce: { command: string } | { impossible: string };
  link: string;
  /** The entry's page in the catalogue: an address, or its path in the repository where no address is known. */
  page: string;
}

/** One cause at one endpoint, however often it struck. What was not observed is null. */
export interface Card {
  id: string;
  protocol: ProtocolName;
  phase: Phase;
  endpoint: string;
  severity: Trouble["severity"];
  occurrences: number;
  firstAt: number;
  lastAt: number;
  status: number | null;
  engineIoCode: number | null;
  closeCode: number | null;
  netError: string | null;
  /** The broken request in a line. */
  request: Evidence | null;
  steps: Step[];
  /** Best first; empty where nothing in the catalogue fits. */
  causes: CardCause[];
  ruledOut: RuledOut[];
  wouldDecide: string | null;
  /** How the panel can make that observation. */
  decidedBy: DecidedBy | null;
  /** Names of the files that show it, where several were read. */
  files?: readonly string[];
}

/** One troubled connection, ready to be grouped. */
export interface Case {
  connection: Connection;
  trouble: Trouble;
  facts: Facts;
  finding: Finding;
  protocol: Protocol;
  /** What the page's client itself logged of it. */
  logged: readonly SaidEvent[];
}

/** Cases of one card: the same best cause at the same endpoint. */
export function cardId({ connection, trouble, finding }: Case): string {
  const what = finding.causes[0]?.cause ?? `unexplained-${trouble.phase}-${pageStatus(trouble.exchange) ?? "none"}`;
  return `${what}@${connection.endpoint}`;
}

/** Makes the card of a group from the case that shows it best. */
export function makeCard(
  shown: Case,
  group: { occurrences: number; firstAt: number; lastAt: number },
  knowledge: Knowledge,
): Card {
  const { connection, trouble, facts, finding } = shown;
  return {
    id: cardId(shown),
    protocol: connection.protocol,
    phase: trouble.phase,
    endpoint: connection.endpoint,
    severity: trouble.severity,
    ...group,
    status: pageStatus(trouble.exchange) ?? numberOf(facts.status?.value),
    engineIoCode: numberOf(facts["engineIo.code"]?.value),
    closeCode: connection.close?.code ?? null,
    netError: trouble.exchange?.netError ?? null,
    request: requestLine(shown),
    steps: stepsOf(shown),
    causes: finding.causes.map((cause, place) => {
      const worded = withWords(cause, facts, knowledge);
      if (place > 0) return worded;
      const title = cause.isByWords ? `Perhaps: ${worded.title}` : worded.title;
      return { ...worded, title, evidence: [...worded.evidence, ...guessLine(shown), ...loggedLines(shown)] };
    }),
    ruledOut: finding.ruledOut,
    wouldDecide: finding.wouldDecide,
    decidedBy: finding.decidedBy,
  };
}

function guessLine({ connection: { isGuess }, trouble: { exchange } }: Case): Evidence[] {
  const text =
    "That this is about Web PubSub says the path alone, by which its clients mostly ask the application for their URL.";
  return isGuess && exchange ? [{ text, events: [exchange.id] }] : [];
}

const LINES_SHOWN = 3;
const LONGEST_LINE = 240;

/** The client's own words, whatever they weigh: people search for them. Redacted to one label, they say nothing. */
function loggedLines({ logged }: Case): Evidence[] {
  const told = logged.filter(({ text }) => !isLabel(text));
  return told.slice(0, LINES_SHOWN).map(({ id, text }) => ({
    text: `The client logged: “${text.length > LONGEST_LINE ? `${text.slice(0, LONGEST_LINE)}…` : text}”`,
    events: [id],
  }));
}

function numberOf(value: unknown): number | null {
  return typeof value === "number" ? value : null;
}

function requestLine({ trouble: { exchange }, facts }: Case): Evidence | null {
  if (!exchange?.url) return null;
  if (hidesStatus(exchange)) return hiddenLine(exchange, facts);
  const unanswered = facts["said.alone"] ? "the text does not say" : "no answer yet";
  const answer = exchange.status || exchange.netError || (exchange.status === 0 ? "blocked" : unanswered);
  const blocked = exchange.status && exchange.netError ? ` (${exchange.netError})` : "";
  const what = exchange.channel === "websocket" ? "WebSocket" : exchange.method;
  return { text: `${what} ${placeOf(exchange)} → ${answer}${blocked}`.trim(), events: [exchange.id] };
}

function placeOf({ url }: Exchange): string {
  return withPlainLabels(url.split(/[?#]/)[0] ?? "");
}

/** The page's own request, and what was said when it was asked again: two requests, and told as two. */
function hiddenLine(exchange: Exchange, facts: Facts): Evidence {
  const asked = facts["askedAgain.status"] ?? facts["askedAgain.netError"];
  const again = asked ? `; asked again over plain HTTP → ${asked.value || "blocked"}` : "";
  return {
    text: `WebSocket ${placeOf(exchange)} → status hidden${again}`,
    events: [exchange.id, ...(asked?.shownBy ?? [])],
  };
}

function withWords(cause: RankedCause, facts: Facts, knowledge: Knowledge): CardCause {
  const entry = entryOf(knowledge, cause.entry);
  return {
    ...cause,
    title: entry.title,
    explanation: fill(entry.explanation, facts),
    fixes: entry.fixes.map(({ technology, text }) => ({ technology, text: fill(text, facts) })),
    reproduce: fillCommand(entry, facts),
    link: entry.link,
    page: `${knowledge.pages}${entry.id}.md`,
  };
}

function fillCommand({ reproduce }: Entry, facts: Facts): CardCause["reproduce"] {
  if ("command" in reproduce) return { command: fill(reproduce.command, facts) };
  return { impossible: fill(reproduce.impossible, facts) };
}

/** Steps that stand for the phases that have none of their own. */
const STEP_OF: Partial<Record<Phase, Phase>> = { close: "message", poll: "message", service: "message" };

/** The request that shows that a step was taken. */
const ROLE_OF: Partial<Record<Phase, Role>> = {
  preflight: "preflight",
  negotiate: "negotiate",
  open: "open",
  upgrade: "upgrade",
  poll: "poll",
};

function stepsOf({ connection, trouble, protocol }: Case): Step[] {
  const brokeAt = protocol.steps.includes(trouble.phase) ? trouble.phase : (STEP_OF[trouble.phase] ?? trouble.phase);
  const place = protocol.steps.indexOf(brokeAt);
  return protocol.steps.map((phase, index) => {
    if (index === place) return { phase, state: "broke" };
    if (index > place) return { phase, state: "not-reached" };
    // What the service tells of its own dealings says nothing of how far a client came.
    if (trouble.phase === "service") return { phase, state: "skipped" };
    const role = ROLE_OF[phase];
    return { phase, state: role && !connection.parts[role] ? "skipped" : "passed" };
  });
}
