import type { FrameEvent } from "../core/traffic.js";
import { endOf } from "./end.js";
import { isPing } from "./pings.js";
import type { Played } from "./recording.js";

/** Something that the client or the server did, and when it was done again. */
interface Act {
  by: "client" | "server";
  /** Epoch milliseconds of the recording. */
  at: number;
  record: Played;
  what: "ask" | "end" | FrameEvent;
  /** Of the replay; null until then. */
  doneAt: number | null;
}

/** What happened in one session, to be done again in the same order and with the same pauses. */
export interface Story {
  /** The client has sent this request again. */
  asked(record: Played): void;
  /** The client has sent a message on it. */
  told(record: Played): void;
  /** What the server did on it, in order: its messages, and its end where the server made one. */
  actsOf(record: Played): ServerAct[];
}

interface ServerAct {
  what: "end" | FrameEvent;
  /** Waits for its time: after all that the client did before, and as long after that as in the recording. */
  turn(isOver: AbortSignal): Promise<void>;
}

/** A client that does something else than the recorded one is not waited for any longer. */
const PATIENCE_MS = 3_000;
const LOOK_EVERY_MS = 5;

export function createStory(records: readonly Played[], speed: number): Story {
  const acts = records.flatMap(actsIn).sort((one, other) => one.at - other.at || order(one) - order(other));

  function done(act: Act | undefined): void {
    if (act) act.doneAt ??= Date.now();
  }

  function next(record: Played, isThis: (act: Act) => boolean): Act | undefined {
    return acts.find((act) => act.record === record && act.by === "client" && act.doneAt === null && isThis(act));
  }

  async function turn(act: Act, isOver: AbortSignal): Promise<void> {
    const before = acts.slice(0, acts.indexOf(act));
    const isWaitedFor = () => before.some(({ by, doneAt }) => by === "client" && doneAt === null);
    const patience = Date.now() + PATIENCE_MS;
    while (isWaitedFor() && Date.now() < patience) await pause(LOOK_EVERY_MS, isOver);
    for (const each of before) if (each.by === "client") done(each);
    const last = before.findLast(({ doneAt }) => doneAt !== null);
    const due = last ? (last.doneAt ?? 0) + (act.at - last.at) / speed : 0;
    if (due > Date.now()) await pause(due - Date.now(), isOver);
    done(act);
  }

  return {
    asked: (record) => done(next(record, ({ what }) => what === "ask")),
    told: (record) => done(next(record, ({ what }) => what !== "ask")),
    actsOf: (record) =>
      acts.flatMap((act) => {
        const { what } = act;
        if (act.record !== record || act.by !== "server" || what === "ask") return [];
        return { what, turn: (isOver: AbortSignal) => turn(act, isOver) };
      }),
  };
}

function actsIn(record: Played): Act[] {
  const { exchange, frames } = record;
  const act = (by: Act["by"], at: number, what: Act["what"]): Act => ({ by, at, record, what, doneAt: null });
  const end = endOf(record);
  return [
    act("client", exchange.startedAt, "ask"),
    ...frames.flatMap((frame) =>
      frame.direction === "sent" && isPing(frame.payload)
        ? []
        : [act(frame.direction === "sent" ? "client" : "server", frame.at, frame)],
    ),
    ...(end === null ? [] : [act("server", end, "end")]),
  ];
}

/** At one and the same time the client comes first, and the end comes last. */
function order({ by, what }: Act): number {
  return by === "client" ? 0 : what === "end" ? 2 : 1;
}

/** Rejects as soon as it is over. */
function pause(ms: number, isOver: AbortSignal): Promise<void> {
  return new Promise((resolve, reject) => {
    if (isOver.aborted) return reject(isOver.reason);
    const timer = setTimeout(() => {
      isOver.removeEventListener("abort", stop);
      resolve();
    }, ms);
    function stop(): void {
      clearTimeout(timer);
      reject(isOver.reason);
    }
    isOver.addEventListener("abort", stop, { once: true });
  });
}
