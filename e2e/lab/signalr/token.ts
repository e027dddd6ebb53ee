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

function encode(part: object): string {
  return Buffer.from(JSON.stringify(part)).toString("base64url");
}
