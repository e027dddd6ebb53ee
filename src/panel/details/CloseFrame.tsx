import type { CloseEvent } from "../../core/traffic.js";
import { closeMeaning, words } from "../words.js";
import { visible } from "./visible.js";

/** Code and reason of a CloseEvent. */
export function CloseFrame({ close: { code, reason } }: { close: CloseEvent }) {
  const means = code === null ? null : closeMeaning(code);
  return (
    <dl class="pairs" data-testid="close-frame">
      <dt>{words.closeCode}</dt>
      <dd>
        {code ?? words.notObserved} {means && `– ${means}`}
      </dd>
      <dt>{words.closeReason}</dt>
      <dd>{reason === null ? words.notObserved : visible(reason) || words.none}</dd>
    </dl>
  );
}
