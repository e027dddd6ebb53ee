import type { Analysis } from "../core/analysis.js";
import type { Knowledge } from "../core/knowledge.js";
import type { FlavourName } from "../report/flavours.js";
import { toHtml } from "../report/html.js";
import { toJson } from "../report/json.js";
import { toMarkdown } from "../report/markdown.js";
import type { SafeExport, SafeRecording } from "./export.js";
import { embedRecording } from "./html-recording.js";
import { writeHar } from "./write.js";

interface FileOptions {
  /** Of the extension or the command line. */
  version: string;
  knowledge: Knowledge;
  /** As the browser names itself; null where there is none. */
  browser: string | null;
  flavour?: FlavourName;
}

/** A file of an export: what it is made of, and how it is written. */
type Writer = (safe: SafeExport, analysis: Analysis, options: FileOptions) => string;

const INDENT = 2;

/** Every format of a file; none of them is checked for secrets yet. */
export const FILE_FORMATS = {
  har: (safe, analysis, { version }) =>
    writeHar({ ...only(safe), analysis }, { creatorVersion: version, indent: INDENT }),
  html: (safe, analysis, { version, knowledge, browser }) => {
    const har = writeHar({ ...only(safe), analysis }, { creatorVersion: version });
    safe.check(har); // a place in the recording says more than a line of the page that holds it
    const recording = embedRecording(har);
    return toHtml({
      analysis,
      replacements: safe.replacements(),
      version,
      knowledgeVersion: knowledge.version,
      browser,
      recording,
    });
  },
  json: (_, analysis) => `${JSON.stringify(toJson(analysis), null, INDENT)}\n`,
  markdown: (_, analysis, { version, flavour = "github" }) => toMarkdown(analysis, { version, flavour }),
} satisfies Record<string, Writer>;
export type FileFormat = keyof typeof FILE_FORMATS;

/** Formats that hold a recording hold one. */
function only({ recordings: [recording] }: SafeExport): SafeRecording {
  if (!recording) throw new Error("an export is made of at least one recording");
  return recording;
}
