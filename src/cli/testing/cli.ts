import { knowledge } from "virtual:knowledge";
import { NEGOTIATED, REFUSED } from "../../core/testing/refused.js";
import { diagnosed } from "../../har/export.js";
import { writeHar } from "../../har/write.js";
import { parseWireScript } from "../../knowledge/wire-script.js";
import { run } from "../run.js";
import { UsageError } from "../usage.js";

const HEALTHY = `${NEGOTIATED}
  < 101
  +5ms -> {"protocol":"json","version":1}␞
  +5ms <- {}␞`;

export function har(script: string): string {
  return writeHar(diagnosed(parseWireScript(script), knowledge), { creatorVersion: "1" });
}

/** What the command line finds; a test may add to it. */
export const FILES: Record<string, string> = {
  "failed.har": har(REFUSED),
  "healthy.har": har(HEALTHY),
  "notes.txt": "just notes",
  "server.log": "Error: No Connection with that ID\ntwo instances behind the load balancer",
  "hub.log": "HubException: Method does not exist.",
  "-": har(REFUSED),
};

/** Other names of the same files. */
const LINKS: Record<string, string> = { "link.har": "failed.har" };
FILES["link.har"] = FILES["failed.har"] ?? "";

/** Runs one command over `FILES`: its exit code, and all that it said and wrote. */
export async function cli(...args: string[]) {
  return cliMeanwhile(async () => undefined, ...args);
}

/** The same for a command that goes on until it is stopped. */
export async function cliMeanwhile(meanwhile: (printed: string) => Promise<void>, ...args: string[]) {
  const said = { out: "", err: "", files: {} as Record<string, string> };
  const code = await run(args, {
    read: async (path) => {
      const text = FILES[path];
      if (text === undefined) throw new UsageError(`cannot read ${path}: there is no such file or folder`);
      return new TextEncoder().encode(text);
    },
    write: async (path, text) => {
      said.files[path] = text;
    },
    isFile: async (path) => path !== "-" && Object.hasOwn(FILES, path),
    isSameFile: async (one, other) => Object.hasOwn(FILES, one) && (LINKS[one] ?? one) === (LINKS[other] ?? other),
    print: (text) => {
      said.out += text;
    },
    complain: (text) => {
      said.err += text;
    },
    untilStopped: () => meanwhile(said.out),
    hasColours: false,
  });
  return { code, ...said };
}
