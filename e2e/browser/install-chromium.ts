import { spawn } from "node:child_process";
import { access } from "node:fs/promises";
import { createRequire } from "node:module";
import { dirname, join } from "node:path";

/**
 * Tries the ways there are to get a browser, one after the other, until `works` says that one starts.
 * Returns one line for each attempt, for the error message when none worked.
 */
export async function installChromium(works: () => Promise<boolean>): Promise<string[]> {
  const attempts: string[] = [];
  for (const way of [playwrightDownload, aptPackage]) {
    const outcome = await way();
    attempts.push(outcome);
    say(outcome);
    if (await works()) break;
  }
  return attempts;
}

async function playwrightDownload(): Promise<string> {
  const cli = join(dirname(createRequire(import.meta.url).resolve("playwright/package.json")), "cli.js");
  // Bounded: behind a proxy that swallows packets the download would hang for many minutes.
  return step("playwright install chromium", process.execPath, [cli, "install", "chromium"], 180_000);
}

async function aptPackage(): Promise<string> {
  const isDebianLike = await access("/etc/debian_version").then(
    () => true,
    () => false,
  );
  if (!isDebianLike) return "apt-get: not a Debian-like system";
  if (process.getuid?.() !== 0) return "apt-get: needs root";
  const update = await step("apt-get update", "apt-get", ["update", "-q"], 180_000);
  const install = await step("apt-get install", "apt-get", ["install", "-y", "-q", "chromium"], 600_000);
  return `${update}; ${install}`;
}

/** Runs a program, shows its output on stderr (stdout belongs to the caller's own result), and tells how it ended. */
function step(title: string, program: string, args: string[], timeout: number): Promise<string> {
  say(`${title} …`);
  return new Promise((resolve) => {
    const env = { ...process.env, DEBIAN_FRONTEND: "noninteractive" };
    // Not spawn's own `timeout`: its timer outlives a program that is not there and keeps this process waiting.
    const signal = AbortSignal.timeout(timeout);
    const child = spawn(program, args, { env, signal, stdio: ["ignore", 2, 2] });
    child.once("error", (error) => {
      resolve(`${title}: ${signal.aborted ? `stopped after ${timeout / 1000} s` : error.message}`);
    });
    child.once("exit", (code) => resolve(`${title}: ${code === 0 ? "done" : `exit code ${code}`}`));
  });
}

function say(line: string): void {
  process.stderr.write(`[browser] ${line}\n`);
}
