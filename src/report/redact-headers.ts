import { isLabel } from "../core/token.js";
import type { Header } from "../core/traffic.js";
import { percentDecode } from "../core/url.js";
import { areCommonWords } from "./common-words.js";
import { HARMLESS_HEADERS, HOST_HEADERS, NAME_LISTS, ORIGIN_HEADERS, URL_HEADERS } from "./header-rules.js";
import type { Repeats } from "./repeats.js";
import { isName } from "./routes.js";
import type { SecretLabels } from "./secret-labels.js";
import { kindOfHeader } from "./secret-names.js";
import type { StrictText } from "./strict-text.js";
import type { StrictUrls } from "./strict-url.js";

/** Registered names, and those of this field; anything else in their place may be a token. */
const SUBPROTOCOL_NAME =
  /^((json|protobuf)(\.reliable)?\.webpubsub\.azure\.v1|mqtt(v3\.1)?|wamp(\.2\.(json|msgpack|cbor))?|v1[0-2]\.stomp|graphql-(transport-)?ws|actioncable-v1-json|vite-hmr|soap|xmpp)$/i;
const COOKIE_ATTRIBUTE =
  /^(?:Path=\/|HttpOnly|Secure|Partitioned|SameSite=(?:Lax|Strict|None)|Max-Age=-?\d{1,10}|Priority=(?:Low|Medium|High)|Expires=[MTWFS][a-z]{2}, \d{2}[ -][A-Z][a-z]{2}[ -]\d{2,4} \d{2}:\d{2}:\d{2} GMT)$/i;
/** Registered schemes; another first word may be the secret itself. */
const SCHEME =
  /^(?:Bearer|Basic|Digest|Negotiate|NTLM|DPoP|AWS4-HMAC-SHA256|SharedKey|SharedAccessSignature|Token|ApiKey)$/i;
const HEADER_NAME = /^:?[A-Za-z][A-Za-z-]*\d{0,2}$/;
/** Of the frameworks, proxies and balancers of this field; another name may be a customer's. */
const COOKIE_NAME =
  /^(?:ARRAffinity(?:SameSite)?|ApplicationGatewayAffinity(?:CORS)?|ASLBSA(?:CORS)?|AWSALB(?:APP|CORS|TG|TGCORS)?(?:-\d)?|AWSELB(?:CORS)?|GCLB|INGRESSCOOKIE|SERVERID|JSESSIONID|PHPSESSID|ASP\.NET_SessionId|\.?AspNet(?:Core)?(?:\.[A-Z][A-Za-z]{2,20}){0,3}|connect\.sid|io|lb|__cf(?:_bm|duid|lb)?|cf_clearance|incap_ses|visid_incap|_gh_sess)$/i;

/** No server asks for credentials at such length. */
const LONGEST_CHALLENGE = 8000;

export interface HeaderRedaction {
  name(name: string): string;
  value(header: Header): string;
}

