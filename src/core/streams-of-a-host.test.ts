import { expect, test } from "vitest";
import { compileFolder } from "../knowledge/folder.js";
import { parseWireScript } from "../knowledge/wire-script.js";
import { analyse } from "./analysis.js";
import type { TrafficEvent } from "./traffic.js";

const { knowledge } = compileFolder("knowledge");

/** One more client of the hub over an event stream, and what comes through that. */
const stream = (nth: number, told: string) => `+20ms POST http://app.test/hub/negotiate?negotiateVersion=1
  > X-SignalR-User-Agent: Microsoft SignalR/10.0
  < 200
  << {"connectionId":"c${nth}","connectionToken":"t${nth}","negotiateVersion":1,"availableTransports":[{"transport":"ServerSentEvents","transferFormats":["Text"]}]}
+5ms SSE http://app.test/hub?id=t${nth}
  < 200
  ${told}
`;
const ACCEPTED = "+15ms <- {}␞";
const GIVEN_UP = '+15s <- {"error":"Handshake was canceled."}␞';

/** A wire script's streams are over with their answer; these last. */
function lasting(event: TrafficEvent): TrafficEvent {
  return event.kind === "exchange" && event.channel === "eventsource" ? { ...event, endedAt: null } : event;
}

function causeOf(before: number): string[] {
  const script = Array.from({ length: before }, (_, nth) => stream(nth, ACCEPTED)).join("");
  const events = parseWireScript(`page http://app.test\n${script}${stream(before, GIVEN_UP)}`).map(lasting);
  return analyse(events, knowledge).cards.map(({ causes }) => causes[0]?.cause ?? "");
}

test("a sixth stream leaves its client no connection to send the handshake over; one alone is held back by a proxy", () => {
  expect(causeOf(5)).toEqual(["browser-connection-limit"]);
  expect(causeOf(0)).toEqual(["proxy-buffers-sse"]);
});
