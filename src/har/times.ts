/** The year 9999: what lies beyond is no time of a recording. */
const LATEST_MS = 253_402_300_799_000;

/** ISO 8601 to epoch milliseconds; fractions of any length (Fiddler writes seven digits). Null when it is no date. */
export function readDate(text: string | null): number | null {
  if (text === null) return null;
  const at = Date.parse(text.replace(/(\.\d{3})\d+/, "$1"));
  return Number.isNaN(at) || at < 0 || at > LATEST_MS ? null : at;
}

export function writeDate(at: number): string {
  return new Date(Math.min(Math.max(at, 0), LATEST_MS)).toISOString();
}

/** Between these lie the years 2001 to 2286, in seconds and in milliseconds. */
const SECONDS_FROM = 1e9;
const MILLISECONDS_FROM = 1e12;

/** Chromium counts a message's time in seconds, Playwright in milliseconds; null for a clock that starts elsewhere. */
export function readMessageTime(time: number | null): number | null {
  if (time === null || time < SECONDS_FROM || time >= 1e13) return null;
  return time >= MILLISECONDS_FROM ? time : Math.round(time * 1e6) / 1e3;
}

export function writeMessageTime(at: number): number {
  return at / 1000;
}
