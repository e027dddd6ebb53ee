import { decodedText } from "../core/exchange.js";
import { bareMqttRefusal } from "../core/mqtt.js";
import type { Content, ExchangeEvent } from "../core/traffic.js";
import { parseUrl } from "../core/url.js";
import { isPacked } from "./packed.js";
import { redactBinary } from "./redact-binary.js";
import { isObject, parseJson } from "./redact-json.js";
import { createMessageRedaction, type Means } from "./redact-messages.js";
import type { Repeats } from "./repeats.js";

export interface BodyRedaction {
  request(body: Content, exchange: ExchangeEvent): Content;
  response(body: Content, exchange: ExchangeEvent): Content;
  frame(payload: Content, isEngineIo: boolean): Content;
}

/** As much of a page as a diagnosis reads. */
const PAGE_KEPT = 2000;
/** SignalR's MessagePack ping, close and ack: a length, an array, a type and no data (docs/specs/HubProtocol.md). */
const CONTROL_MESSAGE = /^(?:ApEG|A5IHwA==|A5IIA[A-Za-z0-9+/]==|A5II[A-Za-f][A-Za-z0-9+/]==)$/;

export function createBodyRedaction(means: Means, once: Repeats["once"], keepsPayloads: boolean): BodyRedaction {
  const { text: words, json } = means;
  const messages = createMessageRedaction(means);
  const requestText = once((text, protocol) => inProtocol(text, protocol) ?? payload(text));
  const answerText = once((text, protocol) => understood(text, protocol) ?? unknownAnswer(text));
  const refusalText = once((text, protocol) => understood(text, protocol) ?? page(text));
  const packetText = once((text) => messages.packets(text) ?? payload(text));
  const recordText = once((text) => messages.json(text) ?? payload(text));

  function request(body: Content, exchange: ExchangeEvent): Content {
    return replace(body, (text) => requestText(text, protocolOf(exchange)));
  }

  function response(body: Content, exchange: ExchangeEvent): Content {
    const failed = (exchange.status ?? 0) < 200 || (exchange.status ?? 0) > 299;
    return replace(body, (text) => (failed ? refusalText : answerText)(text, protocolOf(exchange)));
  }

  function understood(text: string, protocol: string): string | null {
    const value = parseJson(text);
    if (typeof value === "string") return JSON.stringify(words(value));
    if (value !== undefined) return JSON.stringify(isObject(value) ? json.message(value) : json.data(value));
    return inProtocol(text, protocol);
  }

  function inProtocol(text: string, protocol: string): string | null {
    return protocol === ENGINE_IO ? messages.packets(text) : asRecords(text);
  }

  /** A page where the protocol's answer belongs is evidence; any other text is somebody's data. */
  function unknownAnswer(text: string): string {
    return /^\s*</.test(text) ? page(text) : payload(text);
  }

  function page(text: string): string {
    return words(text.slice(0, PAGE_KEPT));
  }

  /** What travels as bytes over Engine.IO is an attachment, and no packet. */
  function frame(body: Content, ofEngineIo: boolean): Content {
    return replace(body, ofEngineIo ? (body.encoding === "text" ? packetText : payload) : recordText);
  }

  function asRecords(text: string): string | null {
    return text.includes("\u001e") ? messages.json(text) : null;
  }

  function payload(text: string): string {
    return text.trim() === "" ? text : String(json.data(text));
  }

  /** The size stays that of the original. Text that travelled as binary stays so; data that is binary goes. */
  function replace(content: Content, redact: (text: string) => string): Content {
    const { text, encoding, bytes } = content;
    if (text === null) return content;
    if (encoding === "text")
      return { ...content, text: redact(text), bytes: bytes ?? new TextEncoder().encode(text).length };
    const size = bytes ?? Math.floor((text.length * 3) / 4);
    const plain = decodedText(content);
    if (plain !== null && !plain.includes("\0")) return { text: encodeBase64(redact(plain)), encoding, bytes: size };
    const isHarmless = CONTROL_MESSAGE.test(text) || (keepsPayloads && holdsNoSecret(text));
    if (isHarmless) return { text, encoding, bytes: size };
    const refusal = bareMqttRefusal(content);
    const safe = refusal ? btoa(String.fromCharCode(...refusal)) : redactBinary(content, json, messages.json);
    return { text: safe, encoding, bytes: size };
  }

  /** Bytes cannot be labelled: those with a secret among their letters, and those that are packed, go as a whole. */
  function holdsNoSecret(base64: string): boolean {
    const letters = letterStretches(base64);
    return letters !== null && words(letters) === letters;
  }

  return { request, response, frame };
}

/** Letters of UTF-16 count, too: the noughts between them go. */
function letterStretches(base64: string): string | null {
  try {
    return isPacked(base64)
      ? null
      : atob(base64)
          .replaceAll("\0", "")
          .replace(/[^ -~]+/g, "\n");
  } catch {
    return null; // no base64: nobody knows what it is
  }
}

function encodeBase64(text: string): string {
  return btoa(Array.from(new TextEncoder().encode(text), (byte) => String.fromCharCode(byte)).join(""));
}

const ENGINE_IO = "engine-io";

function protocolOf(exchange: ExchangeEvent): string {
  return isEngineIo(exchange) ? ENGINE_IO : "other";
}

/** Classic SignalR has a `transport` in its queries, too. */
export function isEngineIo({ url }: ExchangeEvent): boolean {
  const { query } = parseUrl(url);
  return query.has("EIO") || (query.has("transport") && !query.has("connectionToken") && !query.has("clientProtocol"));
}
