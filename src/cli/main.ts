import { nodeShell } from "./node-shell.js";
import { run } from "./run.js";

process.exitCode = await run(process.argv.slice(2), nodeShell());
