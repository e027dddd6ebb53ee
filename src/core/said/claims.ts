import type { Condition } from "../knowledge.js";
import { SCENE } from "./lexicon/index.js";
import type { Message } from "./lexicon/message.js";

const CLAIMED = new Set(Object.entries<Message>(SCENE).flatMap(([id, { claimed }]) => (claimed ? [id] : [])));

/** Does this hold because somebody says that the usual cause is not it, as that sticky sessions are on? */
export function isClaim(condition: Condition): boolean {
  return condition.some(
    ({ fact, test }) => fact === "said.scene" && test.op === "is" && test.values.some((id) => CLAIMED.has(String(id))),
  );
}
