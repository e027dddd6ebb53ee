import { readOwnName } from "../report/own-name.js";
import type { RedactorOptions } from "../report/redact.js";
import { LEVELS, type Level } from "../report/redact-means.js";
import { UsageError } from "./usage.js";

/** Options of every command that writes what was recorded. */
export const REDACTION_OPTIONS = {
  level: { type: "string", default: "strict" },
  also: { type: "string", multiple: true, default: [] as string[] },
  emails: { type: "boolean", default: false },
  ips: { type: "boolean", default: false },
  salt: { type: "string" },
} as const;

interface Values {
  level: string;
  also: string[];
  emails: boolean;
  ips: boolean;
  salt?: string | undefined;
}

export function readRedaction({ level, also, emails, ips, salt }: Values): RedactorOptions {
  if (!isLevel(level)) throw new UsageError(`--level is one of ${LEVELS.join(", ")}, not "${level}"`);
  if (salt !== undefined && !/^\d{1,6}$/.test(salt))
    throw new UsageError(`--salt is a number of up to six digits, not "${salt}"`);
  return { level, also: also.map(patternOf), emails, ips, ...(salt === undefined ? {} : { salt: Number(salt) }) };
}

function isLevel(level: string): level is Level {
  return (LEVELS as readonly string[]).includes(level);
}

function patternOf(text: string): RegExp {
  const name = readOwnName(text);
  if ("fault" in name) throw new UsageError(`--also: ${name.fault}`);
  return name.pattern;
}
