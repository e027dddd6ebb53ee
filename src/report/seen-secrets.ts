import type { Content, Header, TrafficEvent } from "../core/traffic.js";
import { decodings } from "./decodings.js";
import { PHRASES } from "./vocabulary.js";

/** A value that was recorded in a place where secrets stand. */
export interface FoundSecret {
  value: string;
  what: string;
}

const SHORTEST = 6;
const SECRET_NAME =
  /token|secret|passw|pwd|auth|session|^sid$|^pid$|^id$|sig|key|cookie|ticket|credential|user|email|nonce|^code$|^state$/i;
/** In an application's own data, where it is kept, fewer names tell: "id", "code", "author" and "design" are in everybody's. */
const SECRET_NAME_IN_DATA =
  /(?:token|secret|api_?key|access_?key)$|^(?:sid|pid|session(?:_?id)?|connection_?id|passw(?:or)?d|pwd|authorization|jwt|ticket|nonce|sig(?:nature)?|user(?:_?id|_?name)?|email)$/i;
const SECRET_HEADER =
  /^(?:authorization|proxy-authorization|x-.*(?:key|token|secret|auth|user|user-?id|user-?name)|.*api-?key.*)$/is;
/** Words of the protocols: nobody's secret even where a secret might stand. */
const PUBLIC =
  /^(?:websockets?|polling|longpolling|serversentevents|system|connected|disconnected|negotiate|message|messagepack|binary|undefined|server|unauthorized|forbidden)$/i;

/** One that does not end is taken to the text's end, or each quote in it would be tried anew. */
const STRING = /"((?:[^"\\]|\\[\s\S])*)("?)/g;
/** What stands behind a name. */
const COLON = /\s*:/y;

/** What an earlier export put in place of a secret, however it is encoded. */
const LABEL = /(?:\[|%(?:25)*5B)[a-z]+-\d+/i;
/** A single word stands in our own texts, too; that it is gone from the traffic only the redaction can see to. */
const WORD = /^[A-Za-z]{1,11}$/;
const KNOWN_PHRASES = new Set(PHRASES);
/** What stands between two strings of JSON, where a text begins in the middle of one. */
const BETWEEN_STRINGS = /^\s*[,:[\]{}][\s,:[\]{}\d.+-]*$/;

/** Reads what was recorded on its own account: names that tell, cookies, credentials, and (strictly) all that applications send. */
export function collectSecrets(events: readonly TrafficEvent[], isStrict: boolean): FoundSecret[] {
  const found = new Map<string, FoundSecret>();
  const telling = isStrict ? SECRET_NAME : SECRET_NAME_IN_DATA;
  const places = new Set(
    events.flatMap((event) => ("url" in event && event.url !== null ? event.url.split(/[/?#&=]/, 6) : [])),
  );

  function add(value: string, what: string, shortest = SHORTEST): void {
    const plain = value.trim();
    if (plain.length < shortest || isPublic(plain) || /^[\d.,:\s-]{1,8}$/.test(plain)) return;
    if (!found.has(plain)) found.set(plain, { value: plain, what });
  }

  function pairs(text: string, what: string, names = SECRET_NAME): void {
    for (const [, name = "", value = ""] of text.matchAll(/(?:^|[?&#;\s])([\w.%-]{1,64})=([^&#;\s"'<>]+)/g)) {
      if (!names.test(name)) continue;
      for (const reading of readingsOf(value)) add(reading, `${what} ${name}`);
    }
  }

  function url(text: string): void {
    const credentials = /^[a-z]+:\/\/([^/?#@]+)@/i.exec(text)?.[1];
    if (credentials) for (const part of credentials.split(":")) add(part, "credentials before a host");
    const query = text.slice(text.search(/[?#]/) + 1);
    if (query !== text) pairs(`?${query}`, "query parameter");
  }

  function headers(list: Header[] | null): void {
    for (const { name, value } of list ?? []) {
      if (SECRET_HEADER.test(name)) add(value.replace(/^(?:Bearer|Basic|Negotiate|Token)\s+/i, ""), `header ${name}`);
      if (/^(?:set-)?cookie$/i.test(name)) cookies(value, name);
      if (/^(?:referer|location)$/i.test(name)) url(value);
    }
  }

  function cookies(value: string, header: string): void {
    const [first = "", ...others] = value.split(/;\s*/);
    for (const pair of /^set/i.test(header) ? [first] : [first, ...others]) {
      const held = pair.slice(pair.indexOf("=") + 1);
      for (const reading of readingsOf(held)) add(reading, `cookie in ${header}`, SHORTEST + 2);
    }
  }

  function payload(content: Content | null, what: string): void {
    if (!content?.text) return;
    const texts = content.encoding === "base64" ? [...decodings(content.text, 2)] : [content.text];
    for (const text of texts) {
      pairs(text, what, telling);
      json(text, what);
    }
  }

  /** Strings of JSON, whole or in pieces, without parsing it: a parser is what the redaction has. */
  function json(text: string, what: string): void {
    let name: string | undefined;
    let end = 0;
    for (const match of text.matchAll(STRING)) {
      const [whole, string = "", closing] = match;
      if (closing === "") return;
      COLON.lastIndex = match.index + whole.length;
      const isName = COLON.test(text);
      const isNamed = name !== undefined && text.slice(end, match.index).trim() === "";
      if (!isName) value(string, isNamed ? name : undefined, what);
      name = isName ? string : undefined;
      end = isName ? COLON.lastIndex : match.index + whole.length;
    }
  }

  function value(text: string, name: string | undefined, what: string): void {
    if (text.length < SHORTEST || BETWEEN_STRINGS.test(text)) return;
    const isTelling = name !== undefined && telling.test(name);
    const isData =
      isStrict && text.length >= 10 && /\d/.test(text) && /[\s@:_-]|\d{3}/.test(text) && !isErrorText(name);
    if ((isTelling || isData) && !places.has(text) && !/^https?:/.test(text))
      add(text, isTelling ? `${what}, field ${name}` : what);
  }

  for (const event of events) {
    if (event.kind === "frame") payload(event.payload, "data of a message");
    if (event.kind === "navigated") url(event.url);
    if (event.kind !== "exchange") continue;
    url(event.url);
    headers(event.requestHeaders);
    headers(event.responseHeaders);
    payload(event.requestBody, "data of a request's body");
    payload(event.responseBody, "data of an answer's body");
  }
  return [...found.values()];
}

function isPublic(value: string): boolean {
  return (
    PUBLIC.test(value) ||
    LABEL.test(value) ||
    WORD.test(value) ||
    KNOWN_PHRASES.has(value) ||
    /^[\w.-]+\.[a-z]{2,}(?::\d+)?$/i.test(value)
  );
}

/** A label is nobody's secret, and with a long number it reads like base64. */
function readingsOf(value: string): Iterable<string> {
  return LABEL.test(value) ? [] : decodings(value, 2);
}

/** Errors are kept as far as they are known; they hold numbers, too. */
function isErrorText(name: string | undefined): boolean {
  return name !== undefined && /^(?:error|errors|message|title|detail|reason|type|E|url)$/i.test(name);
}
