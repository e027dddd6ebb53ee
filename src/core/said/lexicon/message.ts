import type { Phase, ProtocolName } from "../../connection.js";
import type { Channel } from "../../traffic.js";

/** Who wrote the line: a client, the application's server, Azure's service, or something on the way between. */
type Side = "client" | "server" | "service" | "proxy";

/**
 * A sentence that a library, a server, a browser or a person says, and what it shows. `shows` names facts that the wire
 * would have given, so that the entries about them answer to the sentence, too.
 */
export interface Message {
  /** Tried on one flattened text of bounded length: no nested repetition, gaps as `.{0,n}`. */
  pattern: RegExp;
  /** What it observes, as a sentence that can stand as evidence. */
  means: string;
  /** Where only one protocol's parts say it. */
  protocol?: ProtocolName;
  side?: Side;
  phase?: Phase;
  channel?: Channel;
  shows?: Readonly<Record<string, string | number | boolean>>;
  /** Said where all is well, too: no sign of a failure. */
  benign?: true;
  /** A part of the way: where the text denies it ("no proxy"), it is not meant. */
  stands?: true;
  /** A person's word that the usual cause is not it. Often believed wrongly: it rules nothing out, and leaves nothing likely. */
  claimed?: true;
}

/** Keeps the ids as a type. */
export function messages<const T extends Record<string, Message>>(all: T): T {
  return all;
}
