import type { Header } from "../core/traffic.js";
import { percentDecode } from "../core/url.js";
import type { TextRedaction } from "./redact-text.js";
import type { SecretLabels } from "./secret-labels.js";
import { kindOfHeader } from "./secret-names.js";

const URL_HEADERS = /^(location|referer|content-location|refresh|:path)$/i;
/** Registered names, and those of this field; anything else in their place may be a token. */
const SUBPROTOCOL_NAME =
  /^((json|protobuf)(\.reliable)?\.webpubsub\.azure\.v1|mqtt(v3\.1)?|wamp(\.2\.(json|msgpack|cbor))?|v1[0-2]\.stomp|graphql-(transport-)?ws|actioncable-v1-json|vite-hmr|soap|xmpp)$/i;

/** Names of headers and cookies, authentication schemes and known subprotocols are evidence and stay. */
export function redactHeaders(headers: Header[], redaction: TextRedaction, labels: SecretLabels): Header[] {
  return headers.map(({ name, value }) => ({ name, value: value && redactValue(name.toLowerCase(), value) }));

  function redactValue(name: string, value: string): string {
    if (name === "cookie") return value.split(/;\s*/).map(cookie).join("; ");
    if (name === "set-cookie") return value.split("\n").map(setCookie).join("\n");
    if (name === "authorization" || name === "proxy-authorization") return credentials(value);
    if (name === "sec-websocket-protocol") return value.split(/,\s*/).map(subprotocol).join(", ");
    const kind = kindOfHeader(name);
    if (kind) return labels.label(kind, value);
    return URL_HEADERS.test(name) ? redaction.url(value) : redaction.text(value);
  }

  /** Encoded, as the semicolons of a label would end the cookie. */
  function cookie(pair: string): string {
    const cut = pair.indexOf("=");
    if (cut < 0 || cut === pair.length - 1) return pair;
    return `${pair.slice(0, cut)}=${encodeURIComponent(labels.label("cookie", percentDecode(pair.slice(cut + 1))))}`;
  }

  function setCookie(line: string): string {
    const [first = "", ...attributes] = line.split(/;\s*/);
    return [cookie(first), ...attributes].join("; ");
  }

  function credentials(value: string): string {
    const [, scheme = "", secret = value] = /^([A-Za-z-]+\s+)(.+)$/s.exec(value) ?? [];
    return `${scheme}${labels.label("token", secret)}`;
  }

  /** Some clients have no other place for a token. */
  function subprotocol(name: string): string {
    return SUBPROTOCOL_NAME.test(name) ? name : labels.label("token", name);
  }
}
