/** Builds and runs signalr/server/, the real ASP.NET Core SignalR server. */
import { type ChildProcessWithoutNullStreams, execFile, spawn, spawnSync } from "node:child_process";
import { createHash } from "node:crypto";
import { existsSync } from "node:fs";
import { cp, mkdir, mkdtemp, readdir, readFile, rename, rm } from "node:fs/promises";
import { join } from "node:path";
import { createInterface } from "node:readline";
import { fileURLToPath } from "node:url";
import { promisify } from "node:util";
import { startReplayedHub } from "./replayed-hub.js";
import type { Lab } from "./scenario.js";
import type { HubApp, HubOrigins } from "./signalr/hub-app.js";

const MAJOR_VERSION = 10;
const START_TIMEOUT = 30_000;
const STOP_TIMEOUT = 3_000;
const SOURCE = fileURLToPath(new URL("./signalr/server/", import.meta.url));
const BUILDS = fileURLToPath(new URL("./signalr/bin/", import.meta.url));
const ENVIRONMENT = {
  ...process.env,
  ASPNETCORE_ENVIRONMENT: "Production",
  DOTNET_CLI_TELEMETRY_OPTOUT: "1",
  DOTNET_NOLOGO: "1",
  MSBUILDDISABLENODEREUSE: "1",
};

/** Why the .NET scenarios cannot run on this machine; null when they can. */
export function dotnetMissing(): string | null {
  const { error, stdout } = spawnSync("dotnet", ["--list-sdks"], { encoding: "utf8", env: ENVIRONMENT });
  if (error) return `dotnet cannot be started (${error.message}): install the .NET SDK ${MAJOR_VERSION} or later`;
  const versions = stdout.split("\n").filter(Boolean);
  if (versions.some((version) => Number.parseInt(version, 10) >= MAJOR_VERSION)) return null;
  return `No .NET SDK ${MAJOR_VERSION} or later, only: ${versions.join(", ") || "none"}`;
}

/** By this category ASP.NET Core logs each request that it is asked, with its whole address. */
const LOG_REQUESTS = { "Logging__LogLevel__Microsoft.AspNetCore.Hosting.Diagnostics": "Information" };

/**
 * One process for all the applications, each on a free port of its own; or a replay of what it once answered. `heard` gets
 * the server's log, with every request.
 */
export async function startHub(lab: Lab, apps: HubApp[], heard?: (line: string) => void): Promise<HubOrigins[]> {
  if (lab.capture) return startReplayedHub(lab, lab.capture, apps);
  const folder = await buildHub();
  const env = heard ? { ...ENVIRONMENT, ...LOG_REQUESTS } : ENVIRONMENT;
  const child = spawn("dotnet", [join(folder, "Lab.dll")], { cwd: folder, env });
  if (heard) createInterface(child.stderr).on("line", heard);
  lab.onStop(() => stopChild(child));
  child.stdin.write(`${JSON.stringify(apps)}\n`);
  const ports = await firstLine(child);
  return (JSON.parse(ports) as number[][]).map(([http, https]) => ({
    http: `http://127.0.0.1:${http}`,
    https: https === undefined ? null : `https://127.0.0.1:${https}`,
  }));
}

let building: Promise<string> | null = null;

function buildHub(): Promise<string> {
  building ??= build();
  return building;
}

/** The folder's name is the sources' hash, and it appears whole or not at all: two processes may build at once. */
async function build(): Promise<string> {
  const missing = dotnetMissing();
  if (missing) throw new Error(missing);
  const ready = join(BUILDS, await hashOfSource());
  if (existsSync(ready)) return ready;
  await mkdir(BUILDS, { recursive: true });
  const scratch = await mkdtemp(join(BUILDS, "building-"));
  try {
    await cp(SOURCE, scratch, { recursive: true });
    await compile(scratch);
    await rename(join(scratch, "out"), ready).catch((error: unknown) => {
      if (!existsSync(ready)) throw error; // else the other process was faster
    });
  } finally {
    await rm(scratch, { recursive: true, force: true });
  }
  return ready;
}

async function hashOfSource(): Promise<string> {
  const hash = createHash("sha256");
  for (const file of (await readdir(SOURCE)).sort()) hash.update(file).update(await readFile(join(SOURCE, file)));
  return hash.digest("hex").slice(0, 16);
}

async function compile(folder: string): Promise<void> {
  const args = ["publish", "Lab.csproj", "-o", "out"];
  await promisify(execFile)("dotnet", args, { cwd: folder, env: ENVIRONMENT }).catch((error: unknown) => {
    const { stdout = "", stderr = "" } = error as { stdout?: string; stderr?: string };
    throw new Error(`dotnet ${args.join(" ")} failed:\n${stdout}${stderr}`, { cause: error });
  });
}

/** What the server says on standard error is kept only to explain why it did not start. */
function firstLine(child: ChildProcessWithoutNullStreams): Promise<string> {
  let said = "";
  child.stderr.on("data", (chunk: Buffer) => {
    said = (said + chunk.toString()).slice(-4_000);
  });
  return new Promise((resolve, reject) => {
    const timer = setTimeout(() => fail(`did not listen within ${START_TIMEOUT / 1000} s`), START_TIMEOUT);
    function fail(why: string): void {
      clearTimeout(timer);
      reject(new Error(`The SignalR server ${why}\n${said}`));
    }
    child.once("error", (error) => fail(`could not be started: ${error.message}`));
    child.once("close", (code) => fail(`ended with code ${code}`));
    child.stdin.once("error", (error) => fail(`took no description: ${error.message}`));
    createInterface(child.stdout).once("line", (line) => {
      clearTimeout(timer);
      resolve(line);
    });
  });
}

async function stopChild(child: ChildProcessWithoutNullStreams): Promise<void> {
  if (child.exitCode !== null || child.signalCode !== null) return;
  const closed = new Promise<void>((resolve) => child.once("close", () => resolve()));
  const timer = setTimeout(() => child.kill("SIGKILL"), STOP_TIMEOUT);
  child.stdin.end();
  await closed;
  clearTimeout(timer);
}
