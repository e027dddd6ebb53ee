import type { Analysis } from "../core/analysis.js";
import { createAnalysis } from "../core/analysis.js";
import type { Knowledge } from "../core/knowledge.js";
import type { TrafficEvent } from "../core/traffic.js";
import { phrasesOf } from "../report/phrases.js";
import { createRedactor, type RedactorOptions } from "../report/redact.js";
import type { Replacement } from "../report/replacements.js";
import { createSelfScan } from "../report/self-scan.js";
import { type Owners, ownersIn, withoutOthers } from "./owners.js";

/** A recording as it may leave the machine: redacted, and diagnosed anew from what is left. */
export interface SafeRecording {
  events: TrafficEvent[];
  analysis: Analysis;
  owners: Owners;
}

/** Recordings that go into one export, over one set of labels. */
export interface SafeExport {
  recordings: SafeRecording[];
  /** What the preview lists. */
  replacements(): Replacement[];
  /** Throws `SecretLeft` where a secret still stands in a finished file. */
  check(file: string): void;
}

/** An export still held a secret, and was not written. The message names the place, not the secret. */
export class SecretLeft extends Error {
  override name = "SecretLeft";
}

/** Redacts recordings for one export. Without a salt the labels of two exports look alike; tests want that, nobody else. */
export function makeSafe(
  recordings: readonly (readonly TrafficEvent[])[],
  knowledge: Knowledge,
  options: RedactorOptions,
): SafeExport {
  const redactor = createRedactor({ phrases: phrasesOf(knowledge), ...options });
  const owned = recordings.map(withoutOthers);
  const scan = createSelfScan(owned.flat(), options.level ?? "strict");
  return {
    recordings: owned.map((recorded) => diagnosed(redactor.redactEvents(recorded), knowledge)),
    replacements: redactor.replacements,
    check(file) {
      const leak = scan(file);
      if (leak) throw new SecretLeft(`${leak.what} would still be in the export at ${leak.place}; please report this`);
    },
  };
}

/** A recording that may be written as it is. */
export function diagnosed(events: TrafficEvent[], knowledge: Knowledge): SafeRecording {
  const { take, read, connectionOf } = createAnalysis(knowledge);
  for (const event of events) take(event);
  const analysis = read();
  const owners = ownersIn(events, { take, ownerOf: connectionOf, others: analysis.summary.otherRequests });
  return { events, analysis, owners };
}

/** What an export would replace, without writing it; at the level "none", what stays in it and the strict level would replace. */
export function previewReplacements(
  recorded: readonly TrafficEvent[],
  knowledge: Knowledge,
  options: RedactorOptions,
): Replacement[] {
  const level = options.level === "none" ? "strict" : (options.level ?? "strict");
  const redactor = createRedactor({ phrases: phrasesOf(knowledge), ...options, level });
  redactor.redactEvents(withoutOthers(recorded));
  return redactor.replacements();
}

/** Where the labels of an export begin: the same secret has another label in the next export. */
export function newSalt(): number {
  return 100 * (1 + ((crypto.getRandomValues(new Uint16Array(1))[0] ?? 0) % 9_000));
}
