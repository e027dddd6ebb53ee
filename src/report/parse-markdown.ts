/** The Markdown that knowledge entries use, as data; page data that was filled in stays text whatever it contains. */
export type Inline =
  | { kind: "text"; text: string }
  | { kind: "code"; text: string }
  | { kind: "strong" | "emphasis"; content: Inline[] }
  | { kind: "link"; href: string; content: Inline[] };

export type Block =
  | { kind: "paragraph"; content: Inline[] }
  | { kind: "heading"; content: Inline[] }
  | { kind: "code"; language: string; text: string }
  | { kind: "list"; isOrdered: boolean; start: number; items: Inline[][] };

const FENCE = /^\s*```(\S*)/;
const ITEM = /^\s*(?:[-*+]|(\d+)[.)])\s+([^\n]*)/;
const HEADING = /^#{1,6}\s+([^\n]*)/;

export function parseMarkdown(source: string): Block[] {
  const lines = source.replaceAll("\r\n", "\n").split("\n");
  const blocks: Block[] = [];
  let at = 0;
  while (at < lines.length) {
    const line = lines[at] ?? "";
    if (!line.trim()) at += 1;
    else if (FENCE.test(line)) at = readFence(lines, at, blocks);
    else if (HEADING.test(line)) {
      blocks.push({ kind: "heading", content: parseInline(HEADING.exec(line)?.[1] ?? "") });
      at += 1;
    } else if (ITEM.test(line)) at = readList(lines, at, blocks);
    else at = readParagraph(lines, at, blocks);
  }
  return blocks;
}

/** A fence that is never closed goes on to the end. */
function readFence(lines: string[], start: number, blocks: Block[]): number {
  const indent = /^\s*/.exec(lines[start] ?? "")?.[0].length ?? 0;
  const end = endBefore(lines, start, (line) => /^\s*```\s*$/.test(line));
  const body = lines.slice(start + 1, end).map((line) => (line.slice(0, indent).trim() ? line : line.slice(indent)));
  blocks.push({ kind: "code", language: FENCE.exec(lines[start] ?? "")?.[1] ?? "", text: body.join("\n") });
  return end + 1;
}

function readList(lines: string[], start: number, blocks: Block[]): number {
  const first = ITEM.exec(lines[start] ?? "");
  const isOrdered = first?.[1] !== undefined;
  const items: string[] = [];
  let at = start;
  for (; at < lines.length; at += 1) {
    const line = lines[at] ?? "";
    const item = ITEM.exec(line);
    if (item && (item[1] !== undefined) === isOrdered) items.push(item[2] ?? "");
    else if (!item && /^\s+\S/.test(line) && !FENCE.test(line)) items.push(`${items.pop() ?? ""} ${line.trim()}`);
    else break;
  }
  blocks.push({ kind: "list", isOrdered, start: Number(first?.[1] ?? 1), items: items.map(parseInline) });
  return at;
}

function readParagraph(lines: string[], start: number, blocks: Block[]): number {
  const goesOn = (line: string) => line.trim() !== "" && !FENCE.test(line) && !ITEM.test(line) && !HEADING.test(line);
  const end = endBefore(lines, start, (line) => !goesOn(line));
  const text = lines.slice(start, end).map((line) => line.trim());
  blocks.push({ kind: "paragraph", content: parseInline(text.join(" ")) });
  return end;
}

/** The first line after `start` that ends what begins there, or the end of all. */
function endBefore(lines: string[], start: number, isEnd: (line: string) => boolean): number {
  let at = start + 1;
  while (at < lines.length && !isEnd(lines[at] ?? "")) at += 1;
  return at;
}

/** What stands at a place of a line, and where it ends. */
interface Found {
  end: number;
  inline: Inline[];
}

