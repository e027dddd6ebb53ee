import { holds } from "./condition.js";
import type { DecidedBy } from "./decided-by.js";
import type { Fact, Facts } from "./facts/index.js";
import type { Clue, Condition, Entry, Knowledge, Test } from "./knowledge.js";
import { likeEarlier, likeWords } from "./precedents/possible.js";
import { lossBy } from "./precedents/weight.js";
import { isClaim } from "./said/claims.js";
import { whatIsMissing, whatIsNotRecorded } from "./said/missing.js";
import { suspects } from "./suspects.js";
import { fill } from "./wording.js";

export type Confidence = "confirmed" | "likely" | "possible";

export interface Evidence {
  text: string;
  /** Ids of the requests and messages that show it. */
  events: string[];
}

export interface RankedCause {
  cause: string;
  /** Id of the knowledge entry. */
  entry: string;
  confidence: Confidence;
  /** 0 to 1. */
  score: number;
  /** Nothing in the text speaks for it but that earlier threads in the same words came to it. */
  isByWords?: true;
  evidence: Evidence[];
}

export interface RuledOut {
  cause: string;
  title: string;
  because: string;
}

/** What is the matter with one connection: the causes, best first, and what it is not. */
export interface Finding {
  causes: RankedCause[];
  ruledOut: RuledOut[];
  wouldDecide: string | null;
  decidedBy: DecidedBy | null;
}

interface Candidate {
  entry: Entry;
  points: number;
  /** An observation was made that no other cause could show. */
  confirmed: boolean;
  /** Something speaks for it, not only that it could be. */
  supported: boolean;
  /** Somebody says that it is not this. */
  denied: boolean;
  evidence: Evidence[];
}

/**
 * Ranks every entry that these facts make a candidate. No entry fitting gives no cause, which is an answer too. `raising`
 * are the facts that may do so where not all of them may; if they raise nothing, the others are asked as well.
 */
export function diagnose(facts: Facts, knowledge: Knowledge, raising: Facts = facts): Finding {
  const raised = (by: Facts) =>
    suspects(knowledge, by)
      .filter(({ when }) => when.some((each) => holds(each, by)))
      .map(({ entry }) => entry);
  const byWire = raised(raising);
  const inQuestion = byWire.length > 0 || raising === facts ? byWire : raised(facts);
  const ruledOut: RuledOut[] = [];
  const candidates: Candidate[] = [];
  for (const entry of inQuestion) {
    const because = exclusionOf(entry, facts);
    if (because === null) candidates.push(weigh(entry, facts));
    else ruledOut.push({ cause: entry.cause, title: entry.title, because });
  }
  if (isToldOnly(facts)) {
    // What nothing in a text speaks for would be a guess.
    if (candidates.every(({ supported }) => !supported)) candidates.length = 0;
    for (const each of candidates) each.confirmed &&= leadOf(each, candidates) >= BAR.lead;
  }
  candidates.sort(byWeight);
  const causes = ranked(candidates, barFor(facts));
  const isOpen = causes.every(({ confidence }) => confidence === "possible");
  return {
    causes: isToldOnly(facts) && isOpen ? withEarlier(candidates, facts, knowledge) : causes,
    ruledOut: ruledOut.filter(({ cause }) => candidates.every(({ entry }) => entry.cause !== cause)),
    ...decider(candidates, facts),
  };
}

/** Where a text decides nothing, what earlier threads came to puts its causes in order, and begins or adds to a short list. */
function withEarlier(candidates: Candidate[], facts: Facts, knowledge: Knowledge): RankedCause[] {
  const isExcluded = (entry: Entry) => exclusionOf(entry, facts) !== null;
  if (candidates.length === 0) return likeWords(facts, knowledge, isExcluded);
  const loss = lossBy(facts);
  if (candidates.every(({ points }) => points < SPEAKS_FOR_ITSELF))
    for (const each of candidates) each.points = Math.max(0, each.points - loss(each.entry.cause));
  candidates.sort(byWeight);
  const causes = ranked(candidates, OUT_OF_REACH);
  if (facts["said.vaguely"]?.value === true) return causes;
  return [...causes, ...likeEarlier(causes, facts, knowledge, isExcluded)];
}

function ranked(candidates: Candidate[], bar: Bar): RankedCause[] {
  return candidates.map((candidate, place) => rank(candidate, place, candidates, bar));
}

function exclusionOf(entry: Entry, facts: Facts): string | null {
  const exclusion = entry.rulesOut.find((each) => holds(each.if, facts));
  return exclusion ? fill(exclusion.says, facts) : null;
}

