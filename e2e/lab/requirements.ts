import { dotnetMissing } from "./dotnet.js";
import type { Scenario } from "./scenario.js";

let dotnet: string | null | undefined;

/** Why a scenario cannot run on this machine; null when it can. Where everything is required, that is an error instead. */
export function missing({ needs }: Pick<Scenario, "needs">): string | null {
  if (needs === "node") return null;
  dotnet ??= dotnetMissing();
  if (dotnet && process.env.HANDSHAKE_TRIAGE_REQUIRE_ALL) throw new Error(`required here: ${dotnet}`);
  return dotnet;
}
