import { readdirSync, readFileSync, statSync } from "node:fs";
import { dirname, join } from "node:path";
import { gzipSync } from "node:zlib";
import type { Figure } from "./measured.js";
import { round } from "./measured.js";

const KILOBYTE = 1024;
const FOLDER = "dist/chromium";

/** What the built extension weighs, file by file as the browser loads them. */
export function packageSizes(): Figure[] {
  const files = readdirSync(FOLDER, { recursive: true, encoding: "utf8" }).filter((name) =>
    statSync(join(FOLDER, name)).isFile(),
  );
  const size = (name: string) => gzipSync(readFileSync(join(FOLDER, name))).length / KILOBYTE;
  const all = files.reduce((sum, name) => sum + size(name), 0);
  const tap = files.find((name) => name.endsWith("page-tap.iife.js")) ?? "";
  return [
    weighed("package, gzip", all, 250),
    weighed(
      "panel's own scripts, gzip",
      panelScripts().reduce((sum, name) => sum + size(name), 0),
      80,
    ),
    weighed("page tap, gzip", size(tap), 6),
  ];
}

/** The panel's page names its first script and those that it needs at once. */
function panelScripts(): string[] {
  const page = "src/panel/panel.html";
  const html = readFileSync(join(FOLDER, page), "utf8");
  const named = [...html.matchAll(/(?:src|href)="([^"]+\.js)"/g)].map(([, path = ""]) =>
    path.startsWith("/") ? path.slice(1) : join(dirname(page), path),
  );
  return [...new Set(named)];
}

function weighed(what: string, kilobytes: number, most: number): Figure {
  return {
    what,
    measured: `${round(kilobytes, 1)} KB`,
    baseline: "–",
    ratio: round(kilobytes / most),
    target: `≤ ${most} KB`,
    isMet: kilobytes <= most,
  };
}
