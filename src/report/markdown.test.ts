import { knowledge } from "virtual:knowledge";
import { describe, expect, it } from "vitest";
import { analyse } from "../core/analysis.js";
import { REFUSED } from "../core/testing/refused.js";
import { parseWireScript } from "../knowledge/wire-script.js";
import { toMarkdown } from "./markdown.js";
import { block, code, plain, prose } from "./markdown-escape.js";

function report(script: string): string {
  return toMarkdown(analyse(parseWireScript(script), knowledge), { version: "1.2.3" });
}

describe("the report for a ticket", () => {
  it("says what broke, where, why, what it is not and what to do", () => {
    const text = report(REFUSED);
    const title = knowledge.entries.find(({ id }) => id === "signalr/no-sticky-sessions")?.title ?? "";
    expect(text).toContain("1 connection, 1 with trouble, 1 finding.");
    expect(text).toContain(`## ${title}`);
    expect(text).toContain("| Endpoint | `https://app.test/chat` |");
    expect(text).toContain("| Status | `404` |");
    expect(text).toContain("✓ negotiate → ✗ connect → · handshake → · message (broke at step 3 of 5: connect)");
    for (const heading of [
      "### Cause: `no-sticky-sessions`, likely",
      "### Evidence",
      "### Ruled out",
      "### Fix",
      "### Reproduce",
    ])
      expect(text).toContain(heading);
    expect(text).toContain("Handshake Triage 1.2.3");
  });

  it("says what could not be seen", () => {
    const events = [{ kind: "coverage" as const, id: "c", at: 0, source: "har", notSeen: ["close-codes" as const] }];
    expect(toMarkdown(analyse(events, knowledge), { version: "1" })).toContain("## Not seen\n\n- close codes");
  });

  it("links to the cause's page where the catalogue is published, and names its path where it is not", () => {
    const published = { ...knowledge, pages: "https://code.test/a/b/blob/HEAD/docs/causes/" };
    const events = parseWireScript(REFUSED);
    const page = "docs/causes/signalr/no-sticky-sessions.md";
    for (const flavour of ["github", "jira"] as const) {
      const text = toMarkdown(analyse(events, published), { version: "1", flavour });
      expect(text).toMatch(new RegExp(`In the catalogue: <?https://code\\.test/a/b/blob/HEAD/${page}>?\n`));
      expect(toMarkdown(analyse(events, { ...knowledge, pages: "docs/causes/" }), { version: "1" })).toContain(
        `In the catalogue: \`${page}\``,
      );
    }
  });

  it("shows hostile traffic as text", () => {
    const text = report(REFUSED.replaceAll("/chat", "/<img/src=x>|`x`@everyone"));
    expect(text).not.toMatch(/<img(?![^`\n]*`)/);
    const rows = text.split("\n").filter((line) => line.startsWith("|"));
    for (const row of rows) expect(row.match(/(?<!\\)\|/g)).toHaveLength(3);
  });
});

describe("text from traffic", () => {
  it.each([
    ["HTML", "<script>alert(1)</script>", "\\<script\\>alert\\(1\\)\\</script\\>"],
    ["a table's bar", "a|b", "a\\|b"],
    ["a mention", "ask @octocat", "ask @\u200boctocat"],
    ["a link", "[x](y)", "\\[x\\]\\(y\\)"],
    ["a heading over two lines", "# a\n# b", "\\# a # b"],
    ["an entity", "&lt;", "&amp;lt;"],
  ])("%s is only text", (_, text, expected) => expect(plain(text)).toBe(expected));

  it("stays code, whatever backticks it has", () => {
    expect(code("a`b``c")).toBe("```a`b``c```");
    expect(code("`")).toBe("`` ` ``");
    expect(block("```\nx")).toBe("````\n```\nx\n````");
  });

  it("within our own Markdown can neither be HTML nor open a block", () => {
    expect(prose("Use <id>.\n\n```sh\ncurl <x>\n```\n\n~~~ open")).toBe(
      "Use &lt;id>.\n\n```sh\ncurl <x>\n```\n\n\\~~~ open",
    );
  });
});