export function parseInline(text: string): Inline[] {
  const next = createNext(text);
  const found: Inline[] = [];
  let from = 0;
  for (let at = next(MARK, 0); at >= 0; ) {
    const one = readAt(text, at, next);
    if (one && at > from) found.push({ kind: "text", text: text.slice(from, at) });
    if (one) for (const each of one.inline) found.push(each);
    if (one) from = one.end;
    at = next(MARK, one?.end ?? at + 1);
  }
  if (from < text.length) found.push({ kind: "text", text: text.slice(from) });
  return found;
}

/** Where a mark comes next; none is looked for twice in the same part, so that a text of nothing else takes no longer. */
type Next = (mark: Mark, from: number) => number;
type Mark = string | RegExp;

const MARK = /[`*[_]/g;
const NO_TICK = /[^`]|$/g;
const BRACKET = /[[\]]/g;
const LINE_END = /[\n\r\u2028\u2029]|$/g;
const END_OF_LINK = /[()\s]/g;

function createNext(text: string): Next {
  const known = new Map<Mark, { from: number; place: number }>();
  return (mark, from) => {
    const last = known.get(mark);
    if (last && from >= last.from && (last.place < 0 || last.place >= from)) return last.place;
    const place = typeof mark === "string" ? text.indexOf(mark, from) : searchFrom(text, mark, from);
    known.set(mark, { from, place });
    return place;
  };
}

function searchFrom(text: string, mark: RegExp, from: number): number {
  mark.lastIndex = from;
  return mark.exec(text)?.index ?? -1;
}

function readAt(text: string, at: number, next: Next): Found | null {
  if (text[at] === "`") return readCode(text, at, next);
  if (text[at] === "[") return readLink(text, at, next);
  return (text.startsWith("**", at) ? readStrong(text, at, next) : null) ?? readEmphasis(text, at, next);
}

/** Code ends at as many backticks as it began with; where they do not come again, they are text. */
function readCode(text: string, at: number, next: Next): Found {
  const ticks = text.slice(at, next(NO_TICK, at));
  const start = at + ticks.length;
  const end = next(ticks, start + 1);
  if (end < 0 || end > next(LINE_END, start)) return { end: start, inline: [{ kind: "text", text: ticks }] };
  return { end: end + ticks.length, inline: [{ kind: "code", text: text.slice(start, end) }] };
}

function readStrong(text: string, at: number, next: Next): Found | null {
  const end = next("**", at + 3);
  if (end < 0 || end > next(LINE_END, at)) return null;
  return { end: end + 2, inline: [{ kind: "strong", content: parseInline(text.slice(at + 2, end)) }] };
}

/** What opens a link ends one that was not closed. */
function readLink(text: string, at: number, next: Next): Found | null {
  const close = next(BRACKET, at + 1);
  if (close <= at + 1 || !text.startsWith("](", close)) return null;
  const end = next(END_OF_LINK, close + 2);
  if (end <= close + 2 || text[end] !== ")") return null;
  const content = parseInline(text.slice(at + 1, close));
  const href = text.slice(close + 2, end);
  return { end: end + 1, inline: isSafeLink(href) ? [{ kind: "link", href, content }] : content };
}

/** Underscores inside a word are part of it: `proxy_set_header` is no emphasis. */
function readEmphasis(text: string, at: number, next: Next): Found | null {
  const mark = text[at] ?? "";
  const mayEnd = (end: number) =>
    text[end] === mark && /\S/.test(text[end - 1] ?? " ") && !(mark === "_" && /\w/.test(text[end + 1] ?? ""));
  if (!/\S/.test(text[at + 1] ?? " ") || (mark === "_" && /\w/.test(text[at - 1] ?? ""))) return null;
  const close = next(mark, at + 2);
  if (close < 0) return null;
  // One letter, or all up to the mark that comes next; one right behind that still belongs to it.
  const end = [at + 2, close + 1, close].find(mayEnd);
  if (end === undefined) return null;
  return { end: end + 1, inline: [{ kind: "emphasis", content: parseInline(text.slice(at + 1, end)) }] };
}

/** Anything but https could run code or leave the browser. */
export function isSafeLink(href: string): boolean {
  return /^https:\/\/[^\s"<>\\]+$/i.test(href);
}
