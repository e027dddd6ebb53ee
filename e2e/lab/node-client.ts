/** A client in Node.js, for scenarios of which no browser sees anything. */
import { spawn } from "node:child_process";
import { fileURLToPath } from "node:url";
import type { Lab } from "./scenario.js";

const HERE = fileURLToPath(new URL(".", import.meta.url));

/**
 * Runs a module in a Node process of its own, which has to end by itself, and returns what it printed on both outputs. The
 * module is found here, so it may import what the project depends on.
 */
export function printedByNode(lab: Lab, module: string, environment: Record<string, string> = {}): Promise<string> {
  const child = spawn(process.execPath, ["--input-type=module", "--eval", module], {
    cwd: HERE,
    env: { ...process.env, NO_COLOR: "1", ...environment },
    stdio: ["ignore", "pipe", "pipe"],
  });
  lab.onStop(() => void child.kill("SIGKILL"));
  let printed = "";
  for (const output of [child.stdout, child.stderr]) {
    output.setEncoding("utf8").on("data", (text: string) => {
      printed += text;
    });
  }
  return new Promise((resolve, reject) => child.once("error", reject).once("close", () => resolve(printed)));
}
