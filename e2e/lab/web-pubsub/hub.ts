/** One hub: its clients, their groups, and what the service does with what they send. */
import { randomUUID } from "node:crypto";
import type { RawData, WebSocket } from "ws";
import { type Client, isAllowed, newClient, subjectOf } from "./client.js";
import type { Frame, Message } from "./frames.js";
import type { ServiceLog } from "./service-log.js";
import type { Claims } from "./token.js";
import type { Upstream } from "./upstream.js";

/** Where the service draws its lines, and what goes wrong in it. */
export interface HubRules {
  /** Sessions of reliable clients are forgotten as soon as their socket is gone. */
  forgetsSessions?: true;
  /** How long a client may be silent. */
  pingTimeoutMs?: number;
  /** How many messages wait for a reliable client's sequenceAck. */
  queueLimit?: number;
  /** How many messages the tier lets through in a day. */
  messageLimit?: number;
  /** The first attempt of each acknowledged frame fails with InternalServerError. */
  fumbles?: true;
  /** The frame is carried out, but its first acknowledgement is lost. */
  losesAcks?: true;
}

interface AckError {
  name: string;
  message: string;
}

export class Hub {
  readonly name: string;
  readonly #clients = new Map<string, Client>();
  readonly #rules: HubRules;
  readonly #upstream: Upstream;
  readonly #log: ServiceLog;
  #messages = 0;

  constructor(name: string, rules: HubRules, upstream: Upstream, log: ServiceLog) {
    this.name = name;
    this.#rules = rules;
    this.#upstream = upstream;
    this.#log = log;
  }

