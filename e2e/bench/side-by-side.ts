import { execFileSync } from "node:child_process";
import { mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { build } from "vite";
import { knowledgePlugin } from "../../src/knowledge/plugin.js";
import { type Contents, largeHar } from "./large-har.js";
import { type Measured, median } from "./measured.js";

/** Runs jobs of `jobs.ts`, bundled as the command line is, each in a process of its own; the files go with it. */
export interface Workshop {
  /** A HAR of about so many megabytes. */
  har(megabytes: number, contents?: Contents): string;
  run(job: string, file?: string): Measured;
  /** The jobs by turns, so that what else the machine does hits each alike; the medians of what each took. */
  sideBySide(jobs: readonly [job: string, file: string][], rounds: number): Measured[];
  clear(): void;
}

export async function openWorkshop(): Promise<Workshop> {
  const folder = mkdtempSync(join(tmpdir(), "handshake-triage-bench-"));
  await build({
    configFile: false,
    logLevel: "error",
    plugins: [knowledgePlugin()],
    ssr: { noExternal: true },
    build: { ssr: "e2e/bench/jobs.ts", outDir: folder, emptyOutDir: false },
  });
  const hars = new Set<string>();

  function har(megabytes: number, contents: Contents = "captures"): string {
    const file = join(folder, `${megabytes}-${contents}.har`);
    if (!hars.has(file)) writeFileSync(file, largeHar(megabytes * 1e6, contents));
    hars.add(file);
    return file;
  }

  function run(job: string, file?: string): Measured {
    const args = ["--expose-gc", join(folder, "jobs.js"), job, ...(file ? [file] : [])];
    return JSON.parse(execFileSync(process.execPath, args, { encoding: "utf8" })) as Measured;
  }

  function sideBySide(jobs: readonly [string, string][], rounds: number): Measured[] {
    const runs = jobs.map((): Measured[] => []);
    for (let round = 0; round < rounds; round += 1)
      for (const [index, [job, file]] of jobs.entries()) runs[index]?.push(run(job, file));
    return runs.map((all) => ({
      wallMs: median(all.map(({ wallMs }) => wallMs)),
      ms: median(all.map(({ ms }) => ms)),
      peakMegabytes: median(all.map(({ peakMegabytes }) => peakMegabytes)),
      told: all[0]?.told ?? {},
    }));
  }

  return { har, run, sideBySide, clear: () => rmSync(folder, { recursive: true }) };
}
