import type { Exchange } from "../../core/exchange.js";
import type { CloseEvent } from "../../core/traffic.js";
import { exactTime, words } from "../words.js";
import { CloseFrame } from "./CloseFrame.js";
import { General } from "./General.js";
import { visible } from "./visible.js";

/** How a socket ended, as the page saw it. */
export function CloseView({ close, exchange }: { close: CloseEvent; exchange: Exchange }) {
  return (
    <>
      <h3>
        {words.closedBy[close.by]} · {exactTime(close.at)}
      </h3>
      <CloseFrame close={close} />
      <section class="details-part">
        <h4>{words.ofRequest}</h4>
        <p class="details-url">{visible(exchange.url)}</p>
        <General exchange={{ ...exchange, endedAt: exchange.endedAt ?? close.at }} />
      </section>
    </>
  );
}
