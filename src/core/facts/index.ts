import { affinityFacts } from "./affinity.js";
import { askedAgainFacts } from "./asked-again.js";
import { corsFacts } from "./cors.js";
import { engineIoFacts } from "./engine-io.js";
import { hopFacts } from "./hop.js";
import { pageFacts } from "./page.js";
import { requestFacts } from "./request.js";
import { isTellable, saidFacts, toldOfTheWire } from "./said.js";
import { brokenOf, type Definition, type FactValue, type Scene } from "./scene.js";
import { sessionFacts } from "./session.js";
import { signalrFacts } from "./signalr.js";
import { tokenFacts } from "./token.js";
import { webPubSubFacts } from "./web-pubsub.js";

export type { Definition, FactValue, Neighbours, Scene, Unit } from "./scene.js";

/** The vocabulary of knowledge entries: an entry that names anything else does not compile. */
export const FACTS = {
  ...requestFacts,
  ...hopFacts,
  ...affinityFacts,
  ...corsFacts,
  ...tokenFacts,
  ...sessionFacts,
  ...pageFacts,
  ...askedAgainFacts,
  ...signalrFacts,
  ...engineIoFacts,
  ...webPubSubFacts,
  ...saidFacts,
} satisfies Record<string, Definition>;

export type FactName = keyof typeof FACTS;

/** A fact as observed, with the ids of the requests or messages that show it; of a set, one for each value. */
export interface Fact {
  value: FactValue;
  shownBy: readonly string[];
}

export type Facts = Readonly<Partial<Record<FactName, Fact>>>;

/** Everything that could be observed of one troubled connection; what could not is left out. */
export function observe(scene: Scene): Facts {
  const facts: Partial<Record<FactName, Fact>> = {};
  for (const [name, definition] of Object.entries(FACTS) as [FactName, Definition][]) {
    if (scene.told?.isAlone && !isTellable(name)) continue;
    const value = definition.of(scene);
    if (value === undefined || value === null || (scene.told?.isAlone && value === "")) continue;
    facts[name] = { value, shownBy: definition.eachShownBy?.(scene) ?? witnessOf(definition, scene) };
  }
  return { ...toldOfTheWire(scene), ...facts };
}

function witnessOf(definition: Definition, scene: Scene): string[] {
  const shownBy = definition.shownBy ? definition.shownBy(scene) : brokenOf(scene)?.id;
  return shownBy ? [shownBy] : [];
}
