import type { TrafficEvent } from "../../src/core/traffic.js";
import { createWitnesses } from "../../src/core/witnesses.js";
import type { ServerLog } from "./server.js";

export interface Comparison {
  /** Events that the servers know of. */
  known: number;
  lost: Lost[];
  twice: string[];
  /** What may never have reached the page, and is not in the recording. */
  unproven: Lost[];
  /** Attempts that are known to have been refused, without and with those that may never have reached the page. */
  refused: { atLeast: number; atMost: number };
}

export interface Lost {
  what: string;
  /** When the server knew of it. */
  at: number;
}

/** Every event of a recording against the servers' own log. Where only the wire was watched, there are no messages. */
export function compare(events: readonly TrafficEvent[], log: ServerLog, hasMessages: boolean): Comparison {
  const seen = tally(events);
  const wanted = [
    ...named("refused", log.refused),
    ...named("opened", log.opened),
    ...(hasMessages ? [...named("", log.messages), ...named("closed", log.closed)] : []),
  ];
  return {
    known: wanted.length,
    lost: wanted.filter(({ what }) => !seen.has(what)),
    unproven: named("", log.unproven).filter(({ what }) => !seen.has(what)),
    refused: {
      atLeast: log.refused.size,
      atMost: log.refused.size + [...log.unproven.keys()].filter((each) => each.startsWith("refused")).length,
    },
    twice: [...seen].flatMap(([each, ids]) => (ids.size > 1 ? each : [])),
  };
}

function named(kind: string, things: ReadonlyMap<string, number>): Lost[] {
  return [...things].map(([name, at]) => ({ what: `${kind} ${name}`.trim(), at }));
}

/** How often each thing is in the recording, once the several witnesses of a connection are taken together. */
function tally(events: readonly TrafficEvent[]): Map<string, Set<string>> {
  const witnesses = createWitnesses();
  const seen = new Map<string, Set<string>>();
  const socketOf = new Map<string, string>();
  const add = (what: string, id: string) => seen.set(what, (seen.get(what) ?? new Set()).add(id));
  for (const event of events.flatMap((each) => witnesses.take(each))) {
    if (event.kind === "exchange") {
      const query = new URL(event.url).searchParams;
      const [name, attempt] = [query.get("n"), query.get("t")];
      if (name !== null) socketOf.set(event.exchange, name);
      if (name !== null && event.status === 101) add(`opened ${name}`, event.exchange);
      if (attempt !== null && event.status === 403) add(`refused ${attempt}`, event.exchange);
    }
    if (event.kind === "frame") add(event.payload.text ?? "", event.id);
    if (event.kind === "close") add(`closed ${socketOf.get(event.exchange)}`, event.id);
  }
  return seen;
}
