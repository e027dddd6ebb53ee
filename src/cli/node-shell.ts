import { createReadStream } from "node:fs";
import { readFile, stat, writeFile } from "node:fs/promises";
import { readUpTo } from "./read-up-to.js";
import type { Shell } from "./shell.js";
import { patternHint, UsageError } from "./usage.js";

export function nodeShell(): Shell {
  const complain = (text: string) => void process.stderr.write(text);
  process.stdout.on("error", (error: NodeJS.ErrnoException) => {
    // A reader that has seen enough (`| head`) closes the pipe: that is no failure.
    if (error.code === "EPIPE") return;
    complain(`handshake-triage: cannot write the output: ${reasonOf(error)}\n`);
    process.exit(BAD_OUTPUT);
  });
  // Where nobody listens to complaints there is nowhere to tell so; the exit code still says it.
  process.stderr.on("error", () => undefined);
  const print = (text: string) => void process.stdout.write(text);
  const read = (path: string) => {
    if (path === "-" && process.stdin.isTTY) complain(TYPE_IT);
    return contentOf(path);
  };
  return {
    read: async (path) => {
      if (/[*?]/.test(path) && (await statOf(path)) === null) throw new UsageError(patternHint(path));
      return attempt(
        () => read(path),
        `cannot read ${path === "-" ? "standard input" : path || "a file without a name"}`,
      );
    },
    write: async (path, text) =>
      path === "-" ? print(text) : attempt(() => writeFile(path, text), `cannot write ${path}`),
    isFile: async (path) => (await statOf(path))?.isFile() === true,
    isSameFile: async (one, other) => {
      const [first, second] = [await statOf(one), await statOf(other)];
      return first !== null && second !== null && first.dev === second.dev && first.ino === second.ino;
    },
    print,
    complain,
    untilStopped: () =>
      new Promise((stopped) => {
        for (const signal of ["SIGINT", "SIGTERM"] as const) process.once(signal, () => stopped());
      }),
    hasColours: process.stdout.isTTY === true && !process.env.NO_COLOR,
  };
}

/** As the other commands' "bad input or usage": neither "nothing failed" nor "failures found" would be true. */
const BAD_OUTPUT = 2;

/** Where a terminal is standard input, nothing would happen, and nobody would know why. */
const TYPE_IT = "Paste the text here, and end it with Ctrl+D on a line of its own (Windows: Ctrl+Z, Enter).\n";

/** What is no file (a pipe, a device) may never end. */
async function contentOf(path: string): Promise<Uint8Array> {
  if (path === "-") return readUpTo(process.stdin);
  return (await statOf(path))?.isFile() === false ? readUpTo(createReadStream(path)) : readFile(path);
}

/** Null where nothing of this name can be looked at. */
async function statOf(path: string) {
  return stat(path, { bigint: true }).catch(() => null);
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
  EISDIR: "that is a folder; name the files in it",
  ENOTDIR: "a part of the path is no folder",
  EACCES: "access is denied",
  EPERM: "that is not permitted",
  EROFS: "nothing can be written there",
  ENOSPC: "no space is left",
  ERR_FS_FILE_TOO_LARGE: "the file is larger than 2 GiB",
};

function reasonOf(error: unknown): string {
  const code = error instanceof Error && "code" in error ? String(error.code) : "";
  return REASONS[code] ?? (error instanceof Error ? error.message : String(error));
}
