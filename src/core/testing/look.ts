import { parseWireScript } from "../../knowledge/wire-script.js";
import { analyse } from "../analysis.js";
import { NOTHING_KNOWN } from "../knowledge.js";
import type { TrafficEvent } from "../traffic.js";

/** What is seen of the connections themselves, whatever the cause of their failures. */
export const look = (events: TrafficEvent[]) => analyse(events, NOTHING_KNOWN);
export const connectionsOf = (script: string) => look(parseWireScript(script)).connections;
