import { spawnSync } from "node:child_process";
import { resolve } from "node:path";
import { TARBALL } from "../../src/packaging/packed.js";

interface Said {
  exitCode: number | null;
  out: string;
  complaints: string;
}

/** Runs the command line as somebody who has nothing but the package: npx installs it where it keeps such things. */
export function installedCommand(folder: string, ...args: string[]): Said {
  const npx = ["--yes", "--package", resolve(TARBALL), "handshake-triage", ...args];
  const { status, stdout, stderr } = spawnSync("npx", npx, { cwd: folder, encoding: "utf8", env: withoutNpm() });
  return { exitCode: status, out: stdout, complaints: stderr };
}

/** What npm tells the scripts that it runs would lead npx back to this checkout. */
function withoutNpm(): NodeJS.ProcessEnv {
  return Object.fromEntries(
    Object.entries(process.env).filter(([name]) => !/^npm_(?:package|lifecycle)_|^INIT_CWD$/.test(name)),
  );
}
