/** Just enough of a URL for a core that has no `URL` class; anything at all may come in from a HAR. */
export interface Address {
  /** Lower case, without the colon; "" for a relative URL. */
  scheme: string;
  /** Host and port as written, lower case. */
  host: string;
  path: string;
  query: ReadonlyMap<string, string>;
}

const URL_PARTS = /^(?:([a-z][a-z0-9+.-]*):)?(?:\/\/([^/?#]*))?([^?#]*)(?:\?([^#]*))?/i;

/** Never throws: what cannot be read is empty. A name that stands twice in the query keeps its first value. */
export function parseUrl(url: string): Address {
  const [, scheme = "", authority = "", path = "", query = ""] = URL_PARTS.exec(url) ?? [];
  return {
    scheme: scheme.toLowerCase(),
    host: authority.slice(authority.lastIndexOf("@") + 1).toLowerCase(),
    path,
    query: parseQuery(query),
  };
}

/** What is asked of the server: the rest stays in the browser. */
export function withoutFragment(url: string): string {
  return url.replace(/#.*$/s, "");
}

const NOTHING_ASKED: ReadonlyMap<string, string> = new Map();

/** Query strings and form bodies. */
function parseQuery(query: string): ReadonlyMap<string, string> {
  if (query === "") return NOTHING_ASKED;
  const found = new Map<string, string>();
  for (const pair of query.split("&")) {
    if (!pair) continue;
    const cut = pair.indexOf("=");
    const name = percentDecode(cut < 0 ? pair : pair.slice(0, cut));
    if (!found.has(name)) found.set(name, cut < 0 ? "" : percentDecode(pair.slice(cut + 1)));
  }
  return found;
}

/** The name or address alone. */
export function withoutPort(host: string): string {
  return host.replace(/:\d+$/, "");
}

/** Leaves alone what is not valid percent-encoding. */
export function percentDecode(text: string): string {
  if (!text.includes("%")) return text.includes("+") ? text.replaceAll("+", " ") : text;
  try {
    return decodeURIComponent(text.replace(/\+/g, " "));
  } catch {
    return text;
  }
}

/** Half a surrogate pair, which JSON may hold and `encodeURIComponent` throws at, becomes a replacement character. */
export function percentEncode(text: string): string {
  return encodeURIComponent(text.replace(/\p{Surrogate}/gu, "\ufffd"));
}

/** ws and wss are http and https to an endpoint: the same server answers both. */
export function httpScheme(scheme: string): string {
  if (scheme === "ws") return "http";
  return scheme === "wss" ? "https" : scheme;
}

/** `https://host/path`, without query, and with http(s) for ws(s); of a URL that names no host the path alone. */
export function endpointOf(address: Address, path: string = address.path): string {
  const { scheme, host } = address;
  const origin = scheme === "" && host === "" ? "" : `${httpScheme(scheme)}://${host}`;
  return `${origin}${path || "/"}`;
}

export function originOf(address: Address): string {
  return `${httpScheme(address.scheme)}://${address.host}`;
}
