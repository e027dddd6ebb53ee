import { knownMessages, toldChannel, toldPhase } from "../said/told.js";
import type { Fact, FactName, Facts } from "./index.js";
import type { Scene } from "./scene.js";

/**
 * Facts that a text can give by the way of its request line, status and answer. All others take what was not seen for not
 * having happened, which holds for a capture only.
 */
export function isTellable(name: FactName): boolean {
  if (name === "negotiate.answer" || name === "negotiate.error" || name === "negotiate.offersWebSockets") return true;
  return !/^(phase|channel)$|^(session|connection|ping|silence|messages|idle|neighbours|polling|connect|waiting|cors|negotiate)\.|^token\.(sent|inUrl)$/.test(
    name,
  );
}

/** The facts of the wire that known sentences imply; what the text shows in figures stands over them. */
export function toldOfTheWire({ told, trouble }: Scene): Facts {
  if (!told) return {};
  const facts: Partial<Record<FactName, Fact>> = {};
  const tell = (name: FactName, value: Fact["value"] | null, shownBy: string | undefined) => {
    if (value !== null) facts[name] ??= { value, shownBy: shownBy ? [shownBy] : [] };
  };
  for (const line of told.lines) {
    for (const { shows = {} } of knownMessages([line])) {
      for (const [name, value] of Object.entries(shows)) tell(name as FactName, value, line.id);
    }
  }
  tell("phase", toldPhase(told.lines), trouble.exchange?.id);
  tell("channel", toldChannel(told.lines), trouble.exchange?.id);
  const query = trouble.exchange?.address.query;
  if (query?.has("id") || query?.has("connectionToken")) tell("negotiate.skipped", false, trouble.exchange?.id);
  return facts;
}
