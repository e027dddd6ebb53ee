import type { Found } from "./desk.js";
import { type Addresses, rewriteOrigins, shiftTokens } from "./rewrite.js";
import type { Sessions } from "./sessions.js";

/** A text of the recording as it has to be said now, on this request: ids, addresses and times are today's. */
export type Translate = (text: string, on: Found) => string;

export function createTranslate(sessions: Sessions, addresses: Addresses): Translate {
  return (text, { record, session }) => {
    const byMs = Date.now() - (record.exchange.endedAt ?? record.exchange.startedAt);
    return shiftTokens(sessions.translate(rewriteOrigins(text, addresses), session), byMs);
  };
}
