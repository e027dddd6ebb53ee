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
  const parts = visible(markdown).split(/(^ {0,3}(`{3,}|~{3,})[^\n]*\n[\s\S]*?^ {0,3}\2[ \t]*$)/m);
  return parts.map((part, index) => (index % 3 === 0 ? harmless(part) : index % 3 === 1 ? part : "")).join("");
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

/** Control characters, but for line ends and tabs, could steer the terminal that shows the report. */
export function visible(text: string): string {
  return text.replace(/\r\n?/g, "\n").replace(/[^\P{Cc}\n\t]/gu, "\ufffd");
}

function oneLine(text: string): string {
  return text.replace(/[\s\p{Cc}]+/gu, " ").trim();
}
