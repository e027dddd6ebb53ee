/** A section of a knowledge file, with where it stands: an error must name the line. */
export interface Section {
  heading: string;
  line: number;
  text: string;
}

export interface MarkdownFile {
  frontMatter: string;
  /** Line on which the front matter's first line stands. */
  frontMatterLine: number;
  title: Section;
  sections: Section[];
}

/** A problem in a knowledge file, as `file:line: what to do`. */
export class KnowledgeError extends Error {
  constructor(
    readonly file: string,
    readonly line: number,
    readonly advice: string,
  ) {
    super(`${file}:${line}: ${advice}`);
  }
}

/** Splits front matter, title and `##` sections; headings inside code fences are code. */
export function splitMarkdown(file: string, source: string): MarkdownFile {
  const lines = source.replace(/\r\n/g, "\n").split("\n");
  const end = lines.indexOf("---", 1);
  if (lines[0] !== "---" || end < 0) {
    throw new KnowledgeError(file, 1, "start the file with front matter between two --- lines");
  }
  const [before, title, ...sections] = splitSections(lines, end + 1);
  if (!title?.heading.startsWith("# ") || before?.text) {
    throw new KnowledgeError(file, end + 2, "follow the front matter with one title: # What is wrong");
  }
  return { frontMatter: lines.slice(1, end).join("\n"), frontMatterLine: 2, title, sections };
}

function splitSections(lines: string[], from: number): Section[] {
  const sections: { heading: string; line: number; lines: string[] }[] = [{ heading: "", line: from, lines: [] }];
  let isFenced = false;
  for (const [index, line] of lines.entries()) {
    if (index < from) continue;
    if (line.startsWith("```")) isFenced = !isFenced;
    if (!isFenced && /^##? /.test(line)) sections.push({ heading: line, line: index + 1, lines: [] });
    else sections.at(-1)?.lines.push(line);
  }
  return sections.map(({ heading, line, lines: text }) => ({ heading, line, text: text.join("\n").trim() }));
}

/** The text of the first fence of this language, and the line of its first line; null when there is none. */
export function fenceOf(section: Section, source: string, language: string): { text: string; line: number } | null {
  const lines = source.replace(/\r\n/g, "\n").split("\n");
  const start = lines.indexOf(`\`\`\`${language}`, section.line);
  const end = lines.indexOf("```", start + 1);
  const nextHeading = lines.findIndex((line, index) => index >= section.line && /^## /.test(line));
  if (start < 0 || end < 0 || (nextHeading >= 0 && nextHeading < start)) return null;
  return { text: lines.slice(start + 1, end).join("\n"), line: start + 2 };
}
