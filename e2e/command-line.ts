import { execFileSync } from "node:child_process";
import type { Report } from "../src/report/json.js";

/** What the built command line says of a HAR file. */
export function analyzeFile(file: string): Report {
  return reportOf(["analyze", file]);
}

/** What the built command line says of a text that somebody pastes. */
export function explainText(text: string): Report {
  return reportOf(["explain", "-"], text);
}

/** Exit 1 means "failures found", which is what we want here. */
function reportOf(args: string[], input = ""): Report {
  try {
    return JSON.parse(run(args, input)) as Report;
  } catch (error) {
    const { status, stdout } = error as { status?: number; stdout?: string };
    if (status !== 1 || !stdout) throw error;
    return JSON.parse(stdout) as Report;
  }
}

function run(args: string[], input: string): string {
  return execFileSync("node", ["dist/cli/handshake-triage.js", ...args, "--format", "json"], {
    encoding: "utf8",
    input,
    // What it has to say of a text beside the report is no part of a test's output.
    stdio: ["pipe", "pipe", "pipe"],
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
