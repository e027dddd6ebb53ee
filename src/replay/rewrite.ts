/** Origins of the recording, and where they are to be had now. */
export type Addresses = ReadonlyMap<string, string>;

/** Puts the live origins in place of the recorded ones, in http and in ws, plain or percent-encoded. */
export function rewriteOrigins(text: string, addresses: Addresses): string {
  const spellings = new Map<string, string>();
  for (const [recorded, live] of addresses) {
    for (const [from, to] of [
      [recorded, live],
      [asSocket(recorded), asSocket(live)],
    ] as const) {
      spellings.set(from.toLowerCase(), to);
      spellings.set(encodeURIComponent(from).toLowerCase(), encodeURIComponent(to));
    }
  }
  if (spellings.size === 0) return text;
  const any = [...spellings.keys()].sort((one, other) => other.length - one.length).map(literal);
  const whole = new RegExp(`(?:${any.join("|")})(?![\\w.:-])(?!%3A)`, "gi");
  return text.replace(whole, (found) => spellings.get(found.toLowerCase()) ?? found);
}

function asSocket(origin: string): string {
  return origin.replace(/^http/, "ws");
}

function literal(text: string): string {
  return text.replace(/[\\^$.*+?()[\]{}|/]/g, "\\$&");
}

const LABEL = /\[[a-z-]+-\d+;[^\][]*\]/g;
const LABEL_TIME = /(?<=;(?:exp|nbf)=)\d{9,11}/g;
const TOKEN = /(?<![\w-])(eyJ[\w-]+)\.(eyJ[\w-]+)\.([\w-]*)/g;
const CLAIMS = ["exp", "nbf", "iat"];

/** Tokens live as long from now as they did from then; their signatures are nobody's to check here. */
export function shiftTokens(text: string, byMs: number): string {
  const shifted = (seconds: number) => seconds + Math.round(byMs / 1000);
  return text
    .replace(LABEL, (label) => label.replace(LABEL_TIME, (seconds) => String(shifted(Number(seconds)))))
    .replace(TOKEN, (whole, head: string, body: string, signature: string) => {
      const claims = claimsIn(body);
      if (!claims) return whole;
      for (const claim of CLAIMS) {
        const seconds = claims[claim];
        if (typeof seconds === "number") claims[claim] = shifted(seconds);
      }
      return `${head}.${Buffer.from(JSON.stringify(claims)).toString("base64url")}.${signature}`;
    });
}

function claimsIn(body: string): Record<string, unknown> | null {
  try {
    const claims: unknown = JSON.parse(Buffer.from(body, "base64url").toString());
    return typeof claims === "object" && claims !== null ? (claims as Record<string, unknown>) : null;
  } catch {
    return null; // no token after all
  }
}
