import type { Connection, ProtocolName } from "./connection.js";
import type { Exchange } from "./exchange.js";
import { PROTOCOLS } from "./protocols/index.js";
import type { Protocol, Recognition } from "./protocols/protocol.js";
import type { FrameEvent } from "./traffic.js";
import { type Address, endpointOf } from "./url.js";

/** Whose a request is. */
export interface Recognised {
  protocol: Protocol;
  part: Recognition;
}

/** By the request itself, its answer and its initiator; null where they speak for no protocol. */
export function recognise(exchange: Exchange): Recognised | null {
  for (const protocol of PROTOCOLS) {
    const part = protocol.recognise(exchange);
    if (part) return { protocol, part };
  }
  return null;
}

/** A hub's clients negotiate below it, so that both are one place. */
export function markedPlace(address: Address): string {
  return endpointOf(address).replace(/\/negotiate\/?$/i, "");
}

/** As the user says it: what was marked, and what a hub's clients ask for below it. */
export function recogniseMarked(exchange: Exchange, marks: ReadonlyMap<string, ProtocolName>): Recognised | null {
  if (marks.size === 0) return null;
  const name = marks.get(markedPlace(exchange.address));
  const protocol = name && BY_NAME.get(name);
  return protocol ? { protocol, part: protocol.assume(exchange) } : null;
}

/** By a message, on a socket that nothing else gave away. */
export function recogniseByFrame(exchange: Exchange, frame: FrameEvent): Recognised | null {
  for (const protocol of PROTOCOLS) {
    const part = protocol.recogniseFrame(exchange, frame);
    if (part) return { protocol, part };
  }
  return null;
}

const BY_NAME = new Map(PROTOCOLS.map((each) => [each.name, each]));

export function protocolOf(connection: Connection): Protocol {
  const protocol = BY_NAME.get(connection.protocol);
  if (!protocol) throw new Error(`no protocol is named ${connection.protocol}`);
  return protocol;
}
