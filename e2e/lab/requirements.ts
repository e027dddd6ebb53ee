import { findFirefox } from "../browser/firefox/find-firefox.js";
import { dotnetMissing } from "./dotnet.js";
import { nginxMissing } from "./nginx.js";
import { captureOf } from "./replayed-hub.js";
import { hasPage, type Need, type Scenario } from "./scenario.js";
import type { NamedScenario } from "./scenarios.js";

const REASONS: Record<Need, () => string | null> = { node: () => null, dotnet: dotnetMissing, nginx: nginxMissing };
const known = new Map<Need, string | null>();

/**
 * The capture that takes the place of the .NET server where that cannot run; null where it can, where there is none, where
 * everything is required, or for a further scenario: how those replay was not tried.
 */
export function standInFor(scenario: NamedScenario): URL | null {
  const { needs, name } = scenario;
  if (hasPage(scenario) && scenario.further) return null;
  const isMissing = doesNeed({ needs }, "dotnet") && missing({ needs: "dotnet" }) !== null;
  const others = [needs].flat().filter((need) => need !== "dotnet");
  return isMissing && missing({ needs: others }) === null ? captureOf(name) : null;
}

const NO_FIREFOX = "No Firefox 142 or later: install firefox or firefox-esr, or set FIREFOX to its path";

/** Why a scenario cannot run on this machine; null when it can. Where everything is required, that is an error instead. */
export function missing({ needs }: Pick<Scenario, "needs">): string | null {
  const reasons = [needs].flat().map(reasonAgainst).filter(Boolean);
  return optional(reasons.join("; ") || null);
}

export function doesNeed({ needs }: Pick<Scenario, "needs">, need: Need): boolean {
  return [needs].flat().includes(need);
}

/** Asked once: it starts a program. */
function reasonAgainst(need: Need): string | null {
  if (!known.has(need)) known.set(need, REASONS[need]());
  return known.get(need) ?? null;
}

/** Why nothing can be shown in Firefox on this machine; null when it can. */
export async function firefoxMissing(): Promise<string | null> {
  return optional((await findFirefox()) ? null : NO_FIREFOX);
}

function optional(reason: string | null): string | null {
  if (reason && process.env.HANDSHAKE_TRIAGE_REQUIRE_ALL) throw new Error(`required here: ${reason}`);
  return reason;
}
