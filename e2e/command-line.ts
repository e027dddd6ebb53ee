import { execFileSync } from "node:child_process";
import type { Report } from "../src/report/json.js";

/** What the built command line says of a HAR file. Exit 1 means "failures found", which is what we want here. */
export function analyzeFile(file: string): Report {
  try {
    return JSON.parse(run(file)) as Report;
  } catch (error) {
    const { status, stdout } = error as { status?: number; stdout?: string };
    if (status !== 1 || !stdout) throw error;
    return JSON.parse(stdout) as Report;
  }
}

function run(file: string): string {
  return execFileSync("node", ["dist/cli/handshake-triage.js", "analyze", file, "--format", "json"], {
    encoding: "utf8",
  });
}

interface Annotated {
  log: { entries: { _handshakeTriage?: unknown }[]; _handshakeTriage?: unknown };
}

/** The same traffic with findings that are wrong, so that only the traffic can lead to the right ones. */
export function falsified<Har extends Annotated>(har: Har): Har {
  const entries = har.log.entries.map((entry) => ({ ...entry, _handshakeTriage: { cause: "falsified" } }));
  return { ...har, log: { ...har.log, entries, _handshakeTriage: { cards: [] } } };
}
