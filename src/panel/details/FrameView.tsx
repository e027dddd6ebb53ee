import type { Exchange } from "../../core/exchange.js";
import type { FrameEvent } from "../../core/traffic.js";
import { exactTime, size, words } from "../words.js";
import { General } from "./General.js";
import { PayloadText } from "./PayloadText.js";
import { visible } from "./visible.js";

/** One message, and the request that its socket began with. */
export function FrameView({ frame, exchange }: { frame: FrameEvent; exchange: Exchange }) {
  const { direction, at, payload } = frame;
  return (
    <>
      <h3>
        {direction === "sent" ? "↑" : "↓"} {words[direction]} · {size(payload.bytes, payload.atLeast)} · {exactTime(at)}
      </h3>
      <PayloadText content={payload} />
      <section class="details-part">
        <h4>{words.ofRequest}</h4>
        <p class="details-url">{visible(exchange.url)}</p>
        <General exchange={exchange} />
      </section>
    </>
  );
}
