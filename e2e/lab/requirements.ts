import { findFirefox } from "../browser/firefox/find-firefox.js";
import { dotnetMissing } from "./dotnet.js";
import { captureOf } from "./replayed-hub.js";
import type { Scenario } from "./scenario.js";
import type { NamedScenario } from "./scenarios.js";

let dotnet: string | null | undefined;

/**
 * The capture that takes the place of the .NET server where that cannot run; null where it can, where there is none, or where
 * everything is required.
 */
export function standInFor({ needs, name }: NamedScenario): URL | null {
  return missing({ needs }) === null ? null : captureOf(name);
}

const NO_FIREFOX = "No Firefox 142 or later: install firefox or firefox-esr, or set FIREFOX to its path";

/** Why a scenario cannot run on this machine; null when it can. Where everything is required, that is an error instead. */
export function missing({ needs }: Pick<Scenario, "needs">): string | null {
  if (needs === "node") return null;
  dotnet ??= dotnetMissing();
  return optional(dotnet);
}

/** Why nothing can be shown in Firefox on this machine; null when it can. */
export async function firefoxMissing(): Promise<string | null> {
  return optional((await findFirefox()) ? null : NO_FIREFOX);
}

function optional(reason: string | null): string | null {
  if (reason && process.env.HANDSHAKE_TRIAGE_REQUIRE_ALL) throw new Error(`required here: ${reason}`);
  return reason;
}
