import { accessLine } from "./access-log.js";
import { fromW3c, rowsAlone } from "./w3c-log.js";

/**
 * Rows of Azure's live trace, resource logs, Log Analytics and Application Insights, and of the loggers of applications, as
 * JSON, one JSON object a line, or CSV, and access logs in JSON or of IIS: each becomes one line of the columns that say something. Any other text
 * stays as it is.
 */
export function unfoldLogExport(text: string): string {
  const start = text.trimStart();
  if (start.startsWith("[") || start.startsWith("{")) return fromJson(start) ?? fromJsonLines(start) ?? text;
  return fromW3c(text) ?? fromCsv(text) ?? rowsAlone(text);
}

const LONGEST = 4_000_000;

function fromJson(text: string): string | null {
  if (text.length > LONGEST) return null;
  const value = parse(text);
  if (typeof value !== "object" || value === null) return null;
  const rows = Array.isArray(value) ? value : ((value as { records?: unknown; value?: unknown }).records ?? [value]);
  return Array.isArray(rows) ? linesOf(rows) : null;
}

function fromJsonLines(text: string): string | null {
  const lines = text.split("\n").filter((line) => line.trim());
  if (!lines[0] || parse(lines[0]) === null) return null;
  return lines.map((line) => rowText(parse(line)) ?? line).join("\n");
}

function linesOf(rows: readonly unknown[]): string | null {
  const lines = rows.map((row) => rowText(row));
  return lines.some((line) => line !== null) ? lines.filter((line) => line !== null).join("\n") : null;
}

function parse(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return null; // not JSON: the caller reads it as what it is
  }
}

/** Columns of live trace and of the log tables; names compare without case. */
const COLUMNS = [
  "resourceid",
  "_resourceid",
  "time",
  "level",
  "loglevel",
  "category",
  "operationname",
  "eventname",
  "message",
  "exception",
  "hub",
  "collection",
  "httpmethod",
  "name",
  "url",
  "routetemplate",
  "statuscode",
  "resultcode",
  "resultdescription",
  "properties",
];
/** A row of a log has one of these; an answer such as `{"code":1,"message":…}` has none. */
const PLACING = ["time", "timegenerated", "timestamp", "level", "loglevel", "category", "operationname", "eventname"];
const SAYING = ["message", "exception", "operationname", "eventname", "resultcode"];
/** What an application's logger has beside its message: the error's own code and words, as nothing else tells them. */
const BESIDE = ["code", "reason", "msg", "status", "error", "err", "context", "description"];

function rowText(row: unknown, isInner = false): string | null {
  if (typeof row !== "object" || row === null) return null;
  const rendered = fromTemplate(row as Record<string, unknown>) ?? accessLine(row);
  if (rendered !== null) return rendered;
  const fields = Object.entries(row).map(([name, value]) => [name.toLowerCase(), value] as const);
  const has = (names: readonly string[]) => fields.some(([name]) => names.includes(name));
  if (!isInner && !has(PLACING)) return null;
  if (!has(SAYING) && !has(["properties"])) return null;
  const cells = COLUMNS.flatMap((column) =>
    fields.filter(([name]) => name === column).map(([name, value]) => cell(name, value)),
  );
  const beside = fields.filter(([name, value]) => BESIDE.includes(name) && value);
  if (beside.length > 0) cells.push(JSON.stringify(Object.fromEntries(beside)));
  return cells.filter(Boolean).join(" ");
}

/** Serilog's compact form keeps the sentence and its values apart: `"@mt":"… {StatusCode}"`; https://clef-json.org */
function fromTemplate(row: Record<string, unknown>): string | null {
  const { "@m": said, "@mt": template, "@x": exception, SourceContext: source } = row;
  const sentence = typeof said === "string" ? said : template;
  if (typeof sentence !== "string") return null;
  const filled = sentence.replace(/\{[@$]?(\w{1,60})[^{}]{0,40}\}/g, (hole, name: string) => String(row[name] ?? hole));
  return [filled, source, exception]
    .filter((each) => typeof each === "string")
    .join(" ")
    .replace(/\s+/g, " ");
}

function cell(name: string, value: unknown): string {
  const inner = typeof value === "string" && /^\s*\{/.test(value) ? parse(value) : value;
  if (typeof inner === "object" && inner !== null) return rowText(inner, true) ?? "";
  if (inner === null || inner === undefined || inner === "") return "";
  if (name.endsWith("resourceid")) return resourceType(String(inner));
  return name === "statuscode" || name === "resultcode"
    ? `status code ${String(inner)}`
    : String(inner).replace(/\s+/g, " ");
}

/** Of a resource's id only its type says something; both services have the same provider. */
function resourceType(id: string): string {
  const type = /\/Microsoft\.SignalRService\/(WebPubSub|SignalR)\//i.exec(id)?.[1]?.toLowerCase();
  if (type === undefined) return "";
  return type === "webpubsub" ? "Web PubSub" : "Azure SignalR";
}

/** A first line that names the columns, then rows; quotes may hold commas and doubled quotes, but no line break. */
function fromCsv(text: string): string | null {
  const end = text.indexOf("\n");
  const head = splitRow(text.slice(0, end < 0 ? 0 : Math.min(end, 4000))).map(withoutUnit);
  if (head.length < 3 || !head.some((name) => SAYING.includes(name.toLowerCase()))) return null;
  return text
    .slice(end + 1)
    .split("\n")
    .map((line) => {
      const cells = splitRow(line.slice(0, 8000));
      return rowText(Object.fromEntries(head.map((name, index) => [name, cells[index] ?? ""]))) ?? line;
    })
    .join("\n");
}

/** "TimeGenerated [UTC]" */
function withoutUnit(name: string): string {
  return name.endsWith("]") && name.includes("[") ? name.slice(0, name.indexOf("[")).trimEnd() : name;
}

function splitRow(line: string): string[] {
  return [...line.matchAll(/(?:^|,)(?:"((?:[^"]|"")*)"?|([^,]*))/g)].map(([, quoted, plain]) =>
    (quoted?.replaceAll('""', '"') ?? plain ?? "").trim(),
  );
}
