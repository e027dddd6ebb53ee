import { parseArgs } from "node:util";
import { knowledge } from "virtual:knowledge";
import { makeSafe, newSalt, type SafeExport } from "../har/export.js";
import { FILE_FORMATS } from "../har/formats.js";
import { visible } from "../report/markdown-escape.js";
import { byRule, inShort } from "../report/replacement-list.js";
import { refuseOverwriting } from "./overwriting.js";
import { readRecording } from "./read-recording.js";
import { REDACTION_OPTIONS, readRedaction } from "./redaction.js";
import type { Shell } from "./shell.js";
import { UsageError } from "./usage.js";
import { version } from "./version.js";

/** Writes a HAR that may be attached to a ticket, or with --preview only what would be replaced in it. */
export async function redact(args: string[], shell: Shell): Promise<number> {
  const { values, positionals } = parseArgs({
    args,
    allowPositionals: true,
    options: { out: { type: "string" }, preview: { type: "boolean", default: false }, ...REDACTION_OPTIONS },
  });
  const [file, ...others] = positionals;
  const { out, preview } = values;
  if (file === undefined || others.length > 0)
    throw new UsageError('redact takes one HAR file, or "-" for standard input');
  if (out === undefined && !preview)
    throw new UsageError("redact needs --out FILE, or --preview to see what it would replace");
  await refuseOverwriting(out, [file], shell);
  const options = { salt: newSalt(), ...readRedaction(values) };
  const events = await readRecording(file, "h", shell);
  const safe = makeSafe([events], knowledge, options);
  if (preview) shell.print(previewOf(safe));
  if (options.level === "none") shell.complain(warning(makeSafe([events], knowledge, { ...options, level: "strict" })));
  if (out !== undefined) await shell.write(out, harOf(safe));
  return 0;
}

/** Its findings are of what is left in it. */
function harOf(safe: SafeExport): string {
  const [recording] = safe.recordings;
  if (!recording) throw new Error("one file was read, so there is one recording");
  const text = FILE_FORMATS.har(safe, recording.analysis, { version, knowledge, browser: null });
  safe.check(text);
  return text;
}

/** Names what stays: all that the strict level would have replaced. */
export function warning(strict: SafeExport): string {
  const what = inShort(strict.replacements());
  return `Nothing is redacted at the level "none". This stays: ${what || "nothing that the strict level would replace"}.\n`;
}

function previewOf(safe: SafeExport): string {
  const groups = byRule(safe.replacements());
  if (groups.length === 0) return "Nothing would be replaced.\n";
  const lines = groups.flatMap(({ rule, times, lines: each }) => [
    `${times} × ${rule}`,
    ...each.map(({ label, place, times: count }) => `  ${label}  ${place}${count > 1 ? `, ${count} times` : ""}`),
  ]);
  return `${visible(lines.join("\n"))}\n`;
}
