import { type Exchange, isFollowedRedirect } from "../exchange.js";
import { endpointOf, httpScheme, parseUrl, withoutPort } from "../url.js";
import { answeredOf, define, type Scene } from "./scene.js";

/** A redirect on the way to the request that broke. */
export const redirectFacts = define({
  "redirect.status": {
    unit: "count",
    means: "status of the redirect on the way",
    of: (scene) => redirectOf(scene)?.status,
    shownBy: (scene) => redirectOf(scene)?.id,
  },
  "redirect.location": {
    unit: "text",
    means: "where the redirect led",
    of: (scene) => locationOf(redirectOf(scene)),
    shownBy: (scene) => redirectOf(scene)?.id,
  },
  "redirect.onlyToHttps": {
    unit: "flag",
    means: "the redirect leads to https, on the same host and path",
    of: (scene) => leadsToHttps(redirectOf(scene)),
    shownBy: (scene) => redirectOf(scene)?.id,
  },
});

/** The first redirect on the way to the broken request, or the broken handshake's own. */
function redirectOf(scene: Scene): Exchange | null {
  const { parts } = scene.connection;
  const hop = [parts.negotiate?.first, parts.open?.first].find((exchange) => exchange && isFollowedRedirect(exchange));
  const answered = answeredOf(scene);
  const status = answered?.status ?? 0;
  return hop ?? (status >= 300 && status < 400 ? answered : null);
}

function locationOf(exchange: Exchange | null): string | undefined {
  return exchange?.responseHeaders?.find((each) => each.name.toLowerCase() === "location")?.value;
}

function leadsToHttps(exchange: Exchange | null): boolean | undefined {
  const location = locationOf(exchange);
  if (!exchange?.url || location === undefined) return undefined;
  const to = parseUrl(location);
  const sameHost = withoutPort(to.host) === withoutPort(exchange.address.host);
  return (
    httpScheme(exchange.address.scheme) === "http" &&
    httpScheme(to.scheme) === "https" &&
    sameHost &&
    endsAlike(to.path, exchange)
  );
}

function endsAlike(path: string, exchange: Exchange): boolean {
  return endpointOf({ ...exchange.address, path }) === endpointOf(exchange.address);
}
