import { eventsFromText } from "../../src/capture/text/events-from-text.js";
import type { ProtocolName } from "../../src/core/connection.js";
import { SAID_NOTHING } from "../../src/core/sample-events.js";
import type { SaidEvent } from "../../src/core/traffic.js";
import type { Symptom } from "./labelled-case.js";

const PHASES: Record<string, string> = { send: "message" };
const TRANSPORTS: Record<string, SaidEvent["transport"]> = {
  websocket: "websocket",
  polling: "polling",
  longPolling: "long-polling",
  serverSentEvents: "sse",
};

/**
 * What a case tells of the wire, as an event. It is told and not captured: that it names one request does not mean that
 * there was no other.
 */
export function observedEvents(observed: Symptom["observed"], protocol: ProtocolName | null): SaidEvent[] {
  if (!observed) return [];
  const { phase, method, url, status, transport, close_code, body_excerpt, net_error } = observed;
  if ([phase, method, url, status, transport, close_code, body_excerpt, net_error].every((each) => each == null))
    return [];
  const channel =
    method === "OPTIONS" ? "preflight" : transport === "websocket" && method !== "POST" ? "websocket" : null;
  const [read] = eventsFromText(body_excerpt ?? "", { protocol, prefix: "body" }).events;
  return [
    {
      ...SAID_NOTHING,
      id: "observed",
      text: [method, url, status, net_error, body_excerpt].filter((each) => each != null).join(" "),
      protocol: read?.protocol ?? protocol,
      messages: read?.messages ?? [],
      phase: phase ? (PHASES[phase] ?? phase) : null,
      channel: channel && phase !== "negotiate" ? channel : method === "OPTIONS" ? "preflight" : null,
      transport: TRANSPORTS[transport ?? ""] ?? null,
      method: method ?? null,
      url: url ?? null,
      status: status ?? null,
      netError: net_error?.startsWith("net::") ? net_error : null,
      body: body_excerpt ?? null,
      closeCode: close_code ?? null,
    },
  ];
}
