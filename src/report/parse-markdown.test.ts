import { knowledge } from "virtual:knowledge";
import { describe, expect, it } from "vitest";
import { type Block, type Inline, isSafeLink, parseInline, parseMarkdown } from "./parse-markdown.js";

const text = (value: string): Inline => ({ kind: "text", text: value });

describe("blocks", () => {
  it("tells a paragraph from the code that follows it", () => {
    expect(parseMarkdown("Send each client\nto one instance:\n\n```nginx\nip_hash;\n\n# **not bold**\n```")).toEqual([
      { kind: "paragraph", content: [text("Send each client to one instance:")] },
      { kind: "code", language: "nginx", text: "ip_hash;\n\n# **not bold**" },
    ]);
  });

  it("keeps the count of an ordered list that code interrupts, and strips the code's indent", () => {
    expect(parseMarkdown("1. First\n   goes on\n   ```js\n   run();\n   ```\n2. Second")).toEqual([
      { kind: "list", isOrdered: true, start: 1, items: [[text("First goes on")]] },
      { kind: "code", language: "js", text: "run();" },
      { kind: "list", isOrdered: true, start: 2, items: [[text("Second")]] },
    ]);
  });

  it("takes a fence that is never closed to the end", () => {
    expect(parseMarkdown("```\nhalf")).toEqual([{ kind: "code", language: "", text: "half" }]);
  });
});

describe("words in a line", () => {
  it("reads code, bold, italics and links", () => {
    expect(parseInline("Set `a*b*` **now**, *or* _see_ [docs](https://learn.microsoft.com/x).")).toEqual([
      text("Set "),
      { kind: "code", text: "a*b*" },
      text(" "),
      { kind: "strong", content: [text("now")] },
      text(", "),
      { kind: "emphasis", content: [text("or")] },
      text(" "),
      { kind: "emphasis", content: [text("see")] },
      text(" "),
      { kind: "link", href: "https://learn.microsoft.com/x", content: [text("docs")] },
      text("."),
    ]);
  });

  it("leaves the underscores of a name alone", () => {
    expect(parseInline("proxy_set_header and 2 * 3 * 4")).toEqual([text("proxy_set_header and 2 * 3 * 4")]);
  });

  it("shows HTML from a page as the text that it is", () => {
    expect(parseInline("<img src=x onerror=alert(1)>")).toEqual([text("<img src=x onerror=alert(1)>")]);
  });

  it.each(["javascript:alert(1)", "http://app.test", "data:text/html,x", "//app.test", 'https://a"b'])(
    "makes no link to %s",
    (href) => {
      expect(isSafeLink(href)).toBe(false);
      expect(parseInline(`[x](${href})`).some((each) => each.kind === "link")).toBe(false);
    },
  );
});

it.each(["`", "[", "[a](b", "**a", "`a", "*a ", "_a ", "a\n\n", "- a\n"])(
  "as much of %j as a file may hold takes no second, and no more stack than little of it",
  (unit) => {
    const from = performance.now();
    expect(parseMarkdown(unit.repeat(200_000 / unit.length)).length).toBeGreaterThan(0);
    expect(performance.now() - from).toBeLessThan(5000); // a busy machine's clock; each mark took half a minute or the stack
  },
);

describe("every knowledge entry", () => {
  const fixes = knowledge.entries.flatMap(({ id, fixes }) => fixes.map((fix) => ({ id, ...fix })));

  it.each(fixes)("$id, $technology: leaves no mark-up in the text", ({ text: source }) => {
    for (const shown of parseMarkdown(source).flatMap(textsOf)) expect(shown).not.toMatch(/\*\*|`|\]\(/);
  });
});

function textsOf(block: Block): string[] {
  if (block.kind === "code") return [];
  return block.kind === "list" ? block.items.flat().flatMap(plain) : block.content.flatMap(plain);
}

function plain(inline: Inline): string[] {
  if (inline.kind === "text") return [inline.text];
  return inline.kind === "code" ? [] : inline.content.flatMap(plain);
}
