import { parseArgs } from "node:util";
import { BadInput } from "../har/bad-input.js";
import { type Replay, startReplay } from "../replay/replay.js";
import { visible } from "../report/markdown-escape.js";
import { counted } from "../report/words.js";
import { readRecording } from "./read-recording.js";
import type { Shell } from "./shell.js";
import { UsageError } from "./usage.js";

/** Serves what a HAR recorded on the loopback address, so that a client meets the same failure without the server. */
export async function replay(args: string[], shell: Shell): Promise<number> {
  const { file, port, speed } = readArguments(args);
  const events = await readRecording(file, "h", shell);
  const say = (line: string) => shell.print(`${visible(line)}\n`);
  const replayed = await start(events, { port, speed, say });
  try {
    if (replayed.endpoints.length === 0)
      throw new BadInput(`${file}: it holds no request of SignalR, Engine.IO/Socket.IO or Web PubSub to replay`);
    shell.print(introduction(file, replayed));
    await shell.untilStopped();
  } finally {
    await replayed.stop();
  }
  return 0;
}

interface Arguments {
  file: string;
  port: number;
  speed: number;
}

function readArguments(args: string[]): Arguments {
  const { values, positionals } = parseArgs({
    args,
    allowPositionals: true,
    options: { port: { type: "string", default: "0" }, speed: { type: "string", default: "1" } },
  });
  const [file, ...others] = positionals;
  if (file === undefined || others.length > 0)
    throw new UsageError('replay takes one HAR file, or "-" for standard input');
  const port = /^\d{1,5}$/.test(values.port) ? Number(values.port) : Number.NaN;
  if (!(port <= 65_535)) throw new UsageError(`--port is a number up to 65535, not "${values.port}"`);
  const speed = Number(values.speed);
  if (!(speed >= 0.01 && speed <= 1000))
    throw new UsageError(`--speed is a number from 0.01 to 1000 (10 makes ten minutes of one), not "${values.speed}"`);
  return { file, port, speed };
}

async function start(...args: Parameters<typeof startReplay>): Promise<Replay> {
  try {
    return await startReplay(...args);
  } catch (error) {
    if (error instanceof Error && "code" in error && /^(?:EADDRINUSE|EACCES)$/.test(String(error.code)))
      throw new UsageError(`port ${args[1]?.port} cannot be taken (${String(error.code)}); name another with --port`);
    throw error;
  }
}

function introduction(file: string, { endpoints, requests, notes }: Replay): string {
  const lines = [
    `Replaying ${counted(requests, "request")} of ${file}. Point the client at`,
    ...endpoints.map(({ recorded, live }) => `  ${live}  in place of  ${recorded}`),
    ...notes.map((note) => `Not as it was: ${note}`),
    "Ctrl+C ends it.",
  ];
  return `${visible(lines.join("\n"))}\n`;
}
