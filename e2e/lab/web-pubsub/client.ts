import { randomUUID } from "node:crypto";
import type { WebSocket } from "ws";
import { type Frame, type Speech, speechOf } from "./frames.js";
import type { Claims } from "./token.js";
import type { Subject } from "./upstream.js";

/** One client of a hub, as the service remembers it. */
export interface Client extends Subject {
  claims: Claims;
  socket: WebSocket;
  speech: Speech;
  isReliable: boolean;
  reconnectionToken: string;
  groups: Set<string>;
  /** The number of the last message sent, and of the last that a reliable client has said to have. */
  sequenceId: number;
  acknowledged: number;
  done: Set<number>;
  hasFumbled: boolean;
  hasLostAck: boolean;
  isGone: boolean;
}

export function newClient(hub: string, socket: WebSocket, claims: Claims, connectionId: string): Client {
  return {
    hub,
    connectionId,
    userId: claims.sub,
    subprotocol: socket.protocol || null,
    claims,
    socket,
    speech: speechOf(socket.protocol),
    isReliable: socket.protocol.includes(".reliable."),
    reconnectionToken: randomUUID(),
    groups: new Set(claims["webpubsub.group"]),
    sequenceId: 0,
    acknowledged: 0,
    done: new Set(),
    hasFumbled: false,
    hasLostAck: false,
    isGone: false,
  };
}

/** As the log names it. */
export function subjectOf({ hub, connectionId, userId }: Client): Pick<Client, "hub" | "connectionId" | "userId"> {
  return { hub, connectionId, userId };
}

/** A role is given for all groups, or for one by its name. */
export function isAllowed({ claims }: Client, { type, group }: Frame): boolean {
  const role = type === "sendToGroup" ? "webpubsub.sendToGroup" : "webpubsub.joinLeaveGroup";
  return claims.role.includes(role) || claims.role.includes(`${role}.${group}`);
}
