import { decodeBase64 } from "./base64.js";
import { percentDecode, percentEncode } from "./url.js";

/**
 * Bearer tokens, as far as they are evidence: size, lifetime, audience. A redacted token is a label that still says so,
 * and reading it back gives the same: a report must lead to the same cause as the session that it came from.
 */
export interface TokenFacts {
  /** Length of the token as it stood in the URL or header, in bytes. */
  bytes: number;
  /** Epoch seconds, as the claims have them. */
  expiresAt: number | null;
  notBefore: number | null;
  audience: string | null;
}

const JWT = /^[A-Za-z0-9_-]+\.([A-Za-z0-9_-]+)\.[A-Za-z0-9_-]*$/;
const LABEL = /^\[([a-z-]+-\d+);(\d+)B((?:;(?:exp|nbf|aud)=[^;\]]*)*)\]$/;

/** Reads a JWT or the label of a redacted one; null for an opaque token. No signature is checked. */
export function readToken(token: string): TokenFacts | null {
  return readLabel(token) ?? readJwt(token);
}

/** The label that stands for a secret: `[token-1;480B;exp=1763700000;aud=https%3A//host/client/hubs/chat]`. */
export function labelFor(name: string, secret: string): string {
  const token = readJwt(secret);
  const claims = [
    ["exp", token?.expiresAt],
    ["nbf", token?.notBefore],
    ["aud", token?.audience && percentEncode(token.audience)],
  ].filter(([, value]) => value !== null && value !== undefined);
  return `[${name};${secret.length}B${claims.map(([claim, value]) => `;${claim}=${value}`).join("")}]`;
}

/** A label in an address is percent-encoded, so that it stays one; people read it as it is everywhere else. */
export function withPlainLabels(address: string): string {
  return address.replace(/%5B([a-z]+-\d+)%3B(\d+B)%5D/g, "[$1;$2]");
}

/** What JavaScript writes where a variable holds no text. It is nobody's secret, and it tells what went wrong. */
export function isNoValue(text: string): boolean {
  return /^(?:undefined|null|NaN|\[object (?:Object|Promise)\])$/.test(text);
}

/** Is this text one of our labels (so that redacting twice changes nothing)? */
export function isLabel(text: string): boolean {
  return LABEL.test(text);
}

/** Bytes of the original behind a label, or of the text itself. */
export function originalBytes(text: string): number {
  const label = LABEL.exec(text);
  return label ? Number(label[2]) : text.length;
}

function readLabel(text: string): TokenFacts | null {
  const label = LABEL.exec(text);
  if (!label) return null;
  const claims = new Map((label[3] ?? "").split(";").map((claim) => claim.split("=", 2) as [string, string]));
  const seconds = (name: string) => (Number.isFinite(Number(claims.get(name))) ? Number(claims.get(name)) : null);
  const audience = claims.get("aud");
  return {
    bytes: Number(label[2]),
    expiresAt: seconds("exp"),
    notBefore: seconds("nbf"),
    audience: audience === undefined ? null : percentDecode(audience),
  };
}

function readJwt(token: string): TokenFacts | null {
  const payload = JWT.exec(token)?.[1];
  const claims = payload ? parseClaims(payload) : null;
  if (!claims) return null;
  const seconds = (claim: unknown) => (typeof claim === "number" && Number.isFinite(claim) ? claim : null);
  const audience = Array.isArray(claims.aud) ? claims.aud.join(" ") : claims.aud;
  return {
    bytes: token.length,
    expiresAt: seconds(claims.exp),
    notBefore: seconds(claims.nbf),
    audience: typeof audience === "string" ? audience : null,
  };
}

function parseClaims(payload: string): Record<string, unknown> | null {
  try {
    const claims: unknown = JSON.parse(decodeBase64(payload));
    return typeof claims === "object" && claims !== null ? (claims as Record<string, unknown>) : null;
  } catch {
    return null; // an opaque token that happens to have two dots
  }
}
