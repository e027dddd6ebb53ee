import type { ExchangeEvent, SaidEvent, TrafficEvent } from "../core/traffic.js";
import { createBodyRedaction, isEngineIo } from "./redact-body.js";
import { redactHeaders } from "./redact-headers.js";
import { createJsonRedaction } from "./redact-json.js";
import { createMessageRedaction } from "./redact-messages.js";
import { createTextRedaction } from "./redact-text.js";
import { createSecretLabels } from "./secret-labels.js";

/** Redacts one export: the same secret has the same label everywhere in it, and another in the next. */
export interface Redactor {
  /** Redacting twice changes nothing. */
  redactEvents(events: readonly TrafficEvent[]): TrafficEvent[];
  /** Text of any kind, by what is known from the events so far. */
  redactText(text: string): string;
  /** Does a secret still stand in this finished export? */
  hasSecrets(text: string): boolean;
}

export function createRedactor(): Redactor {
  const labels = createSecretLabels();
  const engineIo = new Set<string>();
  let isCollecting = false;
  const redaction = createTextRedaction(labels, () => isCollecting);
  const json = createJsonRedaction(redaction, labels);
  const bodies = createBodyRedaction(redaction, json, createMessageRedaction(redaction, json));

  /** Twice over: what the last event shows to be a secret may stand in the first. */
  function redactEvents(events: readonly TrafficEvent[]): TrafficEvent[] {
    for (const event of events) if (event.kind === "exchange" && isEngineIo(event)) engineIo.add(event.exchange);
    isCollecting = true;
    events.forEach(redact);
    isCollecting = false;
    return events.map(redact);
  }

  function redact(event: TrafficEvent): TrafficEvent {
    if (event.kind === "exchange") return redactExchange(event);
    if (event.kind === "frame") return { ...event, payload: bodies.frame(event.payload, engineIo.has(event.exchange)) };
    if (event.kind === "said") return redactSaid(event);
    if (event.kind === "close") return { ...event, reason: event.reason && redaction.text(event.reason) };
    return event.kind === "navigated" ? { ...event, url: redaction.url(event.url) } : event;
  }

  function redactExchange(event: ExchangeEvent): ExchangeEvent {
    const { requestHeaders, responseHeaders, requestBody, responseBody, initiator, netError } = event;
    return {
      ...event,
      url: redaction.url(event.url),
      requestHeaders: requestHeaders && redactHeaders(requestHeaders, redaction, labels),
      responseHeaders: responseHeaders && redactHeaders(responseHeaders, redaction, labels),
      requestBody: requestBody && bodies.request(requestBody, event),
      responseBody: responseBody && bodies.response(responseBody, event),
      initiator: initiator?.map(redaction.text) ?? null,
      netError: netError && redaction.text(netError),
    };
  }

  function redactSaid(event: SaidEvent): SaidEvent {
    const { text, url, headers, body, closeReason } = event;
    return {
      ...event,
      text: redaction.text(text),
      url: url && redaction.url(url),
      headers: redactHeaders(headers, redaction, labels),
      body: body && redaction.text(body),
      closeReason: closeReason && redaction.text(closeReason),
    };
  }

  return { redactEvents, redactText: redaction.text, hasSecrets: (text) => labels.isIn(text) };
}
