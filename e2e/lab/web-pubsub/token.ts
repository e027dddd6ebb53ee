import { createHmac, timingSafeEqual } from "node:crypto";
import * as z from "zod";

const claims = z.object({
  aud: z.string(),
  exp: z.number(),
  sub: z.string().optional(),
  role: z.array(z.string()).default([]),
  "webpubsub.group": z.array(z.string()).default([]),
});

export type Claims = z.infer<typeof claims>;

/** The claims, or null where the HS256 signature is not the key's. Who reads them judges audience and expiry. */
export function verify(token: string, key: string): Claims | null {
  const [header = "", payload = "", signature = ""] = token.split(".");
  const expected = createHmac("sha256", key).update(`${header}.${payload}`).digest();
  const actual = Buffer.from(signature, "base64url");
  if (actual.length !== expected.length || !timingSafeEqual(actual, expected)) return null;
  return readClaims(token);
}

/** What a token says, whoever signed it; null where there is none. */
export function readClaims(token: string): Claims | null {
  const [, payload] = token.split(".");
  return payload ? claims.parse(JSON.parse(Buffer.from(payload, "base64url").toString("utf8"))) : null;
}
