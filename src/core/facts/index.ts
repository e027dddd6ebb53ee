import { askedAgainFacts } from "./asked-again.js";
import { corsFacts } from "./cors.js";
import { engineIoFacts } from "./engine-io.js";
import { pageFacts } from "./page.js";
import { requestFacts } from "./request.js";
import { brokenOf, type Definition, type FactValue, type Scene } from "./scene.js";
import { sessionFacts } from "./session.js";
import { signalrFacts } from "./signalr.js";
import { tokenFacts } from "./token.js";
import { webPubSubFacts } from "./web-pubsub.js";

export type { FactValue, Neighbours, Scene, Unit } from "./scene.js";

/** The vocabulary of knowledge entries: an entry that names anything else does not compile. */
export const FACTS = {
  ...requestFacts,
  ...corsFacts,
  ...tokenFacts,
  ...sessionFacts,
  ...pageFacts,
  ...askedAgainFacts,
  ...signalrFacts,
  ...engineIoFacts,
  ...webPubSubFacts,
} satisfies Record<string, Definition>;

export type FactName = keyof typeof FACTS;

/** A fact as observed, with the ids of the requests or messages that show it. */
export interface Fact {
  value: FactValue;
  shownBy: string[];
}

export type Facts = Readonly<Partial<Record<FactName, Fact>>>;

/** Everything that could be observed of one troubled connection; what could not is left out. */
export function observe(scene: Scene): Facts {
  const facts: Partial<Record<FactName, Fact>> = {};
  for (const [name, definition] of Object.entries(FACTS) as [FactName, Definition][]) {
    const value = definition.of(scene);
    if (value === undefined || value === null) continue;
    const shownBy = definition.shownBy ? definition.shownBy(scene) : brokenOf(scene)?.id;
    facts[name] = { value, shownBy: shownBy ? [shownBy] : [] };
  }
  return facts;
}
