import { type ChildProcess, spawn } from "node:child_process";
import { mkdtemp, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { createInterface } from "node:readline";
import { removeProfile, removeProfileOnExit } from "../profile.js";

export type Preferences = Record<string, string | number | boolean>;

export interface FirefoxProcess {
  /** Where it listens for BiDi, "ws://127.0.0.1:PORT". */
  endpoint: string;
  /** Ends it and removes its profile. */
  stop(): Promise<void>;
}

const START_TIMEOUT_MS = 90_000;
const STOP_TIMEOUT_MS = 10_000;

export async function startFirefox(path: string, headless: boolean, preferences: Preferences): Promise<FirefoxProcess> {
  const profile = await mkdtemp(join(tmpdir(), "handshake-triage-firefox-"));
  const forget = removeProfileOnExit(profile);
  await writeFile(join(profile, "user.js"), userJs(preferences));
  const args = ["--profile", profile, "--no-remote", "--remote-debugging-port=0", "--remote-allow-system-access"];
  const child = spawn(path, [...args, ...(headless ? ["--headless"] : []), "about:blank"], {
    env: { ...process.env, MOZ_CRASHREPORTER_DISABLE: "1" },
    stdio: ["ignore", "ignore", "pipe"],
  });
  const killOnExit = () => void child.kill("SIGKILL");
  process.once("exit", killOnExit);
  const stop = async () => {
    await end(child);
    process.off("exit", killOnExit);
    await removeProfile(profile);
    forget();
  };
  try {
    return { endpoint: await endpointOf(child), stop };
  } catch (error) {
    await stop();
    throw error;
  }
}

function userJs(preferences: Preferences): string {
  const line = ([name, value]: [string, unknown]) => `user_pref(${JSON.stringify(name)}, ${JSON.stringify(value)});\n`;
  return Object.entries(preferences).map(line).join("");
}

/** Firefox says on standard error where it listens; the rest of what it says there is kept to explain why it did not start. */
function endpointOf(child: ChildProcess): Promise<string> {
  let said = "";
  return new Promise((resolve, reject) => {
    const fail = (why: string) => reject(new Error(`Firefox ${why}\n${said}`));
    const timer = setTimeout(() => fail(`did not listen within ${START_TIMEOUT_MS / 1000} s`), START_TIMEOUT_MS);
    child.once("error", (error) => fail(`could not be started: ${error.message}`));
    child.once("exit", (code) => fail(`ended with code ${code}`));
    if (!child.stderr) throw new Error("no standard error to read");
    createInterface(child.stderr).on("line", (line) => {
      said = `${said}${line}\n`.slice(-4_000);
      const endpoint = /WebDriver BiDi listening on (ws:\S+)/.exec(line)?.[1];
      if (!endpoint) return;
      clearTimeout(timer);
      resolve(endpoint);
    });
  });
}

async function end(child: ChildProcess): Promise<void> {
  if (child.exitCode !== null || child.signalCode !== null || child.pid === undefined) return;
  const ended = new Promise<void>((resolve) => child.once("exit", () => resolve()));
  const timer = setTimeout(() => child.kill("SIGKILL"), STOP_TIMEOUT_MS);
  child.kill("SIGTERM");
  await ended;
  clearTimeout(timer);
}
