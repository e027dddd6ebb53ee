import type { Connection } from "../core/connection.js";
import type { Exchange } from "../core/exchange.js";
import type { CloseEvent, FrameEvent, PageEvent, SaidEvent } from "../core/traffic.js";

/** What an evidence line is tied to, as the recording still holds it. */
export type Witness =
  | ({ kind: "exchange"; frames: FrameEvent[]; close: CloseEvent | null } & OfExchange)
  | ({ kind: "frame"; frame: FrameEvent } & OfExchange)
  | ({ kind: "close"; close: CloseEvent } & OfExchange)
  | { kind: "said"; said: SaidEvent }
  | ({ kind: "connection" } & Story);

interface OfExchange {
  exchange: Exchange;
  /** The connection that it belongs to, by its id; null for one of no protocol. */
  connection: string | null;
}

/** One connection with everything of it that is still recorded, each list in the order of time. */
export interface Story {
  connection: Connection;
  exchanges: Exchange[];
  frames: FrameEvent[];
  closes: CloseEvent[];
  /** What the page went through meanwhile. */
  page: PageEvent[];
  /** Other connections to this endpoint that ended after a silence as long. */
  cutAlike: number;
}

/** Null for an event that was cleared, or dropped by a limit. */
export type LookUp = (id: string) => Witness | null;