function weigh(entry: Entry, facts: Facts): Candidate {
  const found = (clues: Clue[]) => clues.filter((clue) => holds(clue.if, facts));
  const supports = found(entry.supports);
  const weakens = found(entry.weakens);
  const sum = (clues: Clue[]) => clues.reduce((total, clue) => total + clue.points, 0);
  return {
    entry,
    points: Math.max(0, 1 + entry.common + sum(supports) - sum(weakens)),
    // What a plain GET was told is not what the handshake was told, and a path alone may be anybody's: a cause is likely, never certain.
    confirmed:
      supports.some((clue) => clue.confirms) && !facts["askedAgain.tells"]?.value && !facts["protocol.isGuess"],
    supported: supports.length > 0,
    denied: isToldOnly(facts) && weakens.some((clue) => isClaim(clue.if)),
    evidence: [...supports, ...weakens].map((clue) => ({
      text: fill(clue.says, facts),
      events: witnesses(clue.if, facts),
    })),
  };
}

function witnesses(condition: Condition, facts: Facts): string[] {
  return [...new Set(condition.flatMap(({ fact, test }) => shownBy(facts[fact], test)))];
}

/** Of a set, what shows the values that were asked for. */
function shownBy(fact: Fact | undefined, test: Test): readonly string[] {
  if (!fact) return [];
  const { value, shownBy: ids } = fact;
  if (!Array.isArray(value) || test.op !== "is") return ids;
  return ids.filter((_, index) => test.values.includes(value[index]));
}

/** Entry ids break the last tie, so that the same traffic always gives the same order. */
function byWeight(one: Candidate, other: Candidate): number {
  if (one.confirmed !== other.confirmed) return one.confirmed ? -1 : 1;
  return other.points - one.points || (one.entry.id < other.entry.id ? -1 : 1);
}

/** What a cause must reach to be called likely: points of its own, and a lead. */
interface Bar {
  points: number;
  lead: number;
}
const BAR: Bar = { points: 2.5, lead: 1 };
/** Words are weaker than traffic: what only a text tells must speak louder. */
const BAR_FOR_WORDS: Bar = { points: 3, lead: 1.7 };
/** Where nothing decides, earlier threads make no cause likely either. */
const OUT_OF_REACH: Bar = { points: Number.POSITIVE_INFINITY, lead: Number.POSITIVE_INFINITY };
/** A text with this many points for a cause is clear enough to need no precedents. */
const SPEAKS_FOR_ITSELF = 4;

function isToldOnly(facts: Facts): boolean {
  return facts["said.alone"]?.value === true;
}

function barFor(facts: Facts): Bar {
  return isToldOnly(facts) ? BAR_FOR_WORDS : BAR;
}

/** Over the best of the other causes. */
function leadOf(candidate: Candidate, all: readonly Candidate[]): number {
  const rivals = all.filter(({ entry }) => entry.cause !== candidate.entry.cause);
  return candidate.points - Math.max(0, ...rivals.map(({ points }) => points));
}

function rank(candidate: Candidate, place: number, all: Candidate[], bar: Bar): RankedCause {
  const { entry, points, confirmed, evidence } = candidate;
  const score = points / (points + 1);
  return {
    cause: entry.cause,
    entry: entry.id,
    confidence: confidenceOf(candidate, place, all, bar),
    score: Math.round((confirmed ? Math.max(score, 0.95) : score) * 100) / 100,
    evidence,
  };
}

function confidenceOf(candidate: Candidate, place: number, all: Candidate[], bar: Bar): Confidence {
  const rivals = all.filter((each) => each !== candidate && each.entry.cause !== candidate.entry.cause);
  if (candidate.confirmed && rivals.every((rival) => !rival.confirmed)) return "confirmed";
  if (place > 0 || candidate.denied) return "possible";
  const lead = leadOf(candidate, all);
  return candidate.confirmed || (candidate.points >= bar.points && lead >= bar.lead) ? "likely" : "possible";
}

function decider(candidates: Candidate[], facts: Facts): Pick<Finding, "wouldDecide" | "decidedBy"> {
  const [first, second] = candidates;
  if (!first)
    return { wouldDecide: isToldOnly(facts) ? whatIsMissing(facts) : whatIsNotRecorded(facts), decidedBy: null };
  const isSettled = first.confirmed && !second?.confirmed;
  const telling = isSettled ? undefined : [first, second].find((each) => each?.entry.wouldDecide)?.entry;
  if (!telling?.wouldDecide) return { wouldDecide: null, decidedBy: null };
  return { wouldDecide: fill(telling.wouldDecide, facts), decidedBy: telling.decidedBy };
}
