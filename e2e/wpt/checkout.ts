import { execFile } from "node:child_process";
import { access, mkdtemp } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join, resolve } from "node:path";
import { promisify } from "node:util";

import { FOLDERS } from "./tests.js";

const REPOSITORY = "https://github.com/web-platform-tests/wpt";
const PARTS = [
  ...FOLDERS,
  "resources",
  "common",
  "interfaces",
  "fetch/api/resources",
  "html/browsers/browsing-the-web",
];

const run = promisify(execFile);

/** The folder of a checkout: the one that was named, or a fresh one of just the parts that the run needs. */
export async function findCheckout(named: string | undefined): Promise<string> {
  const folder = named ? resolve(named) : await clone();
  for (const needed of ["websockets/constants.sub.js", "resources/testharness.js"]) {
    await access(join(folder, needed)).catch((cause: unknown) => {
      throw new Error(`${folder} is no checkout of the web-platform-tests: ${needed} is missing.`, { cause });
    });
  }
  return folder;
}

async function clone(): Promise<string> {
  const folder = await mkdtemp(join(tmpdir(), "handshake-triage-wpt-"));
  process.stdout.write(`Fetching the web-platform-tests into ${folder} …\n`);
  try {
    await run("git", ["clone", "--quiet", "--depth=1", "--filter=blob:none", "--sparse", REPOSITORY, folder]);
    await run("git", ["-C", folder, "sparse-checkout", "set", ...PARTS]);
  } catch (cause) {
    const advice = "Without a network, name a checkout: `npm run wpt -- --wpt DIR`, or the environment's WPT_DIR.";
    throw new Error(`${REPOSITORY} could not be fetched. ${advice}`, { cause });
  }
  return folder;
}
