import { readFile, writeFile } from "node:fs/promises";
import { buffer } from "node:stream/consumers";
import type { Shell } from "./shell.js";
import { UsageError } from "./usage.js";

export function nodeShell(): Shell {
  // A reader that has seen enough (`| head`) closes the pipe: that is no failure.
  process.stdout.on("error", (error: NodeJS.ErrnoException) => {
    if (error.code !== "EPIPE") throw error;
  });
  return {
    read: (path) => attempt(() => (path === "-" ? buffer(process.stdin) : readFile(path)), `cannot read ${path}`),
    write: (path, text) => attempt(() => writeFile(path, text), `cannot write ${path}`),
    print: (text) => void process.stdout.write(text),
    complain: (text) => void process.stderr.write(text),
    untilStopped: () =>
      new Promise((stopped) => {
        for (const signal of ["SIGINT", "SIGTERM"] as const) process.once(signal, () => stopped());
      }),
    hasColours: process.stdout.isTTY === true && !process.env.NO_COLOR,
  };
}

async function attempt<T>(act: () => Promise<T>, what: string): Promise<T> {
  try {
    return await act();
  } catch (error) {
    throw new UsageError(`${what}: ${reasonOf(error)}`);
  }
}

const REASONS: Record<string, string> = {
  ENOENT: "there is no such file or folder",
  EISDIR: "that is a folder",
  EACCES: "access is denied",
  ERR_FS_FILE_TOO_LARGE: "the file is larger than 2 GiB",
};

function reasonOf(error: unknown): string {
  const code = error instanceof Error && "code" in error ? String(error.code) : "";
  return REASONS[code] ?? (error instanceof Error ? error.message : String(error));
}
