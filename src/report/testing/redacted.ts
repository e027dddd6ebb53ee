import type { ExchangeEvent, TrafficEvent } from "../../core/traffic.js";
import { parseWireScript } from "../../knowledge/wire-script.js";
import { createRedactor } from "../redact.js";

const base64url = (value: object) =>
  btoa(JSON.stringify(value)).replace(/=+$/, "").replaceAll("+", "-").replaceAll("/", "_");
export const JWT = `${base64url({ alg: "HS256", typ: "JWT" })}.${base64url({ exp: 1767225000, aud: "https://x.test/client/hubs/chat" })}.c2lnbmF0dXJl`;

/** As a strict export has it. */
export function redacted(script: string): TrafficEvent[] {
  return createRedactor().redactEvents(parseWireScript(script));
}

export function exchangesOf(events: readonly TrafficEvent[]): ExchangeEvent[] {
  return events.filter((event) => event.kind === "exchange");
}

/** Messages of a WebSocket at this place, as the lines of a wire script. */
export function frameTextsAt(url: string, lines: readonly string[]): (string | null)[] {
  const script = `+0ms WS ${url}\n  < 101\n${lines.map((line) => `  +1ms ${line}`).join("\n")}`;
  return redacted(script).flatMap((event) => (event.kind === "frame" ? event.payload.text : []));
}

/** The same where nothing gives the protocol away. */
export function frameTexts(...lines: string[]): (string | null)[] {
  return frameTextsAt("wss://app.test/x", lines);
}
