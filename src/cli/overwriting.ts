import type { Shell } from "./shell.js";
import { UsageError } from "./usage.js";

/** What is read is all that somebody has: no output takes its place, under whatever name. */
export async function refuseOverwriting(out: string | undefined, inputs: readonly string[], shell: Shell) {
  if (out === undefined || out === "-") return;
  for (const input of inputs) {
    if (input === "-" || !(await shell.isSameFile(out, input))) continue;
    throw new UsageError(`--out would overwrite ${input}, which is read; name another file`);
  }
}