  get size(): number {
    return [...this.#clients.values()].filter(({ isGone }) => !isGone).length;
  }

  join(socket: WebSocket, claims: Claims, connectionId: string = randomUUID()): void {
    const client = newClient(this.name, socket, claims, connectionId);
    this.#clients.set(connectionId, client);
    this.#tell(client, "ConnectionStarted", "Connection started.");
    this.#attach(client);
    if (this.#upstream.handles("connected", "sys"))
      void this.#upstream.ask({ event: "connected", type: "sys", subject: client, body: "{}" });
  }

  /** Gives a reliable client its session back; false where there is none any more. */
  resume(socket: WebSocket, connectionId: string, reconnectionToken: string): boolean {
    const client = this.#clients.get(connectionId);
    if (client?.reconnectionToken !== reconnectionToken || this.#rules.forgetsSessions) return false;
    Object.assign(client, { socket, isGone: false });
    this.#attach(client);
    return true;
  }

  /** As the REST call does; false where no such client is connected. */
  closeConnection(connectionId: string, reason: string): boolean {
    const client = this.#clients.get(connectionId);
    if (!client) return false;
    this.#end(client, reason, "ClosedByAppServer");
    return true;
  }

  /** All clients are asked to come again: the service is maintained, or scales. */
  reload(): void {
    this.#endAll("Service reloading, reconnect", "ServiceReload");
  }

  /** Something in the service fails for a moment. */
  stumble(): void {
    this.#endAll("Internal server transient error", "ServiceTransientError");
  }

  publish(data: unknown, dataType = "text"): void {
    for (const client of this.#clients.values())
      this.#deliver(client, { type: "message", from: "server", dataType, data });
  }

  #attach(client: Client): void {
    const { socket } = client;
    const { pingTimeoutMs } = this.#rules;
    const silence = pingTimeoutMs && setTimeout(() => this.#end(client, "", "PingTimeout"), pingTimeoutMs);
    socket.on("message", (data) => {
      if (typeof silence === "object") silence.refresh();
      void this.#hear(client, data);
    });
    socket.on("error", () => undefined); // a frame over the limit; "close" follows
    socket.on("close", () => {
      if (typeof silence === "object") clearTimeout(silence);
      if (client.socket === socket) this.#leave(client);
    });
    this.#send(client, {
      type: "system",
      event: "connected",
      userId: client.userId,
      connectionId: client.connectionId,
      ...(client.isReliable && { reconnectionToken: client.reconnectionToken }),
    });
  }

  #leave(client: Client): void {
    if (!client.isGone) this.#tell(client, "ConnectionEnded", "Connection ended. Close reason: Normal.");
    client.isGone = true;
    if (!client.isReliable) this.#clients.delete(client.connectionId);
  }

  #endAll(message: string, reason: string): void {
    for (const client of this.#clients.values()) this.#end(client, message, reason, message);
  }

  /** The service closes, and counts it under a reason of the metric Connection Close Count. */
  #end(client: Client, message: string, reason: string, exception?: string): void {
    if (client.isGone) return;
    client.isGone = true;
    this.#tell(
      client,
      "ConnectionAborted",
      `Connection aborted. Close reason: ${reason}.${exception ? ` ${exception}` : ""}`,
      "Warning",
    );
    this.#send(client, { type: "system", event: "disconnected", message: message || reason });
    this.#clients.delete(client.connectionId);
    client.socket.close(1000);
  }

  async #hear(client: Client, data: RawData): Promise<void> {
    const received = this.#read(client, data);
    if (!received) return client.socket.close(1003, "Not a frame of the subprotocol");
    if (received.type === "sequenceAck") client.acknowledged = received.sequenceId ?? client.acknowledged;
    else if (received.type === "ping") this.#send(client, { type: "pong" });
    else if (received.type === "event") await this.#raise(client, received);
    else this.#obey(client, received);
  }

  #read(client: Client, data: RawData): Frame | null {
    try {
      return client.speech.read(data);
    } catch (error) {
      process.stderr.write(`The edge cannot read ${String(data).slice(0, 200)}: ${String(error)}\n`);
      return null;
    }
  }

  /** An event goes to the application; where nobody takes it, or the answer is no success, the connection ends. */
  async #raise(client: Client, { event, data, dataType, ackId }: Frame): Promise<void> {
    const body = dataType === "json" ? JSON.stringify(data) : String(data);
    const contentType = dataType === "json" ? "application/json" : "text/plain";
    const answer = await this.#upstream.ask({ event, type: "user", subject: client, body, contentType });
    if (answer.status >= 300) {
      const reason = this.#upstream.handles(event, "user") ? "SendEventFailed" : "EventHandlerNotFound";
      this.#tell(client, "ConnectionAborted", `Connection aborted. Close reason: ${reason}.`, "Warning");
      client.isGone = true;
      this.#clients.delete(client.connectionId);
      client.socket.close(1000);
      return;
    }
    this.#acknowledge(client, ackId);
    if (answer.body) this.#deliver(client, { type: "message", from: "server", dataType: "text", data: answer.body });
  }

  /** The first acknowledgement may be lost, by the rules. */
  #obey(client: Client, received: Frame): void {
    const error = this.#carryOut(client, received);
    if (this.#rules.losesAcks && !client.hasLostAck) client.hasLostAck = true;
    else this.#acknowledge(client, received.ackId, error);
  }

  /** Returns the error for the acknowledgement; null where all went well. */
  #carryOut(client: Client, received: Frame): AckError | null {
    const { type, group, ackId = 0 } = received;
    if (!isAllowed(client, received))
      return { name: "Forbidden", message: `The client has no role for ${type} ${group}.` };
    if (client.done.has(ackId)) return { name: "Duplicate", message: `The ackId ${ackId} was handled already.` };
    if (this.#rules.fumbles && !client.hasFumbled) {
      client.hasFumbled = true;
      return { name: "InternalServerError", message: "Try again." };
    }
    client.done.add(ackId);
    if (type === "joinGroup") client.groups.add(group);
    if (type === "leaveGroup") client.groups.delete(group);
    if (type === "sendToGroup") this.#relay(client, received);
    return null;
  }

  #relay(sender: Client, { group, dataType, data, noEcho }: Frame): void {
    for (const client of this.#clients.values()) {
      if (!client.groups.has(group) || (noEcho && client === sender)) continue;
      this.#deliver(client, { type: "message", from: "group", fromUserId: sender.userId, group, dataType, data });
    }
  }

  #deliver(client: Client, message: Message): void {
    if (client.isGone) return;
    this.#messages += 1;
    const { queueLimit = 1000, messageLimit = 20_000 } = this.#rules;
    if (this.#messages > messageLimit) {
      const words = "Message count reaches limit";
      this.#log.write({
        ...subjectOf(client),
        eventName: "MessageDropped",
        level: "Warning",
        category: "MessagingLogs",
        message: words,
      });
      this.#end(client, words, "Throttled", words);
      return;
    }
    client.sequenceId += 1;
    this.#send(client, client.isReliable ? { ...message, sequenceId: client.sequenceId } : message);
    if (client.isReliable && client.sequenceId - client.acknowledged > queueLimit) this.#end(client, "", "SlowClient");
  }

  #acknowledge(client: Client, ackId: number | undefined, error: AckError | null = null): void {
    if (ackId !== undefined) this.#send(client, { type: "ack", ackId, success: !error, ...(error && { error }) });
  }

  #send(client: Client, message: Message): void {
    const written = client.speech.write(message);
    if (written !== null) client.socket.send(written);
  }

  #tell(
    client: Client,
    eventName: string,
    message: string,
    level: "Informational" | "Warning" = "Informational",
  ): void {
    this.#log.write({ ...subjectOf(client), eventName, message, level });
  }
}
