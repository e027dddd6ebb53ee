/** One hub: its clients, their groups, and the frames of the JSON subprotocols. */
import { randomUUID } from "node:crypto";
import type { WebSocket } from "ws";
import * as z from "zod";
import type { Claims } from "./token.js";

const frame = z.object({
  type: z.enum(["joinGroup", "leaveGroup", "sendToGroup", "event", "ping", "sequenceAck"]),
  group: z.string().default(""),
  ackId: z.number().optional(),
  noEcho: z.boolean().default(false),
  dataType: z.string().optional(),
  data: z.unknown().optional(),
});

type Frame = z.infer<typeof frame>;

interface Client {
  socket: WebSocket;
  claims: Claims;
  reliable: boolean;
  groups: Set<string>;
  /** The number of the last message sent, for reliable clients. */
  sequenceId: number;
}

export class Hub {
  readonly #clients = new Set<Client>();

  join(socket: WebSocket, claims: Claims): void {
    const reliable = socket.protocol.startsWith("json.reliable.");
    const client = { socket, claims, reliable, groups: new Set(claims["webpubsub.group"]), sequenceId: 0 };
    this.#clients.add(client);
    socket.on("close", () => this.#clients.delete(client));
    socket.on("message", (data) => {
      const received = read(String(data));
      if (received) this.#receive(client, received);
      else socket.close(1003, "Not a frame of the JSON subprotocol");
    });
    send(client, {
      type: "system",
      event: "connected",
      userId: claims.sub,
      connectionId: randomUUID(),
      reconnectionToken: reliable ? randomUUID() : undefined,
    });
  }

  #receive(client: Client, received: Frame): void {
    if (received.type === "sequenceAck") return;
    if (received.type === "ping") send(client, { type: "pong" });
    else if (allowed(client.claims, received)) this.#carryOut(client, received);
    else acknowledge(client, received, "Forbidden");
  }

  #carryOut(client: Client, received: Frame): void {
    if (received.type === "joinGroup") client.groups.add(received.group);
    if (received.type === "leaveGroup") client.groups.delete(received.group);
    if (received.type === "sendToGroup") this.#publish(client, received);
    acknowledge(client, received);
  }

  #publish(sender: Client, { group, dataType, data, noEcho }: Frame): void {
    for (const client of this.#clients) {
      if (!client.groups.has(group) || (noEcho && client === sender)) continue;
      const sequenceId = client.reliable ? ++client.sequenceId : undefined;
      const fromUserId = sender.claims.sub;
      send(client, { sequenceId, type: "message", from: "group", fromUserId, group, dataType, data });
    }
  }
}

function read(text: string): Frame | null {
  try {
    return frame.parse(JSON.parse(text));
  } catch (error) {
    process.stderr.write(`The edge cannot read ${text}: ${String(error)}\n`);
    return null;
  }
}

/** A role is given for all groups, or for one by its name. */
function allowed(claims: Claims, { type, group }: Frame): boolean {
  if (type === "event") return true;
  const role = type === "sendToGroup" ? "webpubsub.sendToGroup" : "webpubsub.joinLeaveGroup";
  return claims.role.includes(role) || claims.role.includes(`${role}.${group}`);
}

function acknowledge(client: Client, { ackId, type, group }: Frame, refusal?: string): void {
  if (ackId === undefined) return;
  const error = refusal && { name: refusal, message: `The client has no role for ${type} ${group}.` };
  send(client, { type: "ack", ackId, success: !error, error });
}

function send(client: Client, message: object): void {
  client.socket.send(JSON.stringify(message));
}
