import { decodeBase64 } from "../core/base64.js";
import { isLabel } from "../core/token.js";
import { percentDecode, percentEncode } from "../core/url.js";
import { isPacked } from "./packed.js";
import type { SecretLabels } from "./secret-labels.js";
import { kindOfJson, kindOfQuery } from "./secret-names.js";

/** Finds secrets in texts of any kind and puts labels in their place. */
export interface TextRedaction {
  text(text: string): string;
  /** Absolute or relative; labels in it are percent-encoded, so that reading it gives the label. */
  url(url: string): string;
  /** Only what looks like a secret wherever it stands, and those that are known. */
  patterns(text: string): string;
}

const URL_IN_TEXT = /\b(?:https?|wss?):\/\/[^\s"'<>\\]+/gi;
/**
 * Also encrypted ones (five parts), and with percent-encoded dots. What follows on a long run of such letters is part of it:
 * to look at each place of a run anew would take minutes where somebody sends megabytes of it.
 */
const JWT = /(?<![A-Za-z0-9_-]{64})eyJ[A-Za-z0-9_-]{6,}(?:(?:\.|%2E)[A-Za-z0-9_-]*){1,4}/gi;
/** A JWT that was put into base64 once more. */
const WRAPPED_JWT = /ZXlK[A-Za-z0-9+/_-]{60,}={0,2}/g;
/** What ASP.NET's Data Protection makes, connection tokens among it. */
const PROTECTED_BLOB = /CfDJ8[A-Za-z0-9_-]{20,}/g;
const CREDENTIALS = /\b(Bearer|Basic) ((?=\S*\d)[A-Za-z0-9._~+/-]{8,}=*)(?![\w"])/gi;
/** Also percent-encoded, and cut off. */
const PRIVATE_KEY =
  /-----BEGIN(?: |%20|\+)(?:[A-Z]+(?: |%20|\+))*PRIVATE(?: |%20|\+)KEY-----[\s\S]*?(?:-----END(?: |%20|\+)(?:[A-Z]+(?: |%20|\+))*PRIVATE(?: |%20|\+)KEY-----|$)/g;
/** Keys that say themselves whose they are. A packet's type, a digit, may stand before one. */
const SERVICE_KEY =
  /(?<![A-Za-z_])(?:gh[pousr]_\w{20,}|xox[abprs]-[\w-]{16,}|[rs]k_live_\w{16,}|AKIA[A-Z0-9]{16}|AIza[\w-]{30,})/g;
/** Long runs that nobody types: keys, signatures, sums, sealed cookies, PASETO; and numbers written as those of cards. */
const RANDOM =
  /\bs(?::|%3A)[\w-]{20,}\.(?:[A-Za-z0-9+/]|%2[BF]){20,}|\bv[1-4]\.(?:local|public)\.[\w-]{20,}|(?<![\w+/-])(?=[A-Za-z+/_-]*\d[A-Za-z+/_-]*\d)(?=[a-z0-9+/_-]*[A-Z])(?=[A-Z0-9+/_-]*[a-z])[A-Za-z0-9+/_-]{40,}={0,2}(?![\w+/=-])|(?<![\w-])(?=[0-9a-f]*\d)(?:[0-9a-f]{32,}|[0-9A-F]{32,})(?![\w-])|(?<![\w-])\d{4}([ -])\d{4}\1\d{4}\1\d{4}(?![\w-])/g;
/** What may be base64 of something that holds a secret. */
const WRAPPED = /(?<![\w+/-])[A-Za-z0-9+/_-]{24,}={0,2}(?![\w+/=-])/g;
/** What `encodeURIComponent` makes, as a cookie's value, too, and no part of a URL. */
const ENCODED = /(?<![\w:/?&.%~-])(?!%5B[a-z]+-\d+(?:;|%3B))[\w.!~*'()-]{0,200}%[0-9A-Fa-f]{2}[\w.!~*'()%-]*/g;
/** What JSON writes as `\u002B` and HTML as `&#43;`: .NET escapes every plus of base64 so, and what is cut off nobody parses. */
const ESCAPED =
  /(?<![^\s"'<>&\\])[^\s"'<>&\\]*(?:\\{1,4}(?:u[0-9a-f]{4}|x[0-9a-f]{2})|&#(?:\d{1,7}|x[0-9a-f]{1,6});)(?:[^\s"'<>&\\]|\\{1,4}(?:u[0-9a-f]{4}|x[0-9a-f]{2})|&#(?:\d{1,7}|x[0-9a-f]{1,6});)*/gi;
/** A path that stands in a text without its host and has an encoded part. */
const PATH_IN_TEXT = /(?<![\w:/?&.%~-])\/[^\s"'<>?#\\%]{0,2000}%[0-9A-Fa-f]{2}[^\s"'<>?#\\]*/g;
const LABEL_OR_VALUE = String.raw`(\[[a-z]+-\d+;[^\][]*\]|[^&\s"'<>;,)#\\]+)`;
const QUERY_PAIR = new RegExp(String.raw`([?&])([\w.-]+)=${LABEL_OR_VALUE}`, "g");
const TELLING_PAIR = new RegExp(
  String.raw`\b()(user(?:_?name|_?id)?|email|\w*(?:token|secret|api_?key|access_?key)|connection_?id|session(?:_?id)?|[sp]id|passw(?:or)?d|pwd|authorization|jwt|ticket|nonce|sig(?:nature)?|AccountKey)=${LABEL_OR_VALUE}`,
  "gi",
);

/** JSON within text, cut off or written into a string once more. */
const JSON_PAIR = /(?<!\\)(\\*")([\w-]+)\1(\s*:\s*)\1([^"\\]+)\1/g;

/** A URL within a URL is as deep as sign-in pages go; beyond that only the patterns are looked for. */
const DEEPEST = 4;

const asIs = (label: string) => label;

export function createTextRedaction(labels: SecretLabels): TextRedaction {
  function text(whole: string, depth = 0): string {
    if (isLabel(whole)) return labels.label("data", whole, "payload");
    const plain = escaped(whole, depth);
    const withUrls = depth < DEEPEST ? plain.replace(URL_IN_TEXT, (found) => url(found, depth + 1)) : plain;
    const withPairs = withUrls.replace(QUERY_PAIR, pair).replace(TELLING_PAIR, pair).replace(JSON_PAIR, jsonPair);
    return wrapped(encoded(patterns(withPairs, asIs), depth), depth);
  }

  /** An escaped stretch goes as a whole, if it holds a secret. */
  function escaped(whole: string, depth: number): string {
    if (depth >= DEEPEST || !/\\[ux]|&#/i.test(whole)) return whole;
    return whole.replace(ESCAPED, (run) =>
      text(unescaped(run), depth + 1) === unescaped(run) ? run : labels.label("data", run, "pattern"),
    );
  }

  /** A text that was percent-encoded as a whole goes as a whole, if it holds a secret. */
  function encoded(whole: string, depth: number): string {
    if (depth >= DEEPEST || !whole.includes("%")) return whole;
    return whole
      .replace(PATH_IN_TEXT, (path) => segments(path, depth))
      .replace(ENCODED, (run) => {
        const plain = percentDecode(run);
        return plain === run || text(plain, depth + 1) === plain ? run : labels.label("data", run, "pattern");
      });
  }

  function pair(whole: string, before: string, name: string, value: string): string {
    const kind = kindOfQuery(name);
    if (!kind) return whole;
    const plain = percentDecode(value);
    const label = labels.label(kind, plain, "query");
    return label === plain ? whole : `${before}${name}=${encodeURIComponent(label)}`;
  }

  function jsonPair(whole: string, quote: string, name: string, colon: string, value: string): string {
    const kind = kindOfJson(name);
    return kind ? `${quote}${name}${quote}${colon}${quote}${labels.label(kind, value, "field")}${quote}` : whole;
  }

  function patterns(whole: string, write: (label: string) => string): string {
    const token = (found: string) => write(labels.label("token", found.replace(/%2E/gi, "."), "pattern"));
    const found = whole
      .replace(JWT, token)
      .replace(WRAPPED_JWT, token)
      .replace(PRIVATE_KEY, (key) => write(labels.label("key", key, "pattern")))
      .replace(SERVICE_KEY, (key) => write(labels.label("key", key, "pattern")))
      .replace(PROTECTED_BLOB, (blob) => write(labels.label("id", blob, "pattern")))
      .replace(RANDOM, (run) => (isWrappedText(run) ? run : write(labels.label("key", run, "pattern"))))
      .replace(CREDENTIALS, (_, scheme: string, secret: string) => `${scheme} ${token(secret)}`);
    return labels.replaceKnown(found, write);
  }

  /** Once within another is still there to be read. */
  function wrapped(whole: string, depth: number): string {
    return whole.replace(WRAPPED, (run) => {
      if (isPacked(run)) return labels.label("data", run, "pattern");
      const plain = depth < DEEPEST ? decoded(run) : null;
      return plain !== null && text(plain, depth + 1) !== plain ? labels.label("data", run, "pattern") : run;
    });
  }

  function url(whole: string, depth = 0): string {
    const [, base = "", path = "", query, fragment] =
      /^((?:[a-z][a-z0-9+.-]*:)?(?:\/\/[^/?#]*)?)([^?#]*)(?:\?([^#]*))?(?:#(.*))?/is.exec(whole) ?? [];
    const parts = [credentialsIn(told(base)), patterns(told(segments(path, depth)), encodeURIComponent)];
    if (query !== undefined) parts.push("?", pairs(query, depth));
    if (fragment !== undefined)
      parts.push("#", fragment.includes("=") ? pairs(fragment, depth) : patterns(fragment, encodeURIComponent));
    return parts.join("");
  }

  /** A part of a path that was encoded as a whole goes as a whole, if it holds a secret. */
  function segments(path: string, depth: number): string {
    if (depth >= DEEPEST || !path.includes("%")) return path;
    return path.replace(/[^/]+/g, (segment) => {
      const plain = percentDecode(segment);
      return plain === segment || text(plain, depth + 1) === plain
        ? segment
        : encodeURIComponent(labels.label("data", plain, "pattern"));
    });
  }

  /** What is no query may still be written like one: a connection string, a signature that lost its address. */
  function told(part: string): string {
    return part.includes("=") ? part.replace(QUERY_PAIR, pair).replace(TELLING_PAIR, pair) : part;
  }

  /** `https://name:password@host` */
  function credentialsIn(base: string): string {
    return base.replace(/^([^/]*\/\/)(.+)@/, (_, scheme: string, secret: string) => {
      const plain = percentDecode(secret);
      return `${scheme}${encodeURIComponent(labels.label("key", plain, "userinfo"))}@`;
    });
  }

  function pairs(query: string, depth: number): string {
    return query
      .split("&")
      .map((each) => onePair(each, depth))
      .join("&");
  }

  function onePair(whole: string, depth: number): string {
    const cut = whole.indexOf("=");
    if (cut < 0) return patterns(whole, encodeURIComponent);
    const name = whole.slice(0, cut);
    const value = percentDecode(whole.slice(cut + 1));
    if (value === "") return whole;
    const kind = kindOfQuery(percentDecode(name));
    const safe = kind ? labels.label(kind, value, "query") : text(value, depth + 1);
    return safe === value ? whole : `${name}=${percentEncode(safe)}`;
  }

  return { text: (whole) => text(whole), url: (whole) => url(whole), patterns: (whole) => patterns(whole, asIs) };
}

function unescaped(run: string): string {
  return run.replace(
    /\\{1,4}(?:u([0-9a-f]{4})|x([0-9a-f]{2}))|&#(?:(\d{1,7})|x([0-9a-f]{1,6}));/gi,
    (_, unicode?: string, byte?: string, decimal?: string, hex?: string) => {
      const code = decimal === undefined ? Number.parseInt(unicode ?? byte ?? hex ?? "", 16) : Number(decimal);
      return code < 0x110000 ? String.fromCodePoint(code) : "\ufffd";
    },
  );
}

/** Base64 of a text is no secret by its look: what is in it decides. */
function isWrappedText(run: string): boolean {
  return !/^(?:[0-9a-f]+|[0-9A-F]+)$/.test(run) && decoded(run) !== null;
}

/** Null where it is no base64 of a text. */
function decoded(run: string): string | null {
  try {
    const text = decodeBase64(run);
    return /^[\P{Cc}\s]*$/u.test(text) ? text : null;
  } catch {
    return null; // bytes that are no UTF-8
  }
}
