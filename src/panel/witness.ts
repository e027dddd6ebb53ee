import type { Exchange } from "../core/exchange.js";
import type { CloseEvent, FrameEvent, SaidEvent } from "../core/traffic.js";

/** What an evidence line is tied to, as the recording still holds it. */
export type Witness =
  | { kind: "exchange"; exchange: Exchange; frames: FrameEvent[]; close: CloseEvent | null }
  | { kind: "frame"; frame: FrameEvent; exchange: Exchange }
  | { kind: "close"; close: CloseEvent; exchange: Exchange }
  | { kind: "said"; said: SaidEvent };

/** Null for an event that was cleared, or dropped by a limit. */
export type LookUp = (id: string) => Witness | null;
