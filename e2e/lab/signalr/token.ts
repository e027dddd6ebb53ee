import { createHmac, randomBytes, randomUUID } from "node:crypto";

/** A JSON Web Token as an identity provider would issue it, good until so many seconds from now. */
export function issueToken(secondsLeft: number): string {
  const now = Math.floor(Date.now() / 1000);
  const claims = { sub: randomUUID(), iat: now + secondsLeft - 3_600, exp: now + secondsLeft };
  const unsigned = `${encode({ alg: "HS256", typ: "JWT" })}.${encode(claims)}`;
  return `${unsigned}.${createHmac("sha256", randomBytes(32)).update(unsigned).digest("base64url")}`;
}

function encode(part: object): string {
  return Buffer.from(JSON.stringify(part)).toString("base64url");
}
