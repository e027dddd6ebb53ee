import { readFile } from "node:fs/promises";
import { join } from "node:path";
import { saveExport } from "./export.js";
import { expect, test } from "./fixtures.js";
import forbidden from "./lab/scenarios/socket-io-forbidden.js";
import healthy from "./lab/scenarios/socket-io-healthy-default.js";
import notFound from "./lab/scenarios/socket-io-not-found.js";
import { cardOf, openCard, showCards, showDetails } from "./panel-steps.js";
import { choose, dropFile, explainLine, fill, openConnection, showsCauses } from "./user-path.js";

const FORBIDDEN = "connection-refused-by-allow-request";
const NOT_FOUND = "path-mismatch";

test("a person reproduces, reads, filters, jumps, compares, exports, imports and explains", async ({ fresh }, info) => {
  const { browser, panel } = fresh;
  await showCards(fresh, healthy, notFound, forbidden);
  // Else the card grows while it is clicked in.
  await cardOf(panel, FORBIDDEN, 2);

  await fill(panel, "[data-testid=filter]", "403");
  await showsCauses(panel, [FORBIDDEN]);
  await openCard(panel, FORBIDDEN);
  expect(await panel.text(`[data-cause=${FORBIDDEN}] [data-part=evidence]`)).toContain("allowRequest");

  expect(await showDetails(panel, "[data-part=request] [data-evidence]")).toMatch(/Status\s+403/);
  await panel.click("[data-testid=to-timeline]");
  await panel.waitFor("document.querySelector('[data-testid=timeline] [data-marked=true]') !== null");
  expect(await panel.text("[data-testid=timeline] [data-marked=true]")).toContain("403");

  await choose(panel, "[data-testid=compare-with]", 1);
  await panel.waitFor("document.querySelector('[data-testid=compare] [data-standing=differs]') !== null");
  await panel.click("[data-testid=close-details]");
  await fill(panel, "[data-testid=filter]", "");
  await showsCauses(panel, [FORBIDDEN, NOT_FOUND]);

  const file = await saveExport(browser, panel, "har", info.outputPath());
  await panel.waitForText(`Saved ${file}`);
  await panel.waitFor("document.querySelector('[data-testid=saving]') === null");
  await dropFile(panel, "from-a-colleague.har", await readFile(join(info.outputPath(), file), "utf8"));
  await panel.waitFor("document.querySelector('[data-source=file-1][aria-selected=true]') !== null");
  await showsCauses(panel, [FORBIDDEN, NOT_FOUND]);
  await openConnection(panel, "failed");
  await panel.click("[data-testid=close-file]");

  expect(await explainLine(panel)).toContain("401");
  await showsCauses(panel, [FORBIDDEN, NOT_FOUND]);
});
