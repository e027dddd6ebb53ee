import { isAskedAgain } from "../core/ask-again.js";
import { type Exchange, isFollowedRedirect, newExchange } from "../core/exchange.js";
import { recognise, recogniseByFrame } from "../core/recognition.js";
import type { ExchangeEvent, FrameEvent } from "../core/traffic.js";

/** May this request belong to one of the protocols? What came before it in the same tab may tell. */
export type Relevance = (event: ExchangeEvent, frames?: readonly FrameEvent[]) => boolean;

/** A socket that nothing else gave away shows itself by its first messages. */
const TELLING_FRAMES = 4;

export function createRelevance(isMarked: (url: string) => boolean = () => false): Relevance {
  const hubs = new Set<string>();
  const redirectedTo = new Set<string>();

  function rememberTarget({ url, responseHeaders }: Exchange): void {
    const location = responseHeaders?.find(({ name }) => name.toLowerCase() === "location")?.value;
    if (location && URL.canParse(location, url)) redirectedTo.add(new URL(location, url).href);
  }

  return (event, frames = []) => {
    if (isAskedAgain(event)) return true;
    const exchange = newExchange(event);
    const part = recognise(exchange)?.part;
    if (part?.role === "negotiate") hubs.add(part.endpoint);
    const isPart = part !== undefined && (part.isSure || hubs.has(part.endpoint));
    const isKnown = isPart || isMarked(event.url) || mayNegotiate(exchange) || redirectedTo.has(event.url);
    if (isKnown && isFollowedRedirect(exchange)) rememberTarget(exchange);
    return isKnown || frames.slice(0, TELLING_FRAMES).some((frame) => recogniseByFrame(exchange, frame));
  };
}

/** An older client's negotiate request shows itself only by its answer. */
function mayNegotiate(exchange: Exchange): boolean {
  return /\/negotiate\/?$/i.test(exchange.address.path);
}
