import { knowledge } from "virtual:knowledge";
import type { TrafficEvent } from "../../core/traffic.js";
import { previewReplacements } from "../../har/export.js";
import { byRule } from "../../report/replacement-list.js";
import type { FromExporter, ToExporter } from "./exporter-messages.js";
import { makeFile } from "./file.js";
import { heldIn } from "./held-in.js";
import { redactionOf } from "./redaction.js";
import { makeTicket } from "./ticket.js";

const events: TrafficEvent[] = [];

addEventListener("message", ({ data }: MessageEvent<ToExporter>) => {
  if (data.type === "events") for (const event of data.events) events.push(event);
  else work(data);
});

function work(asked: Exclude<ToExporter, { type: "events" }>): void {
  try {
    tell(done(asked));
  } catch (error) {
    tell({ type: "failed", why: error instanceof Error ? error.message : String(error) });
  }
}

function done(asked: Exclude<ToExporter, { type: "events" }>): FromExporter {
  if (asked.type === "preview") {
    const found = previewReplacements(events, knowledge, redactionOf(asked.choice, asked.salt));
    return { type: "previewed", groups: byRule(found), ...heldIn(events) };
  }
  if (asked.type === "ticket") {
    const { choice, card, version } = asked;
    return { type: "written", text: makeTicket(choice, card, { events, knowledge, version }) };
  }
  const { choice, salt, version, browser } = asked;
  const file = makeFile(choice, salt, { events, knowledge, version, browser }, (share) =>
    tell({ type: "progress", share }),
  );
  return { type: "made", file };
}

function tell(message: FromExporter): void {
  postMessage(message);
}
