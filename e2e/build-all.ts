import { build } from "vite";

/** What `npm run build` does, from code: the extension and the command line, into dist/. */
export async function buildAll(): Promise<void> {
  for (const mode of ["production", "cli"]) await build({ mode, logLevel: "warn" });
}
