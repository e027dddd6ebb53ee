import type { Exchange } from "../../core/exchange.js";
import type { CloseEvent } from "../../core/traffic.js";
import { closeMeaning, exactTime, words } from "../words.js";
import { General } from "./General.js";

/** How a socket ended, as the page saw it. */
export function CloseView({ close, exchange }: { close: CloseEvent; exchange: Exchange }) {
  const { by, code, reason, at } = close;
  const means = code === null ? null : closeMeaning(code);
  return (
    <>
      <h3>
        {words.closedBy[by]} · {exactTime(at)}
      </h3>
      <dl class="pairs">
        <dt>{words.closeCode}</dt>
        <dd>
          {code ?? words.notObserved} {means && `– ${means}`}
        </dd>
        <dt>{words.closeReason}</dt>
        <dd>{reason === null ? words.notObserved : reason || words.none}</dd>
      </dl>
      <section class="details-part">
        <h4>{words.ofRequest}</h4>
        <p class="details-url">{exchange.url}</p>
        <General exchange={{ ...exchange, endedAt: exchange.endedAt ?? at }} />
      </section>
    </>
  );
}
