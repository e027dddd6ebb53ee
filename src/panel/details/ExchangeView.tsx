import type { Exchange } from "../../core/exchange.js";
import type { CloseEvent, FrameEvent } from "../../core/traffic.js";
import { exactTime, words } from "../words.js";
import { BodyView } from "./BodyView.js";
import { CloseFrame } from "./CloseFrame.js";
import { FrameList } from "./FrameList.js";
import { General } from "./General.js";
import { HeaderList } from "./HeaderList.js";
import { visible } from "./visible.js";

interface ExchangeViewProps {
  exchange: Exchange;
  frames: readonly FrameEvent[];
  close: CloseEvent | null;
}

/** A request with all that was recorded of it; everything is text. */
export function ExchangeView({ exchange, frames, close }: ExchangeViewProps) {
  return (
    <>
      <h3>{words.channel[exchange.channel]}</h3>
      <p class="details-url">{visible(exchange.url)}</p>
      <General exchange={exchange} />
      {close && (
        <section class="details-part">
          <h4>
            {words.closedBy[close.by]} · {exactTime(close.at)}
          </h4>
          <CloseFrame close={close} />
        </section>
      )}
      {(frames.length > 0 || isStream(exchange)) && <FrameList frames={frames} startedAt={exchange.startedAt} />}
      <HeaderList title={words.responseHeaders} headers={exchange.responseHeaders} />
      <BodyView title={words.responseBody} content={exchange.responseBody} />
      <HeaderList title={words.requestHeaders} headers={exchange.requestHeaders} />
      {exchange.method !== "GET" && <BodyView title={words.requestBody} content={exchange.requestBody} />}
    </>
  );
}

/** Only where messages could come does their absence say anything. */
function isStream({ channel, status }: Exchange): boolean {
  return (channel === "websocket" && status === 101) || (channel === "eventsource" && status === 200);
}
