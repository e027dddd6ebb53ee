import type { SecretKind } from "./secret-labels.js";

/** Names under which secrets stand in queries, JSON and headers, compared in lower case without `-` and `_`. */
const NAMES: Record<Exclude<SecretKind, "data" | "name" | "own">, RegExp> = {
  id: /^(id|sid|pid|connectionid|connectiontoken|session|sessionid|awpsconnectionid)$/,
  token:
    /^(x?auth|.*token|jwt|bearer|authorization|proxyauthorization|ticket|password|passwd|pwd|state|nonce|.*secret|awps.+)$/,
  key: /^(.*apikey|key|code|sig|signature|subscriptionkey|secwebsocketkey|xfunctionskey|ocpapimsubscriptionkey|.*accesskey)$/,
  user: /^(x?user|userid|username|fromuserid|email|upn|xmsclientprincipal.*)$/,
  cookie: /^(cookie|setcookie)$/,
};

/** In JSON these are words of errors and of the protocols; in queries they hold secrets. */
const HARMLESS_IN_JSON = /^(id|key|code|state)$/;

export function kindOfQuery(name: string): SecretKind | null {
  return kindOf(plain(name));
}

export function kindOfJson(name: string): SecretKind | null {
  return HARMLESS_IN_JSON.test(plain(name)) ? null : kindOf(plain(name));
}

/** "Key" alone is no header's name, but the end of many. */
export function kindOfHeader(name: string): SecretKind | null {
  if (/(^|-)key$/i.test(name)) return "key";
  return plain(name) === "id" ? null : kindOf(plain(name));
}

function plain(name: string): string {
  return name.toLowerCase().replace(/[-_.\s]/g, "");
}

function kindOf(name: string): SecretKind | null {
  const kinds = Object.keys(NAMES) as (keyof typeof NAMES)[];
  return kinds.find((kind) => NAMES[kind].test(name)) ?? null;
}
