import type { Level } from "../../report/redact.js";

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
}

export const DEFAULT_SETTINGS: Settings = {
  level: "strict",
  own: "",
  emails: false,
  ips: false,
  keeps: true,
  theme: "devtools",
};

/** Settings as an earlier version, or nobody, left them: what does not fit is as if it had not been chosen. */
export function readSettings(stored: unknown): Settings {
  const given: Partial<Record<keyof Settings, unknown>> = typeof stored === "object" && stored !== null ? stored : {};
  const { level, own, emails, ips, keeps, theme } = given;
  return {
    level: level === "keep-payloads" ? level : DEFAULT_SETTINGS.level,
    own: typeof own === "string" ? own : DEFAULT_SETTINGS.own,
    emails: emails === true,
    ips: ips === true,
    keeps: keeps !== false,
    theme: theme === "light" || theme === "dark" ? theme : DEFAULT_SETTINGS.theme,
  };
}
