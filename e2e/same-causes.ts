import { mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { analyzeFile, falsified } from "./command-line.js";

/**
 * Does the command line find in `out/*.har` what the panel found when it wrote them? The findings in the file are falsified
 * first, so that only the traffic can tell.
 */
interface Report {
  cards: { endpoint: string; causes: { cause: string }[] }[];
}

const folder = mkdtempSync(join(tmpdir(), "handshake-triage-"));
try {
  for (const name of readdirSync("out").filter((each) => each.endsWith(".har"))) compare(name);
} finally {
  rmSync(folder, { recursive: true });
}

function compare(name: string): void {
  const har = JSON.parse(readFileSync(join("out", name), "utf8"));
  const panel = causesOf(har.log._handshakeTriage);
  const file = join(folder, name);
  writeFileSync(file, JSON.stringify(falsified(har)));
  const commandLine = causesOf(analyzeFile(file));
  if (panel.length === 0 || panel.join("\n") !== commandLine.join("\n")) {
    console.error(`${name}: the panel said\n${panel.join("\n")}\nbut the command line says\n${commandLine.join("\n")}`);
    process.exitCode = 1;
  } else console.log(`${name}: the command line finds the panel's ${panel.length} cards again`);
}

function causesOf({ cards }: Report): string[] {
  return cards.map(({ endpoint, causes }) => `${endpoint}: ${causes.map(({ cause }) => cause).join(", ")}`).sort();
}
