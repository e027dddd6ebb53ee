import axe from "axe-core";
import type { Page } from "playwright";
import { expect, test } from "playwright/test";
import { type PreviewSite, startPreview } from "./preview-page.js";
import { VIEWS } from "./preview-views.js";

/** What the panel does in any browser page: on the plain page it is tried in a fraction of DevTools' time. */
test.describe.configure({ mode: "serial" });

declare global {
  interface Window {
    axe: typeof axe;
  }
}

let site: PreviewSite;
test.beforeAll(async () => {
  site = await startPreview();
});
test.afterAll(() => site.close());

for (const theme of ["light", "dark"]) {
  test(`axe-core finds nothing in any view full of data, ${theme}`, async () => {
    const found: Record<string, string[]> = {};
    for (const [name, show] of Object.entries(VIEWS)) {
      const page = await site.open({ theme });
      await show(page);
      // What the themes differ in are their colours.
      found[name] = await violations(page, theme === "light" ? {} : { runOnly: ["color-contrast"] });
      await page.context().close();
    }
    expect(found).toEqual(Object.fromEntries(Object.keys(VIEWS).map((name) => [name, []])));
  });
}

async function violations(page: Page, options: axe.RunOptions): Promise<string[]> {
  await page.evaluate(axe.source);
  const { violations: found } = await page.evaluate<axe.AxeResults, axe.RunOptions>(
    (given) => window.axe.run(document, { ...given, resultTypes: ["violations"] }),
    options,
  );
  return found.flatMap(({ id, nodes }) =>
    nodes.map(({ target, failureSummary }) => `${id}: ${target} ${failureSummary}`),
  );
}
