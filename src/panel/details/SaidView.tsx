import type { SaidEvent } from "../../core/traffic.js";
import { words } from "../words.js";
import { visible } from "./visible.js";

/** A line of a pasted text or a log, as it stands there. */
export function SaidView({ said }: { said: SaidEvent }) {
  return (
    <>
      <h3>{words.explain.line}</h3>
      <pre class="payload">{visible(said.text)}</pre>
    </>
  );
}
