/** Zero-width space: mentions and references of a tracker no longer find what they look for. */
const APART = "\u200b";

/** Text from traffic as one line of Markdown: no HTML, no table, no link, no mention of anybody. */
export function plain(text: string): string {
  return oneLine(text)
    .replace(/[\\`*_{}[\]()<>|~]/g, "\\$&")
    .replace(/&/g, "&amp;")
    .replace(/([@#])(?=\w)/g, `$1${APART}`)
    .replace(/^([-+=#>]|\d+[.)])/, "\\$1");
}

/** Text from traffic as inline code; a fence longer than any run of backticks in it. */
export function code(text: string): string {
  const line = oneLine(text).replace(/\|/g, "\u2502");
  const fence = fenceFor(line, 1);
  const gap = /^`|`$/.test(line) ? " " : "";
  return line === "" ? "–" : `${fence}${gap}${line}${gap}${fence}`;
}

/** Markdown of ours with values from traffic in it: its own blocks stay, what could act in a tracker does not. */
export function prose(markdown: string): string {
  const lines = visible(markdown).split("\n");
  const endOf = createBlockEnds(lines);
  const parts: string[] = [];
  let from = 0;
  for (let at = 0; at < lines.length; at += 1) {
    const end = endOf(at);
    if (end === null) continue;
    if (at > from) parts.push(harmless(lines.slice(from, at).join("\n")));
    parts.push(lines.slice(at, end + 1).join("\n"));
    at = end;
    from = end + 1;
  }
  if (from < lines.length) parts.push(harmless(lines.slice(from).join("\n")));
  return parts.join("\n");
}

/** The line that ends the block which begins at a line; none is looked for twice, so that lines of fences take no longer. */
function createBlockEnds(lines: readonly string[]): (at: number) => number | null {
  const neverEnded = new Set<string>();
  return (at) => {
    const fence = fenceOf(lines[at] ?? "");
    if (fence === null || neverEnded.has(fence)) return null;
    for (let end = at + 1; end < lines.length; end += 1) if (endsBlock(lines[end] ?? "", fence)) return end;
    neverEnded.add(fence);
    return null;
  };
}

/** What stands behind backticks has none, or they are code within a line. */
function fenceOf(line: string): string | null {
  const [begun, fence = ""] = /^ {0,3}(`{3,}|~{3,})/.exec(line) ?? [];
  return begun === undefined || (fence.startsWith("`") && line.includes("`", begun.length)) ? null : fence;
}

/** As many as it began with, or more, and nothing else. */
function endsBlock(line: string, fence: string): boolean {
  return /^ {0,3}(`{3,}|~{3,})[ \t]*$/.exec(line)?.[1]?.startsWith(fence) ?? false;
}

function harmless(markdown: string): string {
  const unfenced = markdown.replace(/^( {0,3})(?=```|~~~)/gm, "$1\\");
  const parts = unfenced.split(/(`[^`\n]*`)/);
  return parts
    .map((part, index) => (index % 2 ? part : part.replace(/</g, "&lt;").replace(/@(?=\w)/g, `@${APART}`)))
    .join("");
}

/** A block of code that nothing in it can end. */
export function block(raw: string, language = ""): string {
  const text = visible(raw);
  const fence = fenceFor(text, 3);
  return `${fence}${language}\n${text}\n${fence}`;
}

/** Backticks, one more than any run of them in the text has. */
function fenceFor(text: string, atLeast: number): string {
  let length = atLeast;
  for (const [run] of text.matchAll(/`+/g)) length = Math.max(length, run.length + 1);
  return "`".repeat(length);
}

/**
 * Control characters, but for line ends and tabs, could steer the terminal that shows the report; those that turn the direction of
 * writing make what stands around them read otherwise.
 */
export function visible(text: string): string {
  return text.replace(/\r\n?/g, "\n").replace(/[^\P{Cc}\n\t]|[\u202a-\u202e\u2066-\u2069]/gu, "\ufffd");
}

function oneLine(text: string): string {
  return text.replace(/[\s\p{Cc}\u202a-\u202e\u2066-\u2069]+/gu, " ").trim();
}
