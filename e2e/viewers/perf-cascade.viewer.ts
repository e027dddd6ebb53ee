import { createRequire } from "node:module";
import { chromium, expect, test } from "playwright/test";
import { LEVELS } from "../../src/report/redact-means.js";
import { closing } from "../browser/closing.js";
import { findChromium } from "../browser/find-chromium.js";
import { annotatedCaptures } from "./annotated.js";

const require = createRequire(import.meta.url);
const SCRIPT = require.resolve("perf-cascade/dist/perf-cascade.min.js");

/** What a page that embeds PerfCascade does with a HAR, once for each page load in it, as it draws one at a time. Counts the rows. */
const DRAWING = `(text) => {
  const { log } = JSON.parse(text);
  const drawn = Array.from({ length: Math.max(log.pages.length, 1) }, (_, selectedPage) => perfCascade.fromHar(log, { selectedPage }));
  return drawn.map((svg) => svg.querySelectorAll(".row-item").length);
}`;

test("PerfCascade draws every page load of every annotated HAR, with each request", async () => {
  const launched = await chromium.launch({
    executablePath: (await findChromium()).path,
    chromiumSandbox: process.getuid?.() !== 0,
  });
  await closing(launched, async (browser) => {
    const page = await browser.newPage();
    await page.addScriptTag({ path: SCRIPT });
    for (const level of LEVELS) {
      for (const { name, text, rows } of annotatedCaptures(level)) {
        const drawn = (await page.evaluate(`(${DRAWING})(${JSON.stringify(text)})`)) as number[];
        expect(Math.min(...drawn), `${name} at ${level}: an empty page`).toBeGreaterThan(0);
        expect(
          drawn.reduce((sum, each) => sum + each, 0),
          `${name} at ${level}`,
        ).toBe(rows.length);
      }
    }
  });
});
