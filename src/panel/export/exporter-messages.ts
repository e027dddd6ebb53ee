import type { TrafficEvent } from "../../core/traffic.js";
import type { RuleGroup } from "../../report/replacement-list.js";
import type { ExportChoice } from "./choice.js";
import type { FileToSave } from "./file.js";
import type { CardMark } from "./ticket-mark.js";

export type ToExporter =
  | { type: "events"; events: readonly TrafficEvent[] }
  | { type: "preview"; choice: ExportChoice; salt: number }
  | { type: "ticket"; choice: ExportChoice; card: CardMark; version: string }
  | { type: "save"; choice: ExportChoice; salt: number | undefined; version: string; browser: string | null };

/** What a file would replace, and what of the traffic it would hold. */
export interface Previewed {
  groups: RuleGroup[];
  requests: number;
  messages: number;
}

/** `share` goes from 0 to 1. */
export type FromExporter =
  | { type: "progress"; share: number }
  | { type: "made"; file: FileToSave }
  | { type: "written"; text: string }
  | ({ type: "previewed" } & Previewed)
  | { type: "failed"; why: string };
