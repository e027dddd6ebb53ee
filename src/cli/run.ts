import { BadInput } from "../har/bad-input.js";
import { SecretLeft } from "../har/export.js";
import { visible } from "../report/markdown-escape.js";
import { analyze } from "./analyze.js";
import { catalogue } from "./catalogue.js";
import { explain } from "./explain.js";
import { redact } from "./redact.js";
import { replay } from "./replay.js";
import type { Shell } from "./shell.js";
import { UsageError, usage } from "./usage.js";
import { version } from "./version.js";

const COMMANDS: Record<string, (args: string[], shell: Shell) => number | Promise<number>> = {
  analyze,
  explain,
  redact,
  replay,
  catalogue,
};

const BAD_INPUT = 2;

/** Runs one command line and returns its exit code. */
export async function run(args: string[], terminal: Shell): Promise<number> {
  // What is complained of quotes files and their names, and a terminal obeys what stands in them.
  const shell = { ...terminal, complain: (text: string) => terminal.complain(visible(text)) };
  try {
    return await dispatch(args, shell);
  } catch (error) {
    shell.complain(`handshake-triage: ${complaint(error)}\n`);
    return BAD_INPUT;
  }
}

async function dispatch(args: string[], shell: Shell): Promise<number> {
  const [name, ...rest] = args;
  const asksFor = (...flags: string[]) => args.some((arg) => flags.includes(arg));
  if (name === "help") return print(usage(rest[0]), shell);
  if (asksFor("--help", "-h")) return print(usage(name), shell);
  if (asksFor("--version")) return print(`${version}\n`, shell);
  if (name === undefined) throw new UsageError("a command is missing; --help lists them");
  const command = Object.hasOwn(COMMANDS, name) ? COMMANDS[name] : undefined;
  if (!command) throw new UsageError(await noCommand(name, shell));
  return command(rest, shell);
}

/** Who gives a file, or a word that is nearly one, is told what it would be. */
async function noCommand(name: string, shell: Shell): Promise<string> {
  if (await shell.isFile(name))
    return `"${name}" is a file and no command; \`analyze ${name}\` says what went wrong in it`;
  const near = Object.keys(COMMANDS).find((each) => each.slice(0, 4) === name.slice(0, 4).toLowerCase());
  return `there is no command "${name}"; ${near ? `\`${near}\` is one, and ` : ""}--help lists them`;
}

function print(text: string, shell: Shell): number {
  shell.print(text);
  return 0;
}

/** One line for what the user can mend; for a fault of ours, where it happened. */
function complaint(error: unknown): string {
  if (!(error instanceof Error)) return String(error);
  const option = /^Unknown option '([^']+)'/.exec(error.message)?.[1];
  if (option) return `there is no option ${option} here; --help lists those that there are`;
  const isUsage = error instanceof UsageError || error instanceof BadInput || error instanceof SecretLeft;
  if (isUsage || ("code" in error && String(error.code).startsWith("ERR_PARSE_ARGS")))
    return error.message.split("\n")[0] ?? "";
  return `this is a fault of the program: ${error.stack ?? error.message}`;
}
