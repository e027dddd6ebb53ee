/** What is whole in a HAR that breaks off or is damaged in the middle, or in several behind one another. */
export interface Salvage {
  /** More than one where somebody joined files. */
  recordings: number;
  entries: unknown[];
  pages: unknown[];
  /** Objects that are there in part, or that are no JSON. */
  lost: number;
  /** The text ended within its list of requests. */
  isCutOff: boolean;
}

/** Reads the requests one by one; null where there is no list of them. */
export function salvage(text: string): Salvage | null {
  const lists = listsAfter(text, /"entries"\s*:\s*\[/g);
  const last = lists.at(-1);
  if (!last) return null;
  return {
    recordings: lists.length,
    entries: lists.flatMap(({ items }) => items),
    pages: listsAfter(text, /"pages"\s*:\s*\[/g).flatMap(({ items }) => items),
    lost: lists.reduce((sum, { lost }) => sum + lost, 0),
    isCutOff: last.isCutOff,
  };
}

interface List {
  items: unknown[];
  lost: number;
  isCutOff: boolean;
  end: number;
}

/** The head is looked for again only where a list has ended: within one it is a body's. */
function listsAfter(text: string, head: RegExp): List[] {
  const lists: List[] = [];
  for (let found = head.exec(text); found; found = head.exec(text)) {
    const list = listFrom(text, head.lastIndex);
    lists.push(list);
    head.lastIndex = list.end;
  }
  return lists;
}

function listFrom(text: string, from: number): List {
  const list: List = { items: [], lost: 0, isCutOff: true, end: text.length };
  let at = from;
  for (;;) {
    const next = nextMark(text, at);
    if (next < 0) return list;
    if (text[next] === "]") return { ...list, isCutOff: false, end: next };
    const end = endOfObject(text, next);
    if (end < 0) return { ...list, lost: list.lost + 1 };
    const item = parsed(text.slice(next, end));
    if (item === undefined) list.lost += 1;
    else list.items.push(item);
    at = end;
  }
}

/** The beginning of the next object, or the end of the list. */
function nextMark(text: string, from: number): number {
  for (let at = from; at < text.length; at += 1) if (text[at] === "{" || text[at] === "]") return at;
  return -1;
}

const QUOTE = 34;
const BACKSLASH = 92;
const OPEN = 123;
const CLOSE = 125;

/** Behind the brace that closes the one at `from`; braces within strings do not count. */
function endOfObject(text: string, from: number): number {
  let depth = 0;
  let inString = false;
  for (let at = from; at < text.length; at += 1) {
    const code = text.charCodeAt(at);
    if (inString) {
      if (code === BACKSLASH) at += 1;
      else if (code === QUOTE) inString = false;
    } else if (code === QUOTE) inString = true;
    else if (code === OPEN) depth += 1;
    else if (code === CLOSE) {
      depth -= 1;
      if (depth === 0) return at + 1;
    }
  }
  return -1;
}

function parsed(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return undefined; // counted as lost
  }
}
