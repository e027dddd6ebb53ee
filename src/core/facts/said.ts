import { MESSAGES, SCENE } from "../said/lexicon/index.js";
import { firstSaid, knownMessages } from "../said/told.js";
import type { SaidEvent } from "../traffic.js";
import { define, type Scene } from "./scene.js";

/** What a pasted text says; unknown where there is only a capture. */
export const saidFacts = define({
  "said.messages": {
    unit: "set",
    means: "the known sentences of libraries, servers and browsers in the text (src/core/said/lexicon)",
    oneOf: Object.keys(MESSAGES),
    of: ({ told }) => valuesOf(chosen(told), "messages"),
    eachShownBy: ({ told }) => witnessesOf(chosen(told), "messages"),
  },
  "said.scene": {
    unit: "set",
    means: "what the text names around the failure (src/core/said/lexicon/scene.ts)",
    oneOf: Object.keys(SCENE),
    of: ({ told }) => valuesOf(chosen(told), "scene"),
    eachShownBy: ({ told }) => witnessesOf(chosen(told), "scene"),
  },
  "said.words": {
    unit: "set",
    means: "words of the text by which earlier threads are counted, whatever they say (src/core/precedents)",
    of: ({ told }) => told && [...wordsOf(told.lines).keys()],
    eachShownBy: ({ told }) => [...wordsOf(told?.lines ?? []).values()],
  },
  "said.alone": {
    unit: "flag",
    means: "only a text tells of this connection, no capture",
    of: ({ told }) => told?.isAlone,
  },
  "said.vaguely": {
    unit: "flag",
    means: "the text holds no sentence of a library, server or browser that says what failed, and no status",
    of: (scene) => isVague(scene),
  },
  "said.clientVersion": {
    unit: "count",
    means: "major version of the client's library, as the text says",
    of: ({ told }) => told && firstSaid(told.lines, "clientVersion"),
  },
  "said.serverVersion": {
    unit: "count",
    means: "major version of the server's library, as the text says",
    of: ({ told }) => told && firstSaid(told.lines, "serverVersion"),
  },
  "said.dropsAfterMs": {
    unit: "ms",
    means: "how long it takes until the connection is cut, as the text says",
    of: ({ told }) => told && firstSaid(told.lines, "dropsAfterMs"),
  },
  "said.payloadBytes": {
    unit: "bytes",
    means: "size of the message that the text speaks of",
    of: ({ told }) => told && firstSaid(told.lines, "payloadBytes"),
  },
  "said.portsDiffer": {
    unit: "flag",
    means: "the text shows the client on a port that the server does not name among its own",
    of: ({ told }) => told && firstSaid(told.lines, "portsDiffer"),
  },
  "said.prefixLost": {
    unit: "flag",
    means: "the text shows two URLs of the connection, and one lacks the first part of the other's path",
    of: ({ told }) => told && firstSaid(told.lines, "prefixLost"),
  },
});

type Lines = readonly SaidEvent[] | undefined;

/**
 * Who pastes a line has chosen it. What a library logs is the same for many causes ("there was an error with the
 * transport"), and where the wire was recorded it would only outweigh what was seen there.
 */
function chosen(told: Scene["told"]): Lines {
  return told?.lines.filter(({ from }) => from !== "console");
}

function valuesOf(lines: Lines, key: "messages" | "scene"): readonly string[] | undefined {
  return lines && lines.length > 0 ? [...new Set(lines.flatMap((line) => line[key]))] : undefined;
}

function witnessesOf(lines: Lines, key: "messages" | "scene"): readonly string[] {
  return (valuesOf(lines, key) ?? []).map((id) => lines?.find((line) => line[key].includes(id))?.id ?? "");
}

/** Each word with the line that it stands in first. */
function wordsOf(lines: readonly SaidEvent[]): Map<string, string> {
  const found = new Map<string, string>();
  for (const { id, words = [] } of lines) for (const word of words) if (!found.has(word)) found.set(word, id);
  return found;
}

function isVague({ told }: Scene): boolean | undefined {
  if (!told || told.isLogged) return undefined;
  const speaks = knownMessages(told.lines).some(({ benign }) => !benign);
  return !speaks && firstSaid(told.lines, "status") === null && firstSaid(told.lines, "netError") === null;
}
