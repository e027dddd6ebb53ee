import { corsProblem, isPreflightProblem, missingHeaders, pageOrigin } from "../cors.js";
import { type Exchange, header } from "../exchange.js";
import { originDifference } from "./origin-difference.js";
import { brokenOf, define, preflightOf, type Scene } from "./scene.js";

/** What the browser's CORS check had before it. */
export const corsFacts = define({
  "cors.problem": {
    unit: "text",
    means:
      "no-allow-origin, other-origin, duplicated, wildcard-with-credentials, no-credentials, header-not-allowed, preflight-status or preflight-redirected",
    of: (scene) => problemOf(scene),
    shownBy: (scene) => witnessOf(scene)?.id,
  },
  "cors.allowOrigin": {
    unit: "text",
    means: "Access-Control-Allow-Origin of the answer that was judged",
    of: (scene) => header(witnessOf(scene)?.responseHeaders ?? null, "access-control-allow-origin"),
    shownBy: (scene) => witnessOf(scene)?.id,
  },
  "cors.originDifference": {
    unit: "text",
    means: "in what the allowed origin differs from the page's, where it is one thing only",
    of: (scene) => differenceOf(scene),
    shownBy: (scene) => witnessOf(scene)?.id,
  },
  "cors.sendsAnyHeader": {
    unit: "flag",
    means: "the judged answer carries an Access-Control header, so somebody on the way handles CORS",
    of: (scene) => witnessOf(scene)?.responseHeaders?.some(({ name }) => /^access-control-/i.test(name)),
    shownBy: (scene) => witnessOf(scene)?.id,
  },
  "cors.variesByOrigin": {
    unit: "flag",
    means: "the judged answer says Vary: Origin, as servers with a list of origins do",
    of: (scene) => varies(witnessOf(scene)),
    shownBy: (scene) => witnessOf(scene)?.id,
  },
  "cors.missingHeaders": {
    unit: "text",
    means: "request headers that the preflight's answer does not allow",
    of: (scene) => missingOf(preflightOf(scene)),
    shownBy: (scene) => preflightOf(scene)?.id,
  },
  "cors.preflightStatus": {
    unit: "count",
    means: "status of the preflight",
    of: (scene) => preflightOf(scene)?.status || undefined,
    shownBy: (scene) => preflightOf(scene)?.id,
  },
});

function problemOf(scene: Scene): string | null {
  const broken = brokenOf(scene);
  return broken && corsProblem(broken, preflightOf(scene));
}

/** The answer that the browser judged: the preflight's, unless that was fine. */
function witnessOf(scene: Scene): Exchange | null {
  if (problemOf(scene) === null) return null;
  const preflight = preflightOf(scene);
  return isPreflightProblem(preflight) ? preflight : brokenOf(scene);
}

function differenceOf(scene: Scene): string | undefined {
  const broken = brokenOf(scene);
  const allowed = header(witnessOf(scene)?.responseHeaders ?? null, "access-control-allow-origin");
  const page = broken && pageOrigin(broken);
  return allowed && page && allowed !== page ? originDifference(allowed, page) : undefined;
}

function varies(exchange: Exchange | null): boolean | undefined {
  if (!exchange?.responseHeaders) return undefined;
  return /\borigin\b/i.test(header(exchange.responseHeaders, "vary") ?? "");
}

function missingOf(preflight: Exchange | null): string | undefined {
  const missing = preflight?.responseHeaders ? missingHeaders(preflight) : [];
  return missing.length > 0 ? missing.join(", ") : undefined;
}
