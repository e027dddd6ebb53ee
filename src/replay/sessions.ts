import { randomInt } from "node:crypto";
import { answerOf } from "./answer.js";
import { sessionIn } from "./asked.js";
import type { Played } from "./recording.js";
import { createStory, type Story } from "./story.js";

/** One client's session: the id that it was given in place of the recorded one. */
export interface Session {
  recorded: string;
  live: string;
  story: Story;
  /** It has a WebSocket that was accepted. */
  hasSocket: boolean;
  /** How often each kind of request was asked. */
  asked: Map<string, number>;
}

/** Ids that the server gives out are new for each client, so that two of them do not mix. */
export interface Sessions {
  /** The session of a live id; one that the recording itself names is taken as it is. */
  of(id: string): Session | null;
  /** Puts live ids for the recorded ones, in what a session is sent or (where it is null) in what may begin one. */
  translate(text: string, session: Session | null): string;
}

const LETTERS = "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789";

export function createSessions(played: readonly Played[], speed: number): Sessions {
  const live = new Map<string, Session>();
  const recorded = new Map<string, Played[]>();
  for (const record of played) {
    const id = sessionIn(record.exchange.address);
    if (id !== null) recorded.set(id, [...(recorded.get(id) ?? []), record]);
  }

  function begin(id: string, name: string): Session {
    const records = recorded.get(id) ?? [];
    const story = createStory(records.filter(isNoPreflight), speed);
    const hasSocket = records.some((each) => answerOf(each) === "socket");
    const session = { recorded: id, live: name, story, hasSocket, asked: new Map<string, number>() };
    live.set(name, session);
    return session;
  }

  function translate(text: string, session: Session | null): string {
    return [...recorded.keys()].reduce((so, id) => {
      if (!so.includes(id)) return so;
      const name = id === session?.recorded ? session.live : begin(id, newName(id.length)).live;
      return so.replaceAll(id, name);
    }, text);
  }

  return { of: (id) => live.get(id) ?? (recorded.has(id) ? begin(id, id) : null), translate };
}

function isNoPreflight({ exchange }: Played): boolean {
  return exchange.channel !== "preflight";
}

/** As long as the recorded one: packets of Engine.IO 3 have their lengths before them. */
function newName(length: number): string {
  return Array.from({ length }, () => LETTERS[randomInt(LETTERS.length)]).join("");
}
