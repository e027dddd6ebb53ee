import { execFile } from "node:child_process";
import { delimiter, isAbsolute, join } from "node:path";
import { promisify } from "node:util";

export interface FoundFirefox {
  path: string;
  /** As the browser says it: "Mozilla Firefox 153.7.0esr". */
  version: string;
}

const run = promisify(execFile);
let found: Promise<FoundFirefox | null> | undefined;

/** The oldest that the built extension installs into; the manifest says why. */
const OLDEST = 142;

/** A Firefox that the built extension can be installed into, or null; asked once per process. FIREFOX names one. */
export function findFirefox(): Promise<FoundFirefox | null> {
  found ??= search();
  return found;
}

async function search(): Promise<FoundFirefox | null> {
  const wanted = process.env.FIREFOX;
  for (const path of wanted ? [wanted] : candidates()) {
    const version = await versionOf(path);
    if (version === null) continue;
    const major = Number.parseInt(/ Firefox (\d+)/.exec(` ${version}`)?.[1] ?? "0", 10);
    if (major >= OLDEST) return { path, version };
    process.stderr.write(`[browser] ${path} is left out: ${version} is older than Firefox ${OLDEST}\n`);
  }
  return null;
}

function candidates(): string[] {
  if (process.platform === "darwin") return ["/Applications/Firefox.app/Contents/MacOS/firefox"];
  if (process.platform === "win32") {
    const roots = [process.env.PROGRAMFILES, process.env["PROGRAMFILES(X86)"]];
    return roots.flatMap((root) => (root === undefined ? [] : [join(root, "Mozilla Firefox", "firefox.exe")]));
  }
  const directories = (process.env.PATH ?? "").split(delimiter).filter(isAbsolute);
  return directories.flatMap((directory) => ["firefox", "firefox-esr"].map((name) => join(directory, name)));
}

/** Null for what is not there or does not start. */
async function versionOf(path: string): Promise<string | null> {
  return run(path, ["--version"], { timeout: 30_000 }).then(
    ({ stdout }) => stdout.trim(),
    () => null,
  );
}
