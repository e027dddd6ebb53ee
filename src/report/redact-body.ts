import { decodedText } from "../core/exchange.js";
import type { Content, ExchangeEvent } from "../core/traffic.js";
import { parseUrl } from "../core/url.js";
import { isObject, type JsonObject, type JsonRedaction, parseJson, stringifyLike } from "./redact-json.js";
import type { MessageRedaction } from "./redact-messages.js";
import type { TextRedaction } from "./redact-text.js";

export interface BodyRedaction {
  request(body: Content, exchange: ExchangeEvent): Content;
  response(body: Content, exchange: ExchangeEvent): Content;
  frame(payload: Content, isEngineIo: boolean): Content;
}

/** As much of a page as a diagnosis reads. */
const PAGE_KEPT = 2000;
const KEPT_OF_ANSWERS = /^(error|errors|message|title|detail|status|statusCode|code|type|reason)$/i;
const NEGOTIATION = /^(availableTransports|negotiateVersion|ProtocolVersion|connectionToken|connectionId)$/i;

export function createBodyRedaction(
  redaction: TextRedaction,
  json: JsonRedaction,
  messages: MessageRedaction,
): BodyRedaction {
  function request(body: Content, exchange: ExchangeEvent): Content {
    return replace(body, (text) => (isEngineIo(exchange) ? messages.packets(text) : asRecords(text)) ?? dropped(text));
  }

  function response(body: Content, exchange: ExchangeEvent): Content {
    const failed = (exchange.status ?? 0) < 200 || (exchange.status ?? 0) > 299;
    return replace(
      body,
      (text) => understood(text, exchange, failed) ?? (failed ? redaction.text(text) : unknownAnswer(text)),
    );
  }

  function understood(text: string, exchange: ExchangeEvent, failed: boolean): string | null {
    const value = parseJson(text);
    if (isObject(value)) return stringifyLike(text, value, answer(value, failed));
    if (failed) return null;
    return isEngineIo(exchange) ? messages.packets(text) : asRecords(text);
  }

  function answer(value: JsonObject, failed: boolean): unknown {
    const isNegotiation = Object.keys(value).some((key) => NEGOTIATION.test(key)) || typeof value.url === "string";
    return failed || isNegotiation ? json.secrets(value) : json.only(value, KEPT_OF_ANSWERS);
  }

  /** A page where the protocol's answer belongs is evidence; any other text is somebody's data. */
  function unknownAnswer(text: string): string {
    return /^\s*</.test(text) ? redaction.text(text.slice(0, PAGE_KEPT)) : dropped(text);
  }

  function frame(payload: Content, ofEngineIo: boolean): Content {
    return replace(payload, (text) => (ofEngineIo ? messages.packets(text) : messages.json(text)) ?? dropped(text));
  }

  function asRecords(text: string): string | null {
    return text.includes("\u001e") ? messages.json(text) : null;
  }

  function dropped(text: string): string {
    return text.trim() === "" ? text : String(json.data(text));
  }

  return { request, response, frame };
}

/** The size stays that of the original. Text that travelled as binary stays so; data that is binary goes. */
function replace(content: Content, redact: (text: string) => string): Content {
  const { text, encoding, bytes } = content;
  if (text === null) return content;
  if (encoding === "text")
    return { text: redact(text), encoding, bytes: bytes ?? new TextEncoder().encode(text).length };
  const plain = decodedText(content);
  const safe = plain === null ? null : encodeBase64(redact(plain));
  return { text: safe, encoding, bytes: bytes ?? Math.floor((text.length * 3) / 4) };
}

function encodeBase64(text: string): string {
  return btoa(Array.from(new TextEncoder().encode(text), (byte) => String.fromCharCode(byte)).join(""));
}

/** Classic SignalR has a `transport` in its queries, too. */
export function isEngineIo({ url }: ExchangeEvent): boolean {
  const { query } = parseUrl(url);
  return query.has("EIO") || (query.has("transport") && !query.has("connectionToken") && !query.has("clientProtocol"));
}
