import type { SaidEvent } from "../../core/traffic.js";

type Figures = Pick<SaidEvent, "clientVersion" | "serverVersion" | "dropsAfterMs" | "payloadBytes">;

const CLIENT_VERSION = [
  /(?:socket\.io-client(?:-\w+)?|signalr[- ]client|client(?:[- ]side)?(?: version| library| lib)?|@microsoft\/signalr|@aspnet\/signalr)[ @:=^~"'v(]{1,6}(?:version )?v?(\d)\.(?:\d|x)/i,
  /\bEIO=(\d)/,
  /\b(?:socket\.?io-client|client)\b[^.\d]{0,16}\bv?([0-4])(?:\.[\dx]|\b)(?!\d| ?(?:s|ms|sec|min|clients?|users?|kb|mb)\b)/i,
];
const SERVER_VERSION = [
  /(?:socket\.?io(?![-_.]?client)|server(?:[- ]side)?(?: version| library)?|backend)[ @:=^~"'v(]{1,6}(?:version )?v?(\d)\.(?:\d|x)/i,
  /\b(?:server|backend)\b[^.\d]{0,25}\bv?([0-4])\.[\dx]/i,
];

/** Libraries that count by themselves: what their major version stands for among Socket.IO's own. */
const COUNTED_APART: readonly {
  side: "client" | "server";
  pattern: RegExp;
  means: Readonly<Record<string, number>>;
}[] = [
  {
    side: "server",
    pattern: /\b(?:python-socketio|Flask-SocketIO)\b[^.\d]{0,8}(\d)\.\d/i,
    means: { "3": 2, "4": 2, "5": 4 },
  },
  {
    side: "client",
    pattern: /\b(?:socket\.io-client-swift|swift client|socketio)\b[^.\d]{0,8}v?(1[56])\.\d/i,
    means: { "15": 2, "16": 4 },
  },
  { side: "client", pattern: /\bsocket_io_client\b[^.\d]{0,8}(\d)\.\d/i, means: { "0": 2, "1": 2, "2": 4, "3": 4 } },
  {
    side: "client",
    pattern: /\b(?:java client|socket\.io-client-java|socket\.io-client:)[^.\d]{0,8}([012])\.\d/i,
    means: { "0": 2, "1": 2, "2": 4 },
  },
];

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
    if (found) return pattern.source.includes("EIO") && found === "3" ? 2 : Number(found);
  }
  return null;
}

const DURATION =
  /(?:\b(?:after|every|exactly|about|around|approximately|each|of|initial|first|than|for|within) |~|\()(?:exactly |about |around |approximately |roughly |~)?(?:\d{1,4} ?[-/–] ?|\d{1,4} to )?(\d{1,4}|an?|one|two|five)[ -]?(ms|s|secs?|seconds?|m|mins?|minutes?)(?: or so)?\b/i;
const COUNTS: Record<string, number> = { a: 1, an: 1, one: 1, two: 2, five: 5 };

function durationIn(line: string): number | null {
  const [, count = "", unit = ""] = DURATION.exec(line) ?? [];
  if (
    !count ||
    !/disconnect|drop|clos|cut|reconnect|time-?out|1006|lost|los(?:es?|ing)|dies?\b|terminat|idle|stops?\b|breaks?\b|goes? (?:down|away|dead)|kill|restart|504/i.test(
      line,
    )
  )
    return null;
  const amount = COUNTS[count.toLowerCase()] ?? Number(count);
  if (unit.toLowerCase() === "ms") return amount;
  return amount * (/^m/i.test(unit) ? 60_000 : 1000);
}

const SIZE = /\b(\d{1,9}(?:\.\d{1,3})?) ?(bytes|characters|chars|kb|kib|k|mb|mib|m)\b(?!\/s)/i;
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
