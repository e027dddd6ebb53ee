import type { FrameEvent } from "../../core/traffic.js";

/** One message of a protocol. A frame may carry several, and one with attachments comes in several frames. */
export interface Decoded {
  /** The frame that completed it. */
  frame: FrameEvent;
  /** In the protocol's own words: "Invocation", "ping", "EVENT". */
  kind: string;
  /** What it is about: a hub method, an event, a group. */
  subject: string | null;
  /** Socket.IO's namespace, where it is not the default one. */
  namespace: string | null;
  /** Pairs an invocation with its completion, an event with its acknowledgement. */
  id: string | null;
  /** Arguments, a result, a message's data; undefined where there are none. */
  data: unknown;
  error: string | null;
  /** Why it is shown as it came, where its decoder failed. */
  fault: string | null;
  /** Keeps the connection alive and says nothing else. */
  isPing: boolean;
  /** The message that this one answers, and how long that took, in milliseconds. */
  answers: { subject: string | null; afterMs: number } | null;
  /** The streams of items that it opens for its own side to send; SignalR's uploads. */
  streamIds: readonly string[];
  /** What came of the stream that it opened. */
  stream: Stream | null;
  /** The message that opened the stream of which this one is a part. */
  within: Decoded | null;
}

export interface Stream {
  items: number;
  /** Milliseconds until it was complete, and why it broke off; null while it goes on, or went well. */
  endedAfterMs: number | null;
  error: string | null;
}

/** Reads the frames of one connection in their order: some decoders hold a state for each direction. */
export type Decoder = (frame: FrameEvent) => Decoded[];

export function decoded(frame: FrameEvent, kind: string, told: Partial<Omit<Decoded, "frame" | "kind">> = {}): Decoded {
  return {
    frame,
    kind,
    subject: null,
    namespace: null,
    id: null,
    data: undefined,
    error: null,
    fault: null,
    isPing: false,
    answers: null,
    streamIds: [],
    stream: null,
    within: null,
    ...told,
  };
}

/** A frame that is not of the protocol, or that was cut: shown as it is. */
export function undecoded(frame: FrameEvent): Decoded {
  return decoded(frame, "", { data: frame.payload.text ?? undefined });
}
