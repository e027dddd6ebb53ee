import type { SaidEvent } from "../../core/traffic.js";
import { COUNTED_APART } from "./counted-apart.js";

type Figures = Pick<SaidEvent, "clientVersion" | "serverVersion" | "dropsAfterMs" | "payloadBytes">;

const CLIENT_VERSION = [
  /\bv(?:ersion )?([0-4])\.[\d.]{1,6} (?:on|in|at|for) (?:the |my |our )?(?:client|front-?end)\b/i,
  /(?:socket[.-]?io-client(?:-\w+)?|signalr[- ]client|client(?:[- ]side)?(?: version| library| lib)?|@microsoft\/signalr|@aspnet\/signalr)[ @:=^~"'v(]{1,6}(?:version )?v?(\d)\.(?:\d|x)/i,
  /\bEIO=(\d)/,
  /\b(?:socket\.?io-client|client)\b[^.\d]{0,16}\bv?(?!\d{1,3}(?:\.\d{1,3}){3})([0-4])(?:\.[\dx]|\b)(?!\d| ?(?:s|ms|sec|min|clients?|users?|kb|mb)\b)/i,
];
const SERVER_VERSION = [
  /\bv(?:ersion )?([0-4])\.[\d.]{1,6} (?:on|in|at|for) (?:the |my |our )?(?:server|backend)\b/i,
  /(?:socket[.-]?io(?![.-]?client)|server(?:[- ]side)?(?: version| library)?|backend)[ @:=^~"'v(]{1,6}(?:version )?v?(\d)\.(?:\d|x)/i,
  /\b(?:server|backend)\b(?!\W{1,3}(?:when|after|since)\b)[^.\d]{0,25}\bv?(?!\d{1,3}(?:\.\d{1,3}){3})([0-4])\.[\dx]/i,
  /\b(?:server|backend)(?:'s)? version (?:is |was )(?:v ?|version )?([1-4]|one|two|three|four)\b/i,
  /\bsocket\.?io (?:server )?(?:v|version )([2-4])\b/i,
  /\b(?:v|version )([2-4])(?:\.[x\d.]{1,6})? (?:socket\.?io )?(?:server|back-?end)\b/i,
  /\bsocket\.?io (?:version )?v?([2-4])(?:\.[x\d.]{1,6})? (?:server|back-?end)\b/i,
  /\b(?:v|version )?([1-4])\.[x\d.]{1,6} (?:socket\.?io |node(?:\.?js)? )?(?:server|backend)\b/i,
];

const NUMERALS: Readonly<Record<string, number>> = { one: 1, two: 2, three: 3, four: 4 };

function versionOf(side: "client" | "server", line: string): number | null {
  for (const { pattern, means } of COUNTED_APART.filter((each) => each.side === side)) {
    const found = means[pattern.exec(line)?.[1] ?? ""];
    if (found) return found;
  }
  return versionIn(side === "client" ? CLIENT_VERSION : SERVER_VERSION, line);
}

/** EIO counts revisions of the protocol: 3 came with Socket.IO 1 and 2, 4 with 3 and 4. */
function versionIn(patterns: readonly RegExp[], line: string): number | null {
  for (const pattern of patterns) {
    const found = pattern.exec(line)?.[1];
    if (found)
      return pattern.source.includes("EIO") && found === "3" ? 2 : (NUMERALS[found.toLowerCase()] ?? Number(found));
  }
  return null;
}

const DURATION =
  /(?:\b(?:after|every|exactly|about|around|approximately|each|of|initial|first|than|for|within) |~|\()(?:exactly |about |around |approximately |roughly |~)?(?:\d{1,4} ?[-/–] ?|\d{1,4} to )?(\d{1,4}|an?|one|two|five)[ -]?(ms|s|secs?|seconds?|m|mins?|minutes?)(?: or so)?\b/i;
const COUNTS: Record<string, number> = { a: 1, an: 1, one: 1, two: 2, five: 5 };

/** "disconnects 5.2 seconds after the connection", in whole seconds. */
const SINCE = /\b(\d{1,4})(?:\.\d{1,3})? ?(s|secs?|seconds?|m|mins?|minutes?) (?:after|later|into)\b/i;

function isAnEnd(line: string): boolean {
  return /disconnect|drop|clos|cut|reconnect|time-?out|1006|lost|los(?:es?|ing)|dies?\b|terminat|idle|stops?\b|breaks?\b|goes? (?:down|away|dead)|kill|restart|504/i.test(
    line,
  );
}

function durationIn(line: string): number | null {
  if (/\b(?:every|each|once (?:a|per)) minute\b/i.test(line) && isAnEnd(line)) return 60_000;
  const [, count = "", unit = ""] = DURATION.exec(line) ?? [];
  const [, given = "", each = ""] = count ? [] : (SINCE.exec(line) ?? []);
  if (given) return isAnEnd(line) ? Number(given) * (/^m/i.test(each) ? 60_000 : 1000) : null;
  if (!count || !isAnEnd(line)) return null;
  const amount = COUNTS[count.toLowerCase()] ?? Number(count);
  if (unit.toLowerCase() === "ms") return amount;
  return amount * (/^m/i.test(unit) ? 60_000 : 1000);
}

const SIZE = /\b(\d{1,9}(?:\.\d{1,3})?) ?(bytes|characters|chars|kilobytes?|megabytes?|kb|kib|k|mb|mib|m)\b(?!\/s)/i;
const FACTOR: Record<string, number> = { b: 1, c: 1, k: 1024, m: 1024 * 1024 };

function sizeIn(line: string): number | null {
  const [, count, unit = ""] = SIZE.exec(line) ?? [];
  return count && unit.length > 1 ? Math.round(Number(count) * (FACTOR[unit[0]?.toLowerCase() ?? "b"] ?? 1)) : null;
}

/** Versions, times and sizes that a line names. */
export function readFigures(line: string): Figures {
  return {
    clientVersion: versionOf("client", line),
    serverVersion: versionOf("server", line),
    dropsAfterMs: durationIn(line),
    payloadBytes: sizeIn(line),
  };
}
