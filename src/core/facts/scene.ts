import { hidesStatus, tellsOfHandshake } from "../ask-again.js";
import { type Connection, lastOf, type Trouble } from "../connection.js";
import { type Exchange, header } from "../exchange.js";
import type { PageStates } from "../page-states.js";
import type { EngineIoSession } from "../protocols/engine-io-session.js";
import type { SignalrSession } from "../protocols/signalr-session.js";
import type { WebPubSubSession } from "../protocols/web-pubsub-session.js";
import type { Told } from "../said/told.js";

/** What the other connections to the same endpoint did; small, and it changes only a few times in a session. */
export interface Neighbours {
  /** How many opened, two standing for "two or more". */
  opened: 0 | 1 | 2;
  openedByWebSocket: boolean;
  openedWithoutWebSocket: boolean;
  /** How many others were cut after a silence as long as this one's. */
  cutAlike: number;
  /** How often success and failure took turns among the latest attempts, this one counted. */
  turns: number;
  /** A negotiate answer of this endpoint led another to another server. */
  sentOn: boolean;
  /** Engine.IO's code that another was refused with. */
  refusedWith: number | null;
  /** How many others at this host hold an HTTP request open. */
  hostStreams: number;
  /** At how many other endpoints of this host a connection opened; three stands for three or more. */
  hostOpened: number;
  hostOpenedByWebSocket: boolean;
}

/** It is the only one, as far as anybody knows. */
export const NO_NEIGHBOURS: Neighbours = {
  opened: 0,
  openedByWebSocket: false,
  openedWithoutWebSocket: false,
  cutAlike: 0,
  turns: 0,
  sentOn: false,
  refusedWith: null,
  hostStreams: 0,
  hostOpened: 0,
  hostOpenedByWebSocket: false,
};

/** Everything that a fact may be read from. */
export interface Scene {
  connection: Connection;
  trouble: Trouble;
  neighbours: Neighbours;
  /** What the server said at this endpoint when it was asked again, if it was. */
  asked: Exchange | null;
  page: Pick<PageStates, "near" | "urlOf">;
  /** The latest time that any event spoke of. */
  now: number;
  /** What somebody's text says of it; without a capture beside it, nothing else is known. */
  told?: Told | null;
}

export type FactValue = string | number | boolean | readonly string[];

/** What a number counts, so that it can be printed and compared. */
export type Unit = "text" | "flag" | "count" | "ms" | "bytes" | "set";

/** An observation that entries name. */
export interface Definition {
  unit: Unit;
  means: string;
  /** All values that there are, where they can be listed; an entry that names another does not compile. */
  oneOf?: readonly string[];
  /** Undefined or null where nothing could observe it: unknown, never false. */
  of(scene: Scene): FactValue | null | undefined;
  /** Id of the request or message that shows it; the broken request where left out. */
  shownBy?(scene: Scene): string | null | undefined;
  /** Of a set: the id that shows each of its values, in the same order. */
  eachShownBy?(scene: Scene): readonly string[];
}

/** Keeps the names as a type: they are the vocabulary that entries are checked against. */
export function define<const T extends Record<string, Definition>>(definitions: T): T {
  return definitions;
}

export function brokenOf({ trouble }: Scene): Exchange | null {
  return trouble.exchange;
}

/** The answer to the question that was asked again, where the handshake's own is hidden. */
export function askedOf(scene: Scene): Exchange | null {
  const broken = brokenOf(scene);
  return broken && hidesStatus(broken) ? scene.asked : null;
}

/** Whose answer counts: the broken request's own, or, where that is hidden, what a WebSocket would be told as well. */
export function answeredOf(scene: Scene): Exchange | null {
  const asked = askedOf(scene);
  return asked && tellsOfHandshake(asked) ? asked : brokenOf(scene);
}

export function answererId(scene: Scene): string | undefined {
  return answeredOf(scene)?.id;
}

export function preflightOf({ connection }: Scene): Exchange | null {
  return lastOf(connection, "preflight");
}

export function negotiateOf({ connection }: Scene): Exchange | null {
  return lastOf(connection, "negotiate");
}

/** A header of the broken answer; unknown where it is absent. */
export function answerHeader(scene: Scene, name: string): string | null | undefined {
  return header(answeredOf(scene)?.responseHeaders ?? null, name);
}

export function signalrOf({ connection: { session } }: Scene): SignalrSession | null {
  return session.protocol === "signalr" ? session : null;
}

export function engineIoOf({ connection: { session } }: Scene): EngineIoSession | null {
  return session.protocol === "engine-io" ? session : null;
}

export function webPubSubOf({ connection: { session } }: Scene): WebPubSubSession | null {
  return session.protocol === "web-pubsub" ? session : null;
}

export function lastReceived({ connection }: Scene): string | undefined {
  return connection.received.last?.id;
}
