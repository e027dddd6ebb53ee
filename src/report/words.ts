import type { Card, Step } from "../core/card.js";
import type { Phase, ProtocolName } from "../core/connection.js";
import type { Unseen } from "../core/unseen.js";

export const PROTOCOL_NAMES: Record<ProtocolName, string> = {
  signalr: "SignalR",
  "engine-io": "Engine.IO / Socket.IO",
  "web-pubsub": "Azure Web PubSub",
};

/** What a reader of the report should not take for absent. */
export const UNSEEN_WORDS: Record<Unseen, string> = {
  frames: "WebSocket messages",
  "open-frames": "messages of sockets that are still open",
  "close-codes": "close codes",
  statuses: "statuses of refused WebSocket handshakes (another extension hides them)",
  bodies: "response bodies",
  pending: "requests without an answer",
  "before-devtools": "what happened before DevTools was open (requests recorded in the background are there)",
  "page-blocks": "what the browser blocked before it reached the network (CSP, mixed content)",
  "page-access": "the page from inside (no access to the site, or not loaded anew)",
  workers: "close codes and open sockets inside workers",
};

export function titleOf({ causes: [best], phase, endpoint }: Card): string {
  if (best) return best.title;
  return endpoint === ""
    ? "The text does not tell the cause"
    : `Broke at ${phase}; nothing in the catalogue explains it`;
}

const MARKS: Record<Step["state"], string> = { passed: "✓", skipped: "–", broke: "✗", "not-reached": "·" };

/** "✓ negotiate → ✗ connect → · handshake" */
export function stepStrip(steps: Step[]): string {
  return steps.map(({ phase, state }) => `${MARKS[state]} ${phase}`).join(" → ");
}

/** "broke at step 3 of 5: connect" */
export function brokeAt(steps: Step[], phase: Phase): string {
  const place = steps.findIndex(({ state }) => state === "broke");
  return place < 0 ? `broke at ${phase}` : `broke at step ${place + 1} of ${steps.length}: ${phase}`;
}

/** The codes that people search for; those that were not observed are left out. */
export function codesOf(card: Card): [name: string, value: string][] {
  const codes: [string, string | number | null][] = [
    ["Status", card.status],
    ["Engine.IO code", card.engineIoCode],
    ["Close code", card.closeCode],
    ["Net error", card.netError === "" ? "hidden by the browser" : card.netError],
  ];
  return codes.flatMap(([name, value]) => (value === null ? [] : [[name, String(value)] as [string, string]]));
}

/** "1 finding", "2 findings" */
export function counted(number: number, noun: string): string {
  return `${number} ${noun}${number === 1 ? "" : "s"}`;
}

export function times(count: number): string {
  return count === 1 ? "once" : count === 2 ? "twice" : `${count} times`;
}
