import { fenceOf, KnowledgeError, type MarkdownFile, type Section } from "./markdown-file.js";

/** Traffic that an entry must win ("example") or leave to another ("look-alike"). */
export interface Example {
  kind: "example" | "look-alike";
  title: string;
  /** The entry that must rank first, "healthy" for none at all; an example may name one that it ties with. */
  winner: string;
  /** A wire script, or a text as somebody would paste it. */
  notation: "wire" | "text";
  script: string;
  file: string;
  /** Line of the script's first line. */
  line: number;
}

const EXAMPLE_HEADING = /^## (Example|Look-alike): (.+?)(?: → (\S+))?$/;

/** Every entry has an example and a look-alike. */
export function readExamples(file: string, source: string, markdown: MarkdownFile, id: string): Example[] {
  const examples = markdown.sections
    .filter(({ heading }) => !/^## Fix\b/.test(heading))
    .map((section) => readExample(file, source, section, id));
  if (!examples.some(({ kind }) => kind === "example")) {
    throw new KnowledgeError(
      file,
      markdown.title.line,
      'add an "## Example: …" with a wire script that this entry must win',
    );
  }
  if (!examples.some(({ kind }) => kind === "look-alike")) {
    throw new KnowledgeError(
      file,
      markdown.title.line,
      'add a "## Look-alike: … → folder/entry" (or → healthy): what looks like this but is not?',
    );
  }
  return examples;
}

function readExample(file: string, source: string, section: Section, id: string): Example {
  const [, kind, title = "", target] = EXAMPLE_HEADING.exec(section.heading) ?? [];
  if (!kind)
    throw new KnowledgeError(
      file,
      section.line,
      'unknown section; use "## Fix: …", "## Example: …" or "## Look-alike: … → folder/entry"',
    );
  const wire = fenceOf(section, source, "wire");
  const fence = wire ?? fenceOf(section, source, "text");
  if (!fence)
    throw new KnowledgeError(
      file,
      section.line,
      "show the traffic in a ```wire fence, or a pasted text in a ```text fence",
    );
  if (kind === "Look-alike" && !target) {
    throw new KnowledgeError(file, section.line, 'say who must win: "## Look-alike: … → folder/entry", or → healthy');
  }
  return {
    kind: kind === "Example" ? "example" : "look-alike",
    title,
    winner: target ?? id,
    notation: wire ? "wire" : "text",
    script: fence.text,
    file,
    line: fence.line,
  };
}