/** Names of headers and cookies, authentication schemes and known subprotocols are evidence and stay. */
export function createHeaderRedaction(
  urls: StrictUrls,
  text: StrictText,
  labels: SecretLabels,
  once: Repeats["once"],
): HeaderRedaction {
  function value(name: string, raw: string): string {
    if (raw === "" || (Object.hasOwn(HARMLESS_HEADERS, name) && HARMLESS_HEADERS[name]?.test(raw))) return raw;
    if (name === "cookie") return raw.split(/;\s*/).map(cookie).join("; ");
    if (name === "set-cookie") return raw.split("\n").map(setCookie).join("\n");
    if (name === "authorization" || name === "proxy-authorization") return credentials(raw);
    if (name === "www-authenticate" || name === "proxy-authenticate") return challenge(raw);
    if (name === "sec-websocket-protocol") return raw.split(/,\s*/).map(subprotocol).join(", ");
    if (ORIGIN_HEADERS.test(name)) return raw.split(/,\s*/).map(urls.origin).join(", ");
    if (HOST_HEADERS.test(name)) return urls.named(raw);
    if (NAME_LISTS.test(name)) return raw.split(/,\s*/).map(headerName).join(", ");
    if (URL_HEADERS.test(name)) return urls.url(raw);
    if (name === "content-type") return mediaType(raw);
    return labels.label(kindOfHeader(name) ?? "data", raw, "header");
  }

  /** Encoded, as the semicolons of a label would end the cookie. */
  function cookie(pair: string): string {
    const cut = pair.indexOf("=");
    if (cut < 0) return pair && encodeURIComponent(labels.label("cookie", percentDecode(pair), "cookie"));
    const name = cookieName(pair.slice(0, cut));
    const held = pair.slice(cut + 1);
    return `${name}=${held === "" ? "" : encodeURIComponent(labels.label("cookie", percentDecode(held), "cookie"))}`;
  }

  function cookieName(name: string): string {
    const plain = percentDecode(name);
    const bare = name.replace(/^__(?:Host|Secure)-/, "");
    return bare === "" || COOKIE_NAME.test(bare) || (isName(bare.replace(/^\./, "")) && areCommonWords(bare))
      ? name
      : encodeURIComponent(labels.label("name", plain, "name"));
  }

  function setCookie(line: string): string {
    const [first = "", ...attributes] = line.split(/;\s*/);
    return [cookie(first), ...attributes.map(attribute)].join("; ");
  }

  function attribute(raw: string): string {
    if (raw === "" || COOKIE_ATTRIBUTE.test(raw)) return raw;
    const [, name = "", held = ""] = /^(Domain|Path|Expires)=(.*)$/i.exec(raw) ?? [];
    if (name.toLowerCase() === "domain") return `${name}=${urls.named(held.replace(/^\./, ""))}`;
    if (name.toLowerCase() === "path") return `${name}=${urls.url(held)}`;
    return encodeURIComponent(labels.label("data", raw, "cookie"));
  }

  function credentials(raw: string): string {
    const [, scheme = "", gap = "", secret = ""] = /^(\S+)(\s+)(.+)$/s.exec(raw) ?? [];
    if (/^Bearer\s/i.test(secret)) return `${scheme}${gap}${credentials(secret)}`; // a scheme put there twice is evidence
    if (SCHEME.test(scheme)) return `${scheme}${gap}${labels.label("token", secret, "credentials")}`;
    return SCHEME.test(raw) ? raw : labels.label("token", raw, "credentials");
  }

  /** `Bearer error="invalid_token", error_description="…"`: its own words stay, realms and parameters go. */
  function challenge(raw: string): string {
    if (raw.length > LONGEST_CHALLENGE) return labels.label("data", raw, "header");
    return raw.replace(
      /("(?:[^"\\]|\\.)*"?)|(\[[a-z]+-\d+;[^\][]*\]|[^\s,="]+)/g,
      (_, quoted?: string, word?: string) => {
        if (quoted !== undefined) return `"${text(quoted.replace(/^"|"$/g, ""))}"`;
        const isOurs =
          SCHEME.test(word ?? "") ||
          /^(?:realm|error|error_description|error_uri|scope|charset|qop|stale|nonce|opaque|algorithm|resource|resource_id|authorization_uri|client_id)$/i.test(
            word ?? "",
          );
        return isOurs ? (word ?? "") : labels.label("data", word ?? "", "header");
      },
    );
  }

  /** Some clients have no other place for a token. */
  function subprotocol(name: string): string {
    return name === "" || SUBPROTOCOL_NAME.test(name) ? name : labels.label("token", name, "credentials");
  }

  /** The type counts in a diagnosis; its parameters (a boundary) do not. */
  function mediaType(raw: string): string {
    const [type = ""] = raw.split(";");
    return HARMLESS_HEADERS["content-type"]?.test(type.trim()) ? type.trim() : labels.label("data", raw, "header");
  }

  /** The same in whatever case, as CORS compares them. */
  function headerName(name: string): string {
    if (name === "" || name === "*" || (HEADER_NAME.test(name) && areCommonWords(name))) return name;
    return labels.label("name", isLabel(name) ? name : name.toLowerCase(), "name");
  }

  const underName = once((raw, name) => value(name.toLowerCase(), raw));
  return { name: once(headerName), value: (header) => underName(header.value, header.name) };
}
