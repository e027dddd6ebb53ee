import { readFileSync } from "node:fs";
import { knowledge } from "virtual:knowledge";
import { expect, test } from "vitest";
import { analyse } from "../src/core/analysis.js";
import type { Content, FrameEvent, Header, TrafficEvent } from "../src/core/traffic.js";
import { readHar } from "../src/har/read.js";
import { loadPageScenarios, type NamedPageScenario } from "./lab/scenarios.js";

/**
 * What may look alike in a capture, as a refused WebSocket shows no more than its status; each by its cause, the hop that it sits in,
 * or who asks. In one recording chance tells some of them apart, and in the next it does not.
 */
const BEHIND_THE_SCENES: Record<string, string> = {
  "socket-io-cors-function-fails": "the server's function for CORS throws",
  "socket-io-polling-not-offered-across-origins": "polling is not among the server's transports",
  "socket-io-nginx-without-upgrade": "nginx keeps Upgrade to itself",
  "socket-io-websocket-only-refused-by-proxy": "a proxy that is not nginx, and adds nothing to an answer, does",
  "socket-io-websocket-not-offered": "WebSockets are not among the server's transports",
  "socket-io-websocket-only-forbidden": "allowRequest refuses",
  "signalr-nginx-drops-the-upgrade-without-negotiate": "nginx keeps Upgrade to itself",
  "signalr-websocket-bad-request": "the host has no WebSockets",
  "socket-io-healthy-default": "the page asks",
  "socket-io-healthy-in-an-iframe": "a frame of the page asks",
  "web-pubsub-token-of-another-hub": "the page asks",
  "web-pubsub-unauthorized-in-an-iframe": "a frame of the page asks",
  "web-pubsub-unauthorized-in-a-worker": "a worker of the page asks",
};

const scenarios = await loadPageScenarios();

/** Numbers and names made by chance say nothing of the kind; a text is cut, as what follows is the page's own. */
function shapeOf(text: string): string {
  return text
    .replace(/[\w-]{12,}/g, "~")
    .replace(/\d+/g, "0")
    .slice(0, 60);
}

/** A packet of MQTT that answers is short, and its bytes are all that it says. */
function bytesOf({ bytes, text }: Content): string {
  return (bytes ?? 0) <= 4 ? `bytes ${text}` : "bytes";
}

function messageShape({ direction, payload }: FrameEvent): string {
  return `${direction} ${payload.encoding === "text" ? shapeOf(payload.text ?? "") : bytesOf(payload)}`;
}

const TELLING = /^(access-control-allow-|sec-websocket-protocol|server|via|location|content-type|alt-svc|x-)/i;

function headersOf(headers: Header[] | null): string[] {
  return (headers ?? [])
    .filter(({ name }) => TELLING.test(name))
    .map(({ name, value }) => `${name}: ${shapeOf(value)}`);
}

function eventShape(event: TrafficEvent): string[] {
  if (event.kind === "frame") return [messageShape(event)];
  // Whether the page was hidden, or left, in the end is chance.
  if (event.kind !== "exchange") return [];
  const { channel, method, status, netError, url, responseHeaders, requestHeaders, responseBody } = event;
  const query = [...new URL(url).searchParams].map(([key, value]) => `${key}=${shapeOf(value)}`);
  const body = shapeOf(responseBody?.text ?? "");
  return [
    JSON.stringify([
      channel,
      method,
      status,
      netError,
      query,
      headersOf(requestHeaders),
      headersOf(responseHeaders),
      body,
    ]),
  ];
}

/** What a capture shows: which requests, answers and messages there were, in kind, and what came of them. */
function evidenceOf({ name }: NamedPageScenario): string {
  const { events } = readHar(readFileSync(new URL(`./captures/${name}.har`, import.meta.url), "utf8"));
  const { cards, connections, benign } = analyse(events, knowledge);
  return JSON.stringify({
    events: [...new Set(events.flatMap(eventShape))].sort(),
    cards: cards
      .map(({ causes: [best], phase, status, closeCode }) => [best?.cause, best?.confidence, phase, status, closeCode])
      .sort(),
    benign: benign.map(({ cause }) => cause).sort(),
    connections: connections.map(({ protocol, transport, state }) => `${protocol} ${transport} ${state}`).sort(),
  });
}

test("no two scenarios show the same, unless another cause, or another hop, shows it", () => {
  const alike = new Map<string, string[]>();
  for (const scenario of scenarios) {
    const evidence = evidenceOf(scenario);
    alike.set(evidence, [...(alike.get(evidence) ?? []), scenario.name]);
  }
  const groups = [...alike.values()].filter((names) => names.length > 1);
  expect(groups.flat().filter((name) => !(name in BEHIND_THE_SCENES))).toEqual([]);
  for (const names of groups) expect(new Set(names.map((name) => BEHIND_THE_SCENES[name])).size).toBe(names.length);
});

test("and what is said to look alike is there", () => {
  const known = scenarios.map(({ name }) => name);
  expect(Object.keys(BEHIND_THE_SCENES).filter((name) => !known.includes(name))).toEqual([]);
});
