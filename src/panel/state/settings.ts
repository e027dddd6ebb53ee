import type { Level } from "../../report/redact.js";
import { type Mark, readMarks } from "../others/marks.js";

/** What the user chose once and for all. */
export interface Settings {
  /** What an export begins with. That nothing is redacted has to be asked for each time. */
  level: Exclude<Level, "none">;
  /** Names that every export takes away, one a line. */
  own: string;
  emails: boolean;
  ips: boolean;
  /** Does the recording go on when the page is left? */
  keeps: boolean;
  theme: "devtools" | "light" | "dark";
  /** What nothing gives away, and the user knows. */
  marks: readonly Mark[];
}

export const DEFAULT_SETTINGS: Settings = {
  level: "strict",
  own: "",
  emails: false,
  ips: false,
  keeps: true,
  theme: "devtools",
  marks: [],
};

/** Settings as an earlier version, or nobody, left them: what does not fit is as if it had not been chosen. */
export function readSettings(stored: unknown): Settings {
  const given: Partial<Record<keyof Settings, unknown>> = typeof stored === "object" && stored !== null ? stored : {};
  const { level, own, emails, ips, keeps, theme, marks } = given;
  return {
    level: level === "keep-payloads" ? level : DEFAULT_SETTINGS.level,
    own: typeof own === "string" ? own : DEFAULT_SETTINGS.own,
    emails: emails === true,
    ips: ips === true,
    keeps: keeps !== false,
    theme: theme === "light" || theme === "dark" ? theme : DEFAULT_SETTINGS.theme,
    marks: readMarks(marks),
  };
}
