import { parseWireScript } from "../../knowledge/wire-script.js";
import { createAnalysis } from "../analysis.js";
import { NOTHING_KNOWN } from "../knowledge.js";
import type { TrafficEvent } from "../traffic.js";
import { createWitnesses } from "../witnesses.js";

export const SOCKET = `page https://app.test
+0ms WS wss://app.test/client/hubs/chat
  > Sec-WebSocket-Protocol: json.webpubsub.azure.v1
  < 101
  +5ms <- {"type":"system","event":"connected","userId":"ada","connectionId":"1"}
  +5ms -> {"type":"joinGroup","group":"room"}
  +5ms -> {"type":"joinGroup","group":"room"}
  +5ms <- {"type":"ack","ackId":1,"success":true}
`;
export const CLOSED = `${SOCKET}  +5ms closed 1008 by server No longer welcome\n`;

/** The script's traffic as this source tells of it, its clock so much ahead. */
export function toldBy(source: string, script: string, ahead = 0): TrafficEvent[] {
  const rename = (id: string) => `${source}-${id}`;
  return parseWireScript(script).map((event) => {
    const moved = { ...event, id: rename(event.id), at: event.at + ahead };
    return "exchange" in moved ? { ...moved, exchange: rename(moved.exchange) } : moved;
  });
}

export function took(events: TrafficEvent[]): TrafficEvent[] {
  const witnesses = createWitnesses();
  return events.flatMap((event) => witnesses.take(event));
}

export function look(events: TrafficEvent[]) {
  const live = createAnalysis(NOTHING_KNOWN);
  for (const event of events) live.take(event);
  return live.read();
}

export function exchangesIn(events: TrafficEvent[]): Set<string> {
  return new Set(events.flatMap((event) => ("exchange" in event ? event.exchange : [])));
}

/** The same, as another of that source. */
export function another(name: string): (event: TrafficEvent) => TrafficEvent {
  return (event) => {
    const moved = { ...event, id: `${event.id}-${name}` };
    return "exchange" in moved ? { ...moved, exchange: `${moved.exchange}-${name}` } : moved;
  };
}
