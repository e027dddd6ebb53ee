import { createHmac, randomBytes, randomUUID } from "node:crypto";
import type { HubApp } from "./hub-app.js";

/** Any party that issues tokens, and the application that takes them; `query` says whether it looks into the URL, too. */
export function newIssuer(query = true): NonNullable<HubApp["tokens"]> {
  return { key: randomBytes(32).toString("hex"), issuer: "https://id.test/", audience: "talk", query };
}

/** A JSON Web Token as an identity provider would issue it, good until so many seconds from now. */
export function issueToken(secondsLeft: number, issuer = newIssuer(), others: Record<string, unknown> = {}): string {
  const now = Math.floor(Date.now() / 1000);
  const claims = {
    iss: issuer.issuer,
    aud: issuer.audience,
    sub: randomUUID(),
    iat: now + Math.min(secondsLeft, 0) - 5,
    exp: now + secondsLeft,
    ...others,
  };
  const unsigned = `${encode({ alg: "HS256", typ: "JWT" })}.${encode(claims)}`;
  return `${unsigned}.${createHmac("sha256", issuer.key).update(unsigned).digest("base64url")}`;
}

/** For tokens whose short life begins when the page asks for one: `issue(secondsLeft)`, as `issueToken` above. */
export function issuerScript({ key, issuer, audience }: NonNullable<HubApp["tokens"]>): string {
  return `
const issue = async (secondsLeft) => {
  const encode = (bytes) => btoa(String.fromCharCode(...bytes)).replace(/=+$/, "").replaceAll("+", "-").replaceAll("/", "_");
  const part = (value) => encode(new TextEncoder().encode(JSON.stringify(value)));
  const now = Math.floor(Date.now() / 1000);
  const claims = { iss: "${issuer}", aud: "${audience}", sub: "one", iat: now - 5, exp: now + secondsLeft };
  const unsigned = part({ alg: "HS256", typ: "JWT" }) + "." + part(claims);
  const bytes = new TextEncoder().encode("${key}");
  const key = await crypto.subtle.importKey("raw", bytes, { name: "HMAC", hash: "SHA-256" }, false, ["sign"]);
  const signature = await crypto.subtle.sign("HMAC", key, new TextEncoder().encode(unsigned));
  return unsigned + "." + encode(new Uint8Array(signature));
};`;
}

function encode(part: object): string {
  return Buffer.from(JSON.stringify(part)).toString("base64url");
}
