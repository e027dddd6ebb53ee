import { build } from "vite";

/** What `npm run build` does, from code: the extension for Chromium and the command line, into dist/. */
export async function buildAll(): Promise<void> {
  for (const mode of ["chromium", "cli"]) await build({ mode, logLevel: "warn" });
}
