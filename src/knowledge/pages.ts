import type { Entry, Knowledge } from "../core/knowledge.js";
import { fill } from "../core/wording.js";
import { groupsOf } from "./page-groups.js";

const PROTOCOLS: Record<Entry["protocol"], string> = {
  signalr: "ASP.NET Core SignalR",
  "engine-io": "Socket.IO and Engine.IO",
  "web-pubsub": "Azure Web PubSub",
  any: "Any of them",
};

const HEAD = "<!-- Written by `npm run catalogue -- --pages` from knowledge/; change it there. -->";

/** The catalogue as Markdown pages, by their path below docs/causes: one a cause, and an index by protocol and by status. */
export function pagesOf({ entries }: Knowledge): Map<string, string> {
  const pages = new Map(entries.map((entry) => [`${entry.id}.md`, pageOf(entry)]));
  return pages.set("README.md", indexOf(entries));
}

function pageOf(entry: Entry): string {
  return blocks([
    HEAD,
    `# ${entry.title}`,
    `\`${entry.id}\` · ${PROTOCOLS[entry.protocol]} · [all causes](../README.md)`,
    prose(entry.explanation),
    section(
      "What speaks for it",
      entry.supports.map(({ says, confirms }) => says + (confirms ? " **This confirms it.**" : "")),
    ),
    section(
      "What speaks against it",
      entry.weakens.map(({ says }) => says),
    ),
    section(
      "What rules it out",
      entry.rulesOut.map(({ says }) => says),
    ),
    ...(entry.wouldDecide ? ["## What would decide", prose(entry.wouldDecide)] : []),
    ...entry.fixes.flatMap(({ technology, text }) => [`## Fix${technology ? `: ${technology}` : ""}`, prose(text)]),
    "## See it again",
    "command" in entry.reproduce
      ? commandLine(entry.reproduce.command)
      : `There is no line for it: ${prose(entry.reproduce.impossible)}`,
    `Official documentation: <${entry.link}>`,
  ]);
}

function indexOf(entries: readonly Entry[]): string {
  const byProtocol = Object.entries(PROTOCOLS).flatMap(([protocol, name]) => [
    `### ${name}`,
    list(entries.filter((entry) => entry.protocol === protocol).map(linkTo)),
  ]);
  const bySymptom = groupsOf(entries).flatMap(([group, those]) => [`### ${group}`, list(those.map(linkTo))]);
  const causes = new Set(entries.map(({ cause }) => cause)).size;
  return blocks([
    HEAD,
    "# The catalogue of causes",
    `${entries.length} pages for ${causes} causes: what speaks for each, what rules it out, and how it is mended. A card of the panel, of a report or of the command line names its page.`,
    "[By protocol](#by-protocol) · [By what is seen](#by-what-is-seen)",
    "## By protocol",
    ...byProtocol,
    "## By what is seen",
    ...bySymptom,
  ]);
}

function linkTo({ id, title, benign }: Entry): string {
  return `[${title}](${id}.md)${benign ? " (none of a failure)" : ""}`;
}

function section(title: string, lines: readonly string[]): string {
  return lines.length === 0 ? "" : `## ${title}\n\n${list(lines.map(prose))}`;
}

/** Where a card has an observed value, a page has its name in angle brackets; outside of code that would be a tag. */
function prose(text: string): string {
  return fill(text, {}).replace(
    /(```[\s\S]*?(?:```|$)|`[^`]*`)|<(?!https?:)(?=\w)/g,
    (_, code?: string) => code ?? "\\<",
  );
}

function commandLine(command: string): string {
  return `\`\`\`sh\n${fill(command, {})}\n\`\`\``;
}

function list(lines: readonly string[]): string {
  return lines.map((line) => `- ${line}`).join("\n");
}

function blocks(parts: readonly string[]): string {
  return `${parts.filter(Boolean).join("\n\n")}\n`;
}
