import { carryingBody, messagesIn } from "./body-messages.js";
import type { Connection } from "./connection.js";
import type { Exchange } from "./exchange.js";
import type { FrameEvent } from "./traffic.js";

/** A request of a connection, and the messages in its bodies, until they are told of by themselves. */
export interface Carrying {
  exchange: Exchange;
  carried: Connection["carried"] | null;
}

/** Counts the messages in a body that was just read, unless they are told of one by one. */
export function carry(
  { exchange, carried }: Carrying,
  connection: Connection,
  direction: FrameEvent["direction"],
): void {
  const body = carried && carryingBody(connection.protocol, exchange, direction);
  if (!body) return;
  const count = messagesIn(connection.protocol, exchange, body)?.length ?? 1;
  carried[direction] += count;
  connection.carried[direction] += count;
}

/** Its messages are told of by themselves: none counts twice. */
export function putDown(request: Carrying, { carried }: Connection): void {
  if (!request.carried) return;
  carried.sent -= request.carried.sent;
  carried.received -= request.carried.received;
  request.carried = null;
}
