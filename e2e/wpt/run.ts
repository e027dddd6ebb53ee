import { parseArgs } from "node:util";
import { findCheckout } from "./checkout.js";
import { compare, sortOut } from "./compare.js";
import { printReport } from "./print.js";
import { proofOf } from "./proof.js";
import { serveSite } from "./site.js";
import { findTests } from "./tests.js";
import { runAll } from "./turns.js";

/**
 * `npm run wpt`: the parts of the web-platform-tests (https://github.com/web-platform-tests/wpt) about WebSockets,
 * EventSource and the console, each page once as the browser has it and once with the extension's tap in it, and what
 * passes only without the tap. The tests are read for the run, from `--wpt DIR`, WPT_DIR, or a clone made for it; none of
 * them is part of this repository.
 *
 *   npm run wpt -- --wpt ../wpt [--only part-of-a-path] [--scope window]
 *
 * Workers cannot be tapped; their tests run all the same, as the page that starts them is.
 */
const { values } = parseArgs({
  options: {
    wpt: { type: "string" },
    only: { type: "string", default: "" },
    scope: { type: "string" },
    json: { type: "string" },
  },
});

const checkout = await findCheckout(values.wpt ?? (process.env.WPT_DIR || undefined));
const found = await findTests(checkout, values.only);
const pages = found.filter(({ scope }) => values.scope === undefined || scope === values.scope);
const site = await serveSite(checkout);
try {
  const untapped = await runAll(pages, site.ports, null);
  const tapped = await runAll(pages, site.ports, "dist/chromium");
  const first = compare(pages, untapped, tapped);
  const judged = await sortOut(first, (some, extension) => runAll(some, site.ports, extension));
  const proof = proofOf(pages, tapped, site.ports);
  await printReport({ pages, untapped, tapped, judged, proof, file: values.json });
  process.exitCode = judged.lost.length > 0 || proof.untapped.length > 0 || pages.length === 0 ? 1 : 0;
} finally {
  site.stop();
}
