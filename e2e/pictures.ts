import { mkdir } from "node:fs/promises";
import { startPreview } from "./preview-page.js";
import { SHOWN_OF, VIEWS } from "./preview-views.js";

/** Pictures of each view, narrow and wide, light and dark, into out/pictures, to be looked at. */
const SIZES = {
  narrow: { width: 500, height: 900 },
  wide: { width: 1200, height: 900 },
  broad: { width: 2000, height: 1000 },
};

const site = await startPreview();
await mkdir("out/pictures", { recursive: true });
const wanted = process.argv.slice(2);
for (const [name, show] of Object.entries(VIEWS)) {
  if (wanted.length > 0 && !wanted.some((each) => name.includes(each))) continue;
  for (const [size, viewport] of Object.entries(SIZES)) {
    for (const theme of ["light", "dark"]) {
      const page = await site.open({ theme, ...SHOWN_OF[name] }, viewport);
      await show(page);
      await page.screenshot({ path: `out/pictures/${name.replaceAll(" ", "-")}-${size}-${theme}.png` });
      await page.context().close();
    }
  }
}
await site.close();
