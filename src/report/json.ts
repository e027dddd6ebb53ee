import * as z from "zod/mini";
import type { Analysis } from "../core/analysis.js";
import type { Card, CardCause } from "../core/card.js";
import { PHASES } from "../core/connection.js";
import type { ConnectionSummary } from "../core/summaries.js";

const orNull = <T extends z.ZodMiniType>(schema: T) => z.nullable(schema);

const Cause = z.object({
  cause: z.string(),
  /** Id of the knowledge entry. */
  entry: z.string(),
  confidence: z.enum(["confirmed", "likely", "possible"]),
  /** 0 to 1. */
  score: z.number(),
  evidence: z.array(z.object({ text: z.string(), events: z.array(z.string()) })),
  /** Markdown. */
  fix: z.string(),
});

const ReportCard = z.object({
  id: z.string(),
  protocol: z.enum(["signalr", "engine-io", "web-pubsub"]),
  phase: z.enum(PHASES),
  endpoint: z.string(),
  severity: z.enum(["error", "warning"]),
  occurrences: z.number(),
  status: orNull(z.number()),
  engineIoCode: orNull(z.number()),
  closeCode: orNull(z.number()),
  netError: orNull(z.string()),
  /** Best first. */
  causes: z.array(Cause),
  ruledOut: z.array(z.object({ cause: z.string(), because: z.string() })),
  wouldDecide: orNull(z.string()),
  /** Names of the files that show it, where several were read. */
  files: z.optional(z.array(z.string())),
});

const ReportConnection = z.object({
  id: z.string(),
  protocol: ReportCard.shape.protocol,
  endpoint: z.string(),
  transport: orNull(z.enum(["websocket", "webtransport", "sse", "long-polling", "polling"])),
  state: z.enum(["connecting", "open", "closed", "degraded", "failed"]),
  /** Epoch milliseconds. */
  startedAt: z.number(),
  lastAt: z.number(),
  /** Messages. */
  sent: z.number(),
  received: z.number(),
  /** Id of its card; null where nothing is wrong with it. */
  card: orNull(z.string()),
});

const ReportBenign = z.object({
  /** Id of the knowledge entry. */
  entry: z.string(),
  cause: z.string(),
  title: z.string(),
  /** How many connections show it. */
  connections: z.number(),
});

/** The versioned report of `--format json`, published as `docs/report.schema.json`. What was not observed is null. */
export const Report = z.object({
  format: z.literal("handshake-triage/report"),
  version: z.literal(1),
  summary: z.object({ connections: z.number(), failed: z.number(), cards: z.number(), notSeen: z.array(z.string()) }),
  cards: z.array(ReportCard),
  connections: z.array(ReportConnection),
  /** What looks like an error and is none; reports made before it was looked for lack it. */
  benign: z.optional(z.array(ReportBenign)),
});
export type Report = z.infer<typeof Report>;

/** The JSON Schema of the report, for programs that read it. */
export function reportSchema(): object {
  return { title: "Handshake Triage report", ...z.toJSONSchema(Report) };
}

/** Reads a report of this version or an older one; an error says which version it is where it is newer. */
export function readReport(value: unknown): Report {
  const { format, version } = z.object({ format: z.string(), version: z.number() }).parse(value);
  if (format !== Report.shape.format.def.values[0]) throw new Error(`this is no report but "${format}"`);
  if (version > 1) throw new Error(`the report is of version ${version}; this program reads up to version 1`);
  return Report.parse(value);
}

/** As safe to show as the events that the analysis was made of. */
export function toJson({ summary, cards, connections, benign }: Analysis): Report {
  const { connections: all, failed, cards: made, notSeen } = summary;
  return {
    format: "handshake-triage/report",
    version: 1,
    summary: { connections: all, failed, cards: made, notSeen: [...notSeen] },
    cards: cards.map(cardOf),
    connections: connections.map(connectionOf),
    benign: benign.map(({ entry, cause, title, connections }) => ({ entry, cause, title, connections })),
  };
}

function connectionOf(connection: ConnectionSummary): Report["connections"][number] {
  const { id, protocol, endpoint, transport, state, startedAt, lastAt, sent, received, card } = connection;
  return { id, protocol, endpoint, transport, state, startedAt, lastAt, sent, received, card };
}

function cardOf(card: Card): Report["cards"][number] {
  const { id, protocol, phase, endpoint, severity, occurrences, status, engineIoCode, closeCode, netError } = card;
  return {
    id,
    protocol,
    phase,
    endpoint,
    severity,
    occurrences,
    status,
    engineIoCode,
    closeCode,
    netError,
    causes: card.causes.map(causeOf),
    ruledOut: card.ruledOut.map(({ cause, because }) => ({ cause, because })),
    wouldDecide: card.wouldDecide,
    ...(card.files ? { files: [...card.files] } : {}),
  };
}

function causeOf({
  cause,
  entry,
  confidence,
  score,
  evidence,
  fixes,
}: CardCause): Report["cards"][number]["causes"][number] {
  const fix = fixes.map(({ technology, text }) => (technology ? `${technology}:\n${text}` : text)).join("\n\n");
  return {
    cause,
    entry,
    confidence,
    score,
    evidence: evidence.map(({ text, events }) => ({ text, events: [...events] })),
    fix,
  };
}
