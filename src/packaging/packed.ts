import { readFileSync } from "node:fs";
import { type Browser, browsers } from "../manifest.js";

/** Where `npm run package` puts what it makes. */
export const PACKED = "dist/packages";

const { name, version } = JSON.parse(readFileSync("package.json", "utf8")) as { name: string; version: string };

export function zipOf(browser: Browser): string {
  return `${PACKED}/${name}-${version}-${browser}.zip`;
}

/** As `npm pack` names it. */
export const TARBALL = `${PACKED}/${name}-${version}.tgz`;

export const ALL_PACKED = [...browsers.map(zipOf), TARBALL];
