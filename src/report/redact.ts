import { PHASES } from "../core/connection.js";
import { newExchange } from "../core/exchange.js";
import { recognise } from "../core/recognition.js";
import type { AskedEvent, ExchangeEvent, Header, SaidEvent, TrafficEvent } from "../core/traffic.js";
import { createBodyRedaction, isEngineIo } from "./redact-body.js";
import { createHeaderRedaction } from "./redact-headers.js";
import { createInitiatorRedaction } from "./redact-initiator.js";
import { createMeans, type RedactorOptions } from "./redact-means.js";
import type { Replacement } from "./replacements.js";
import type { Trail } from "./trails.js";

export type { Level, RedactorOptions } from "./redact-means.js";

/** Redacts one export: the same secret has the same label everywhere in it, and another in the next. */
export interface Redactor {
  /** Redacting twice changes nothing. */
  redactEvents(events: readonly TrafficEvent[]): TrafficEvent[];
  /** Text of any kind, by what is known from the events so far. */
  redactText(text: string): string;
  /** Every label that was put in place of something, with its rule and its place. */
  replacements(): Replacement[];
}

const METHOD = /^(?:GET|HEAD|POST|PUT|PATCH|DELETE|OPTIONS|CONNECT|TRACE)$/;
const NET_ERROR =
  /^(?:csp|mixed-content|Invalid frame header|(?:net::ERR|(?:NS|SEC|SSL|MOZILLA_PKIX)_ERROR)(?:_[A-Z]{1,12}\d{0,2}){1,8})?$/;
const PAGE = /^page[_-]?\d{1,4}$/;

export function createRedactor(options: RedactorOptions = {}): Redactor {
  if (options.level === "none")
    return { redactEvents: (events) => [...events], redactText: (text) => text, replacements: () => [] };
  const means = createMeans(options);
  const { urls, labels, replacements, trails, once, sweep } = means;
  const bodies = createBodyRedaction(means, once, options.level === "keep-payloads");
  const header = createHeaderRedaction(urls, means.words, labels, once);
  const call = createInitiatorRedaction(urls, once);
  const address = once(urls.request);
  const engineIo = new Set<string>();
  const pages = new Map<string, string>();

  /** What the last event shows to be a secret may stand in the first: whatever that may change is redacted once more. */
  function redactEvents(events: readonly TrafficEvent[]): TrafficEvent[] {
    for (const event of events) prepare(event);
    means.collecting(true);
    const first = events.map((event) => ({ event, ...trails.follow(() => redact(event)), place: replacements.here() }));
    means.collecting(false);
    return first.map((each) => sweep(isSettled(each.trail) ? settled(each) : redact(each.event)));
  }

  function isSettled({ isSearch, harmless }: Trail): boolean {
    return !isSearch && !harmless.some(labels.isSecret);
  }

  function settled({ result, trail, place }: { result: TrafficEvent; trail: Trail; place: string }): TrafficEvent {
    trail.noted.forEach(replacements.count);
    replacements.at(place);
    return result;
  }

  function prepare(event: TrafficEvent): void {
    if (event.kind === "marked") urls.learn(event.url);
    if (event.kind === "said" && event.url) urls.learn(event.url);
    if (event.kind !== "exchange") return;
    if (isEngineIo(event)) engineIo.add(event.exchange);
    if (event.channel === "websocket" || recognise(newExchange(event))) urls.learn(event.url);
  }

  function redact(event: TrafficEvent): TrafficEvent {
    if (event.kind === "exchange") return redactExchange(event);
    replacements.at(`${event.kind} ${event.id}`);
    if (event.kind === "frame") return { ...event, payload: bodies.frame(event.payload, engineIo.has(event.exchange)) };
    if (event.kind === "said") return redactSaid(event);
    if (event.kind === "asked")
      return { ...event, method: method(event.method), url: urls.request(event.url), ...originOf(event) };
    if (event.kind === "marked") return { ...event, url: urls.request(event.url) };
    if (event.kind === "close") return { ...event, reason: event.reason && means.text(event.reason) };
    if (event.kind === "navigated") return { ...event, page: page(event.page), url: urls.url(event.url) };
    if (event.kind !== "page") return event;
    const detail =
      event.detail === null || /^(?:\w{1,24}(?:Error|Exception)|\d{1,6})$/.test(event.detail)
        ? event.detail
        : means.words(event.detail);
    return { ...event, page: event.page && page(event.page), detail };
  }

  function redactExchange(event: ExchangeEvent): ExchangeEvent {
    const { requestHeaders, responseHeaders, requestBody, responseBody, initiator, netError } = event;
    const at = <T>(place: string, act: () => T): T => {
      replacements.at(`${place} of request ${event.exchange}`);
      return act();
    };
    const headers = (list: Header[] | null, side: string) =>
      list?.map((each) => {
        const name = at(side, () => header.name(each.name));
        return { name, value: at(`${side} ${name}`, () => header.value(each)) };
      }) ?? null;
    return {
      ...event,
      page: event.page && page(event.page),
      method: at("method", () => method(event.method)),
      url: at("address", () => address(event.url)),
      requestHeaders: headers(requestHeaders, "header"),
      responseHeaders: headers(responseHeaders, "answer's header"),
      requestBody: requestBody && at("body", () => bodies.request(requestBody, event)),
      responseBody: responseBody && at("answer's body", () => bodies.response(responseBody, event)),
      initiator: initiator && at("calling script", () => initiator.map(call)),
      netError: netError && at("error", () => error(netError)),
      ...(event.askedBy === undefined ? {} : { askedBy: urls.origin(event.askedBy) }),
    };
  }

  function method(name: string): string {
    return METHOD.test(name) || name === "" ? name : labels.label("data", name, "value");
  }

  function error(word: string): string {
    return NET_ERROR.test(word) ? word : means.words(word);
  }

  function redactSaid(event: SaidEvent): SaidEvent {
    const { text, words, phase, method: asked, url, headers, netError, body, closeReason } = event;
    return {
      ...event,
      text: means.text(text),
      ...(words && { words: words.filter((word) => !labels.isSecret(word)) }),
      phase: phase !== null && (PHASES as readonly string[]).includes(phase) ? phase : null,
      method: asked && method(asked),
      netError: netError && error(netError),
      url: url && urls.request(url),
      headers: headers.map((each) => ({ name: header.name(each.name), value: header.value(each) })),
      body: body && means.text(body),
      closeReason: closeReason && means.text(closeReason),
    };
  }

  function originOf({ origin }: AskedEvent): Partial<AskedEvent> {
    return origin === undefined ? {} : { origin: urls.origin(origin) };
  }

  /** Ids of page loads are whatever the producer likes, an address even. */
  function page(id: string): string {
    if (PAGE.test(id)) return id;
    const known = pages.get(id) ?? `page-${pages.size + 1001}`;
    pages.set(id, known);
    return known;
  }

  return { redactEvents, redactText: means.text, replacements: replacements.list };
}
