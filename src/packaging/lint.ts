import { spawnSync } from "node:child_process";
import { fileURLToPath } from "node:url";

const LINTER = fileURLToPath(import.meta.resolve("addons-linter/bin/addons-linter"));

interface Remark {
  _type: string;
  code: string;
  message: string;
  file?: string;
  line?: number;
}

/** What Mozilla's linter (`web-ext lint` is the same) has to say of a packed add-on: its errors, warnings and notices. */
export function lintAddOn(file: string): string[] {
  const { stdout, stderr } = spawnSync(process.execPath, [LINTER, "--output", "json", file], { encoding: "utf8" });
  if (!stdout.startsWith("{")) throw new Error(`The linter of add-ons said nothing of ${file}: ${stdout}${stderr}`);
  const { errors, warnings, notices } = JSON.parse(stdout) as Record<"errors" | "warnings" | "notices", Remark[]>;
  return [...errors, ...warnings, ...notices].map(
    ({ _type, code, message, file: inside, line }) => `${_type} ${code} in ${inside ?? file}:${line ?? 0}: ${message}`,
  );
}
