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
  const found = lines.findIndex((line, index) => index > start && /^\s*```\s*$/.test(line));
  const end = found < 0 ? lines.length : found;
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
  const end = lines.findIndex((line, index) => index > start && !goesOn(line));
  const text = lines.slice(start, end < 0 ? lines.length : end).map((line) => line.trim());
  blocks.push({ kind: "paragraph", content: parseInline(text.join(" ")) });
  return end < 0 ? lines.length : end;
}

/** Underscores inside a word are part of it: `proxy_set_header` is no emphasis. */
const INLINE = /(`+)(.+?)\1|\*\*(.+?)\*\*|\[([^\]]+)\]\(([^)\s]+)\)|\*(\S|\S[^*]*\S)\*|(?<!\w)_(\S|\S[^_]*\S)_(?!\w)/;

export function parseInline(text: string): Inline[] {
  const match = INLINE.exec(text);
  if (!match) return text ? [{ kind: "text", text }] : [];
  const before = text.slice(0, match.index);
  const after = text.slice(match.index + match[0].length);
  return [...parseInline(before), ...readInline(match), ...parseInline(after)];
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
