import { execFile } from "node:child_process";
import { access, constants } from "node:fs/promises";
import { delimiter, isAbsolute, join } from "node:path";
import { promisify } from "node:util";
import { chromium } from "playwright";
import { installChromium } from "./install-chromium.js";

export interface FoundBrowser {
  path: string;
  /** As the browser says it: "Chromium 156.0.8078.79 …". */
  version: string;
}

const run = promisify(execFile);
let found: Promise<FoundBrowser> | undefined;

/** A browser that loads unpacked extensions; installs one when the machine has none. Asked once per process. */
export function findChromium(): Promise<FoundBrowser> {
  found ??= search();
  return found;
}

async function search(): Promise<FoundBrowser> {
  const wanted = process.env.CHROMIUM_PATH;
  if (wanted !== undefined && wanted !== "") {
    const browser = await tryBrowser(wanted);
    if (browser !== undefined) return browser;
    throw new Error(`CHROMIUM_PATH is ${wanted}, which is not a Chromium or Chrome for Testing that starts.`);
  }
  const installed = await firstThatWorks();
  if (installed !== undefined) return installed;
  const attempts = await installChromium(async () => (await firstThatWorks()) !== undefined);
  const fresh = await firstThatWorks();
  if (fresh !== undefined) return fresh;
  throw new Error(
    [
      "No Chromium found, and none could be installed.",
      ...attempts.map((attempt) => `  tried: ${attempt}`),
      "Install Chromium or Chrome for Testing (branded Google Chrome 137 and later ignores --load-extension), for",
      "example with `npx playwright install --with-deps chromium` or `apt-get install chromium`, or set CHROMIUM_PATH.",
    ].join("\n"),
  );
}

async function firstThatWorks(): Promise<FoundBrowser | undefined> {
  for (const path of candidates()) {
    const browser = await tryBrowser(path);
    if (browser !== undefined) return browser;
  }
  return undefined;
}

/** The system's own first: it brings its libraries along, which a downloaded build may lack. */
function candidates(): string[] {
  return [...onPath(), ...wellKnown(), chromium.executablePath()].filter((path) => path !== "");
}

function onPath(): string[] {
  const names = process.platform === "win32" ? ["chromium.exe"] : ["chromium", "chromium-browser", "chrome"];
  const directories = (process.env.PATH ?? "").split(delimiter).filter(isAbsolute);
  return directories.flatMap((directory) => names.map((name) => join(directory, name)));
}

function wellKnown(): string[] {
  if (process.platform === "darwin") {
    return ["Chromium", "Google Chrome for Testing"].map((name) => `/Applications/${name}.app/Contents/MacOS/${name}`);
  }
  if (process.platform === "win32") {
    const roots = [process.env.LOCALAPPDATA, process.env.PROGRAMFILES, process.env["PROGRAMFILES(X86)"]];
    return roots.flatMap((root) => (root === undefined ? [] : [join(root, "Chromium", "Application", "chrome.exe")]));
  }
  return [];
}

async function tryBrowser(path: string): Promise<FoundBrowser | undefined> {
  if (!(await isExecutable(path))) return undefined;
  const version = await versionOf(path);
  if (/^(Chromium|Google Chrome for Testing) \d/.test(version)) return { path, version };
  process.stderr.write(`[browser] ${path} is left out: ${version}\n`);
  return undefined;
}

async function isExecutable(path: string): Promise<boolean> {
  return access(path, constants.X_OK).then(
    () => true,
    () => false,
  );
}

async function versionOf(path: string): Promise<string> {
  // On Windows `--version` opens a window instead of printing; every candidate there is a Chromium by its folder.
  if (process.platform === "win32") return `Chromium 0 (${path})`;
  try {
    const { stdout } = await run(path, ["--version"], { timeout: 20_000 });
    return stdout.trim();
  } catch (error) {
    // Ubuntu's "chromium-browser" without the snap is a script that only prints advice and fails.
    return `it does not start (${error instanceof Error ? error.message.trim().split("\n")[0] : String(error)})`;
  }
}
