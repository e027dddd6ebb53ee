import { benignIn } from "../benign.js";
import type { Facts } from "../facts/index.js";
import type { Entry, Knowledge } from "../knowledge.js";
import { messageOf, SCENE } from "../said/lexicon/index.js";
import { oddsBy, pointer } from "./odds.js";
import { type Sign, signsOf } from "./signs.js";
import { alike, type Likeness } from "./words.js";

/** How many causes are worth a look where nothing decides among them. */
const WORTH_A_LOOK = 3;
/** Below whatever an entry's own conditions say. */
const FAINT = 0.2;
/** Signs that hundreds of threads share: they weigh, but a person would not call them a reason. */
const EVERYWHERE = /^(protocol|phase|transport) /;

/** A cause for which nothing in the text itself speaks. */
export interface Precedent {
  cause: string;
  /** Id of the knowledge entry. */
  entry: string;
  confidence: "possible";
  score: number;
  isByWords?: true;
  evidence: { text: string; events: string[] }[];
}

/** The causes that earlier threads with the same signs came to, as far as `first` leaves room for them. */
export function likeEarlier(
  first: readonly Pick<Precedent, "cause" | "score">[],
  facts: Facts,
  knowledge: Knowledge,
  isExcluded: (entry: Entry) => boolean,
): Precedent[] {
  const signs = signsOf(facts);
  const telling = signs.filter(({ name }) => !EVERYWHERE.test(name));
  const found: Precedent[] = [];
  const score = Math.min(FAINT, ...first.map((each) => each.score));
  for (const [cause] of [...oddsBy(signs)].sort(byOdds)) {
    if (first.length + found.length >= WORTH_A_LOOK) break;
    if (first.some((each) => each.cause === cause)) continue;
    const entry = entryFor(cause, facts, knowledge);
    const told = pointer(telling, cause);
    if (!entry || !told || isExcluded(entry)) continue;
    const { sign, count, threads } = told;
    const text = `${count} of ${threads} public threads with this sign came to this cause: ${inWords(sign)}`;
    const evidence = [{ text, events: [...sign.events] }];
    found.push({ cause, entry: entry.id, confidence: "possible", score, evidence });
  }
  return found;
}

/** What shares fewer words with a thread, or is not so near to it, shares no more than that both complain. */
const FEWEST_WORDS = 5;
const FEWEST_SHARED = 3;
const NEAR = 0.12;
const SHOWN_WORDS = 3;

/**
 * The causes whose threads speak in this text's words, for a text of which no sentence is known. Of 18 such answers to threads of
 * which nothing had been learned 6 were right.
 */
export function likeWords(facts: Facts, knowledge: Knowledge, isExcluded: (entry: Entry) => boolean): Precedent[] {
  const said = facts["said.words"];
  if (benignIn(facts, knowledge).length > 0) return [];
  if (!said || !Array.isArray(said.value) || said.value.length < FEWEST_WORDS) return [];
  const words: readonly string[] = said.value;
  const causes = alike(words).filter(({ shared }) => shared.length >= FEWEST_SHARED);
  if ((causes[0]?.nearness ?? 0) < NEAR) return [];
  const found = causes.flatMap(({ cause, shared }): Precedent[] => {
    const entry = entryFor(cause, facts, knowledge);
    if (!entry || isExcluded(entry)) return [];
    const shown = shared.slice(0, SHOWN_WORDS);
    const events = shown.map(({ word }) => said.shownBy[words.indexOf(word)] ?? "");
    const evidence = [{ text: sharing(shown), events: [...new Set(events)] }];
    return [{ cause, entry: entry.id, confidence: "possible", score: FAINT, isByWords: true, evidence }];
  });
  return found.slice(0, WORTH_A_LOOK);
}

function sharing(shared: Likeness["shared"]): string {
  const words = shared.map(({ word, threads, count }) => `“${word}” (${count} of ${threads})`).join(", ");
  return `No sentence here says why. Its words are those of public threads, of which so many came to this cause: ${words}.`;
}

function byOdds([one, odds]: [string, number], [other, otherOdds]: [string, number]): number {
  return otherOdds - odds || (one < other ? -1 : 1);
}

function entryFor(cause: string, facts: Facts, { entries }: Knowledge): Entry | undefined {
  const all = entries.filter((entry) => entry.cause === cause && !entry.benign);
  const protocol = facts.protocol?.value;
  return all.find((entry) => entry.protocol === protocol) ?? all.find((entry) => entry.protocol === "any");
}

function inWords({ name }: Sign): string {
  const [fact = "", value = ""] = name.split(/ (.*)/);
  const known = fact === "said.scene" ? SCENE[value as keyof typeof SCENE] : messageOf(value);
  return known?.means ?? `${fact} is ${value}.`;
}
