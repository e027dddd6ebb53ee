import type { EngineIoSession } from "./engine-io-session.js";
import type { SignalrSession } from "./signalr-session.js";
import type { WebPubSubSession } from "./web-pubsub-session.js";

/** What a protocol remembers of its own messages. */
export type Session = SignalrSession | EngineIoSession | WebPubSubSession;

export type ProtocolName = Session["protocol"];
