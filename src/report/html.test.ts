import { readdirSync, readFileSync } from "node:fs";
import { resolve } from "node:path";
import { knowledge } from "virtual:knowledge";
import { describe, expect, it } from "vitest";
import { analyse } from "../core/analysis.js";
import { REFUSED } from "../core/testing/refused.js";
import { makeSafe } from "../har/export.js";
import { FILE_FORMATS } from "../har/formats.js";
import { readHar } from "../har/read.js";
import { parseWireScript } from "../knowledge/wire-script.js";
import { titleOf } from "./words.js";

const CAPTURES = resolve("e2e/captures");
const STICKY = REFUSED.replace("  < 200", "  > Cookie: session=tangerine\n  < 200");

function report(script: string, level: "strict" | "none" = "strict") {
  const safe = makeSafe([parseWireScript(script)], knowledge, { level });
  const analysis = safe.recordings[0]?.analysis;
  if (!analysis) throw new Error("no recording");
  const html = FILE_FORMATS.html(safe, analysis, { version: "1.2.3", knowledge, browser: "Chromium 156" });
  return { html, analysis };
}

describe("the HTML report", () => {
  it("holds cards, evidence, a timeline, the list of replacements and the versions", () => {
    const { html, analysis } = report(STICKY);
    for (const card of analysis.cards) expect(html).toContain(titleOf(card));
    for (const { text } of analysis.cards[0]?.causes[0]?.evidence ?? [])
      expect(html).toContain(text.replaceAll("'", "&#39;"));
    expect(html).toMatch(/<svg viewBox[^>]*role="img"[\s\S]*<rect class="failed"/);
    expect(html).toMatch(/1 × value of a cookie[\s\S]*\[cookie-1;9B\][\s\S]*header Cookie of request/);
    for (const version of ["1.2.3", knowledge.version, "Chromium 156"]) expect(html).toContain(version);
    expect(html).not.toContain("tangerine");
  });

  it("says what only looks like an error", () => {
    const left = `${STICKY.replace("  < 404", '  < 101\n  +5ms -> {"protocol":"json","version":1}␞\n  +5ms <- {}␞\n  +1s closed 1000 by page')}`;
    const { html, analysis } = report(left);
    const [benign] = analysis.benign;
    expect(benign?.cause).toBe("normal-close");
    expect(html).toContain("Looks like an error, and is none");
    expect(html).toContain(`${benign?.title} (1 connection)`);
    expect(report(STICKY).html).not.toContain("Looks like an error");
  });

  it("needs no script and asks nobody for anything", () => {
    const { html } = report(STICKY);
    const scripts = [...html.matchAll(/<script[^>]*>/g)].map(([tag]) => tag);
    expect(scripts).toEqual(['<script type="application/json" id="handshake-triage-recording">']);
    expect(html).toContain("default-src 'none'");
    const tags = [...html.matchAll(/<[a-z!/][^>]*>/gi)].map(([tag]) => tag).join("\n");
    expect(tags).not.toMatch(/\s(?:src|srcset|action|background|poster|on\w+)=/i);
    expect(tags).not.toMatch(/<(?:link|iframe|object|embed|form|base|img)\b/i);
    expect(/<style>([\s\S]*)<\/style>/.exec(html)?.[1]).not.toMatch(/@import|url\((?!#)/i);
  });

  it("shows hostile traffic as text", () => {
    const { html } = report(STICKY.replaceAll("/chat", "/</script><script>alert(1)</script>&\"'"), "none");
    expect(html.match(/<script/g)).toHaveLength(1);
    expect(html.match(/<\/script/g)).toHaveLength(1);
  });

  it.each(readdirSync(CAPTURES))("can be imported again and gives the same cards: %s", (name) => {
    const safe = makeSafe([readHar(readFileSync(resolve(CAPTURES, name), "utf8")).events], knowledge, {});
    const analysis = safe.recordings[0]?.analysis;
    if (!analysis) throw new Error("no recording");
    const html = FILE_FORMATS.html(safe, analysis, { version: "1", knowledge, browser: null });
    const again = analyse(readHar(html).events, knowledge);
    const told = ({ cards }: typeof again) =>
      cards.map(({ id, causes }) => [id, causes.map(({ entry, score }) => [entry, score])]);
    expect(told(again)).toEqual(told(analysis));
  });
});
