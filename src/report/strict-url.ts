import { isLabel } from "../core/token.js";
import { percentDecode, percentEncode } from "../core/url.js";
import type { Phrases } from "./phrases.js";
import { ADDRESS_QUERY, HARMLESS_QUERY, KNOWN_QUERY } from "./query-rules.js";
import { isCommonRoute, isName, isRouteOfWords, ownNameIn } from "./routes.js";
import type { SecretLabels } from "./secret-labels.js";
import { kindOfQuery } from "./secret-names.js";

export interface StrictUrls {
  /** The URL of a request. Labels in it are percent-encoded, so that reading it gives the label. */
  request(url: string): string;
  /** Any other address; of its path only what every application has, or what a connection's own URL has, too. */
  url(url: string): string;
  /** An address in words; its host stays only where a request went there, too. */
  said(url: string): string;
  /** `https://host:port`, as Origin says it. */
  origin(origin: string): string;
  host(host: string): string;
  /** A host as a header names it: it stays where a request went there, too. */
  named(host: string): string;
  /** From here on this URL's host is known, and the endpoint's name in its path to be a route. */
  learn(url: string): void;
}

const PARTS = /^(?:([a-z][a-z0-9+.-]*):)?(?:\/\/([^/?#]*))?([^?#]*)(?:\?([^#]*))?(?:#(.*))?/is;
const HOST = /^(?:[\w-]+(?:\.[\w-]+)*\.?|\[[0-9a-f:.]+\])(?::\d{1,5})?$/i;
const SCHEME = /^(?:https?|wss?)$/i;
const DEEPEST = 4;
/** Says of nobody who he is. */
const LOOPBACK = /^(?:localhost|127\.\d{1,3}\.\d{1,3}\.\d{1,3}|0\.0\.0\.0|\[::1?\]|host-\d+\.invalid)$/i;

interface Manner {
  /** The endpoint's own name stays, whatever its words. */
  isRequest?: boolean;
  hostOf?: (host: string) => string;
}

export function createStrictUrls(
  labels: SecretLabels,
  phrases: Phrases,
  isHidden: (host: string) => boolean,
): StrictUrls {
  const routes = new Set<string>();
  const hosts = new Set<string>();

  function learn(url: string): void {
    const [, , authority = "", path = ""] = PARTS.exec(url) ?? [];
    hosts.add(withoutPort(authority.slice(authority.lastIndexOf("@") + 1)));
    const segments = path.split("/");
    const own = segments[ownNameIn(segments)];
    if (own !== undefined && isName(percentDecode(own))) routes.add(own);
  }

  function any(whole: string, depth: number, { isRequest = false, hostOf = host }: Manner = {}): string {
    const [, scheme, authority, path = "", query, fragment] = PARTS.exec(whole) ?? [];
    const isWeb = scheme === undefined ? /^[/?#]/.test(whole) : SCHEME.test(scheme) && authority !== undefined;
    if (whole === "" || whole === "about:blank") return whole;
    if (!isWeb || depth > DEEPEST) return encodeURIComponent(labels.label("data", percentDecode(whole), "url"));
    const parts = [scheme === undefined ? "" : `${scheme}:`];
    if (authority !== undefined) parts.push("//", authorityOf(authority, hostOf));
    const segments = path.split("/");
    const own = isRequest ? ownNameIn(segments) : -1;
    parts.push(segments.map((each, index) => segment(each, index === own)).join("/"));
    if (query !== undefined) parts.push("?", pairs(query, depth));
    if (fragment !== undefined) parts.push("#", fragment === "" ? "" : fragmentOf(fragment, depth));
    return parts.join("");
  }

  function authorityOf(authority: string, hostOf: (host: string) => string): string {
    const cut = authority.lastIndexOf("@");
    if (cut < 0) return hostOf(authority);
    const secret = percentDecode(authority.slice(0, cut));
    return `${encodeURIComponent(labels.label("key", secret, "userinfo"))}@${hostOf(authority.slice(cut + 1))}`;
  }

  function host(text: string): string {
    if (text === "") return text;
    return HOST.test(text) && !isHidden(text) ? text : labels.host(text);
  }

  function named(text: string): string {
    const name = withoutPort(text).replace(/^\./, "");
    const isKnown = name === "" || LOOPBACK.test(name) || [...hosts].some((each) => `.${each}`.endsWith(`.${name}`));
    return isKnown ? host(text) : labels.host(text);
  }

  function segment(raw: string, isOwn: boolean): string {
    const plain = percentDecode(raw);
    if (raw === "" || isCommonRoute(raw) || phrases.isKnownWord(raw)) return raw;
    const isRoute = isRouteOfWords(raw) || routes.has(raw) || (isOwn && isName(raw));
    if (isRoute && !labels.isSecret(plain)) return raw;
    return encodeURIComponent(labels.label("name", plain, "path"));
  }

  function fragmentOf(fragment: string, depth: number): string {
    return fragment.includes("=")
      ? pairs(fragment, depth)
      : encodeURIComponent(labels.label("data", percentDecode(fragment), "value"));
  }

  function pairs(query: string, depth: number): string {
    return query
      .split("&")
      .map((each) => (each === "" ? each : pair(each, depth)))
      .join("&");
  }

  function pair(whole: string, depth: number): string {
    const cut = whole.indexOf("=");
    const name = percentDecode(cut < 0 ? whole : whole.slice(0, cut));
    const value = cut < 0 ? "" : percentDecode(whole.slice(cut + 1));
    const isKnown = Object.hasOwn(HARMLESS_QUERY, name) || KNOWN_QUERY.test(name) || ADDRESS_QUERY.test(name);
    const shown =
      isKnown || isLabel(name)
        ? whole.slice(0, cut < 0 ? undefined : cut)
        : encodeURIComponent(labels.label("name", name, "name"));
    return cut < 0 ? shown : `${shown}=${value === "" ? "" : shownValue(name, value, whole.slice(cut + 1), depth)}`;
  }

  function shownValue(name: string, value: string, raw: string, depth: number): string {
    if (Object.hasOwn(HARMLESS_QUERY, name) && HARMLESS_QUERY[name]?.test(value)) return raw;
    if (/^hub$/i.test(name) && isName(value) && !labels.isSecret(value)) return raw;
    if (ADDRESS_QUERY.test(name) && /^(?:\/|https?:|wss?:)/i.test(value)) return percentEncode(any(value, depth + 1));
    return encodeURIComponent(labels.label(kindOfQuery(name) ?? "data", value, "query"));
  }

  function origin(text: string): string {
    const [, scheme, authority = ""] = /^(https?:\/\/)([^/?#\s]+)$/i.exec(text) ?? [];
    if (text === "null" || text === "*") return text;
    return scheme === undefined ? labels.label("data", text, "header") : `${scheme}${authorityOf(authority, host)}`;
  }

  return {
    request: (url) => any(url, 0, { isRequest: true }),
    url: (url) => any(url, 0),
    said: (url) => any(url, 0, { hostOf: named }),
    origin,
    host,
    named,
    learn,
  };
}

function withoutPort(host: string): string {
  return host.replace(/:\d{1,5}$/, "").toLowerCase();
}
