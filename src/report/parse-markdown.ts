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
const ITEM = /^\s*(?:[-*+]|(\d+)[.)])\s+(.*)$/;
const HEADING = /^#{1,6}\s+(.*)$/;

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

/**
 * Underscores inside a word are part of it: `proxy_set_header` is no emphasis. What opens a link ends one that was not closed, or
 * a text of nothing else would be looked through anew from each.
 */
const INLINE =
  /(`+)(.+?)\1|\*\*(.+?)\*\*|\[([^\][]+)\]\(([^()\s]+)\)|\*(\S|\S[^*]*\S)\*|(?<!\w)_(\S|\S[^_]*\S)_(?!\w)/g;

export function parseInline(text: string): Inline[] {
  const found: Inline[] = [];
  let from = 0;
  for (const match of text.matchAll(INLINE)) {
    if (match.index > from) found.push({ kind: "text", text: text.slice(from, match.index) });
    for (const each of readInline(match)) found.push(each);
    from = match.index + match[0].length;
  }
  if (from < text.length) found.push({ kind: "text", text: text.slice(from) });
  return found;
}

function readInline([, , code, strong, label, href, star, underscore]: RegExpExecArray): Inline[] {
  if (code !== undefined) return [{ kind: "code", text: code }];
  if (strong !== undefined) return [{ kind: "strong", content: parseInline(strong) }];
  if (label === undefined) return [{ kind: "emphasis", content: parseInline(star ?? underscore ?? "") }];
  const content = parseInline(label);
  return isSafeLink(href ?? "") ? [{ kind: "link", href: href ?? "", content }] : content;
}

/** Anything but https could run code or leave the browser. */
export function isSafeLink(href: string): boolean {
  return /^https:\/\/[^\s"<>\\]+$/i.test(href);
}
