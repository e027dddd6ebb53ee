import { readdirSync, statSync } from "node:fs";
import { join } from "node:path";
import type { Figure } from "./measured.js";
import { round } from "./measured.js";
import { kilobytes, panelScripts } from "./panel-scripts.js";

const FOLDER = "dist/chromium";

/** What the built extension weighs, file by file as the browser loads them. */
export function packageSizes(): Figure[] {
  const files = readdirSync(FOLDER, { recursive: true, encoding: "utf8" }).filter((name) =>
    statSync(join(FOLDER, name)).isFile(),
  );
  const together = (names: readonly string[]) => kilobytes(FOLDER, names);
  const panel = panelScripts(FOLDER);
  const tap = files.find((name) => name.endsWith("page-tap.iife.js")) ?? "";
  return [
    weighed("package, gzip", together(files), 250),
    weighed(
      `panel's own scripts, gzip (beside them, while it is drawn, ${round(together(panel.beside))} KB that diagnose)`,
      together(panel.atOnce),
      80,
    ),
    weighed("page tap, gzip", together([tap]), 6),
  ];
}

function weighed(what: string, measured: number, most: number): Figure {
  return {
    what,
    measured: `${round(measured, 1)} KB`,
    baseline: "–",
    ratio: round(measured / most),
    target: `≤ ${most} KB`,
    isMet: measured <= most,
  };
}
