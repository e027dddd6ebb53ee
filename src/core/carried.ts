import { carryingBody, messagesIn } from "./body-messages.js";
import { type Connection, type Role, type Transport, transportOf } from "./connection.js";
import { type Exchange, isSuccess } from "./exchange.js";
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

const IN_BODIES: readonly (Transport | null)[] = ["polling", "long-polling", "sse"];
const CARRIERS: Record<FrameEvent["direction"], readonly Role[]> = {
  sent: ["send"],
  received: ["open", "connect", "poll"],
};

/** Whether nothing is known of what went that way, though something may have: the bodies were not observed. */
export function isUnseen(connection: Connection, direction: FrameEvent["direction"]): boolean {
  const { parts, carried } = connection;
  if (connection[direction].count + carried[direction] > 0 || !IN_BODIES.includes(transportOf(connection)))
    return false;
  const requests = CARRIERS[direction].flatMap((role) => (parts[role] ? [parts[role].first, parts[role].last] : []));
  return requests.some((exchange) => isSuccess(exchange) && isOver(exchange) && isHidden(exchange, direction));
}

/** A poll that is not answered has brought nothing; an event stream may bring much before its end. */
function isOver({ channel, endedAt }: Exchange): boolean {
  return channel === "eventsource" || endedAt !== null;
}

function isHidden({ requestBody, responseBody }: Exchange, direction: FrameEvent["direction"]): boolean {
  const body = direction === "sent" ? requestBody : responseBody;
  return body === null || (body.text === null && body.bytes !== 0);
}
