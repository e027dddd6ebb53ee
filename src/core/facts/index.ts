import { affinityFacts } from "./affinity.js";
import { answerFacts } from "./answer.js";
import { askedAgainFacts } from "./asked-again.js";
import { corsFacts } from "./cors.js";
import { engineIoFacts } from "./engine-io.js";
import { heartbeatFacts } from "./heartbeat.js";
import { hopFacts } from "./hop.js";
import { incidentFacts } from "./incidents.js";
import { pageFacts } from "./page.js";
import { redirectFacts } from "./redirect.js";
import { requestFacts } from "./request.js";
import { saidFacts } from "./said.js";
import type { Definition, FactValue } from "./scene.js";
import { sessionFacts } from "./session.js";
import { signalrFacts } from "./signalr.js";
import { tokenFacts } from "./token.js";
import { webPubSubFacts } from "./web-pubsub.js";

export type { Definition, FactValue, Neighbours, Scene, Unit } from "./scene.js";

/** The vocabulary of knowledge entries: an entry that names anything else does not compile. */
export const FACTS = {
  ...requestFacts,
  ...answerFacts,
  ...redirectFacts,
  ...hopFacts,
  ...affinityFacts,
  ...corsFacts,
  ...tokenFacts,
  ...sessionFacts,
  ...heartbeatFacts,
  ...incidentFacts,
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
