import { type Exchange, header } from "../exchange.js";
import { isNoValue, readToken, type TokenFacts } from "../token.js";
import { type Address, endpointOf, parseUrl } from "../url.js";
import { brokenOf, define, type Scene } from "./scene.js";

/** The access token of the broken request. */
export const tokenFacts = define({
  "token.sent": {
    unit: "flag",
    means: "the broken request carries an access token, in its URL or its Authorization header",
    of: (scene) => wasSent(brokenOf(scene)),
  },
  "token.inUrl": {
    unit: "flag",
    means: "the broken request carries access_token in its URL",
    of: (scene) => brokenOf(scene)?.address.query.has("access_token"),
  },
  "token.bytes": { unit: "bytes", means: "size of the token", of: (scene) => tokenOf(scene)?.bytes },
  "token.misput": {
    unit: "text",
    means:
      'what stands in the token\'s place and is none: "undefined", "null", an object\'s name, or "Bearer" once more',
    of: (scene) => misputIn(brokenOf(scene)),
  },
  "token.expiredByMs": {
    unit: "ms",
    means:
      "how long the token had been expired when it was sent, by the server's clock where its Date is known; negative while valid",
    of: (scene) => expiredBy(scene),
  },
  "token.validInMs": {
    unit: "ms",
    means:
      "how long before the beginning of its validity (nbf) the token was sent, by the server's clock where its Date is known",
    of: (scene) => validIn(scene),
  },
  "clock.skewMs": {
    unit: "ms",
    means: "by how much the server's clock (Date) is ahead of the client's; the header counts whole seconds",
    of: (scene) => skewOf(brokenOf(scene)),
  },
  "token.audience": { unit: "text", means: "aud of the token", of: (scene) => tokenOf(scene)?.audience },
  "token.audienceFits": {
    unit: "flag",
    means: "aud of the token is the URL that was asked, with https for wss",
    of: (scene) => audienceFits(scene),
  },
});

function secretOf(exchange: Exchange | null): string | null {
  const inUrl = exchange?.address.query.get("access_token");
  if (inUrl) return inUrl;
  const bearer = /^Bearer\s+(\S.*)$/i.exec(header(exchange?.requestHeaders ?? null, "authorization") ?? "");
  return bearer?.[1] ?? null;
}

/** A variable without a value, or a scheme that the client puts there by itself. */
function misputIn(exchange: Exchange | null): string | undefined {
  const secret = secretOf(exchange);
  if (secret && isNoValue(secret)) return secret;
  const isTwice = /^Bearer\s+Bearer\s/i.test(header(exchange?.requestHeaders ?? null, "authorization") ?? "");
  return isTwice ? "Bearer" : undefined;
}

function tokenOf(scene: Scene): TokenFacts | null {
  const secret = secretOf(brokenOf(scene));
  return secret ? readToken(secret) : null;
}

/** Without headers and without a token in the URL, nobody knows. */
function wasSent(exchange: Exchange | null): boolean | undefined {
  if (secretOf(exchange)) return true;
  const canTell = exchange?.requestHeaders || exchange?.channel === "websocket";
  return canTell ? false : undefined;
}

function expiredBy(scene: Scene): number | undefined {
  const expiresAt = tokenOf(scene)?.expiresAt;
  const broken = brokenOf(scene);
  if (typeof expiresAt !== "number" || !broken) return undefined;
  return (serverTime(broken) ?? broken.startedAt) - expiresAt * 1000;
}

function validIn(scene: Scene): number | undefined {
  const notBefore = tokenOf(scene)?.notBefore;
  const broken = brokenOf(scene);
  if (typeof notBefore !== "number" || !broken) return undefined;
  return notBefore * 1000 - (serverTime(broken) ?? broken.startedAt);
}

function serverTime(exchange: Exchange): number | null {
  const time = Date.parse(header(exchange.responseHeaders, "date") ?? "");
  return Number.isNaN(time) ? null : time;
}

function skewOf(exchange: Exchange | null): number | undefined {
  const time = exchange && serverTime(exchange);
  return exchange && typeof time === "number" ? time - (exchange.endedAt ?? exchange.startedAt) : undefined;
}

function audienceFits(scene: Scene): boolean | undefined {
  const audience = tokenOf(scene)?.audience;
  const broken = brokenOf(scene);
  if (!audience || !broken) return undefined;
  return audience.split(" ").some((each) => resourceOf(parseUrl(each)) === resourceOf(broken.address));
}

/** A service may be asked, and a token made out, by the short form too: `/client/?hub=chat` is `/client/hubs/chat`. */
function resourceOf(address: Address): string {
  const hub = address.query.get("hub");
  return endpointOf(address, hub ? `/client/hubs/${hub}` : address.path.replace(/\/$/, "")).toLowerCase();
}
