/** `Duplicate` means that it was done already, `InternalServerError` that the client may try again, which it does by itself. */
export type RetriedAck = "Duplicate" | "InternalServerError";

export interface WebPubSubSession {
  protocol: "web-pubsub";
  /** What the client asked for; null for a simple client. */
  subprotocol: string | null;
  /** The service's `connected` event has come. */
  connected: boolean;
  /** The message of the service's `disconnected` event. */
  disconnected: string | null;
  /** The client tried to resume an earlier session. */
  isRecovery: boolean;
  /** What the client asked for and the service refused, by the acknowledgement. */
  refused: { name: string; message: string; shownBy: string } | null;
  /** The acknowledgements that refused something and lose nothing: the first of each name. */
  retried: Partial<Record<RetriedAck, string>>;
  /** The first message that is no JSON object, though a subprotocol of JSON was agreed on and no service had said "connected". */
  notJson: string | null;
  /** Why the MQTT server did not let the client in: its code, and the name of that. */
  mqttRefusal: { code: number; name: string; shownBy: string } | null;
  /** The client's last message, and whether it is an event for the application. */
  lastSent: { isEvent: boolean; at: number } | null;
  /** When the service last said something that may be an answer: its greeting and its pongs are none. */
  answeredAt: number | null;
  /** The number of the last message of the service, and of the last that a reliable client has said to have. */
  sequenceId: number | null;
  acknowledgedId: number | null;
}

export function newSession(): WebPubSubSession {
  return {
    protocol: "web-pubsub",
    subprotocol: null,
    connected: false,
    disconnected: null,
    isRecovery: false,
    refused: null,
    retried: {},
    notJson: null,
    mqttRefusal: null,
    lastSent: null,
    answeredAt: null,
    sequenceId: null,
    acknowledgedId: null,
  };
}
