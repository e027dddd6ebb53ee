/** The command line is not as it should be; the message is one line. */
export class UsageError extends Error {
  override name = "UsageError";
}

/** A pattern of files' names that came as it stands: quotes keep it so, and the shells of Windows do, always. */
export function patternHint(pattern: string): string {
  return `${pattern} is a pattern, and the shell put no names in its place: leave quotes out, or name each file; in PowerShell: (Get-Item ${pattern}).FullName`;
}

const COMMANDS: Record<string, string> = {
  analyze: `  handshake-triage analyze FILE.har… [--log FILE.txt] [--format cards|json|markdown|html|har] [--out FILE]
                   [--flavour github|azure-devops|jira]
      What went wrong in these recordings, and why; "-" reads standard input, --out "-" writes to standard output.
      Of several files each card names those that show it.
      Secrets are replaced by labels in every format, as \`redact\` does. --log reads a console's or server's log beside them.
`,
  redact: `  handshake-triage redact FILE.har --out FILE | --preview
                   [--level strict|keep-payloads|none] [--also WORD|/PATTERN/]… [--emails] [--ips] [--salt N]
      A HAR that may be attached to a ticket; --preview lists what is replaced and why.
`,
  replay: `  handshake-triage replay FILE.har [--port N] [--speed N]
      Serves the recorded handshakes and failures on the loopback address, for a client to meet them without the server.
`,
  explain: `  handshake-triage explain [TEXT|-] [--protocol signalr|engine-io|web-pubsub] [--format cards|json|markdown]
      What a pasted console line, exception, server log or export of Azure's logs says.
`,
  catalogue: `  handshake-triage catalogue [--format cards|json]
      Every cause that is known.
`,
};

const EXIT_CODES = "Exit code: 0 nothing failed, 1 failures found, 2 bad input or usage.\n";

/** How one command is used; without its name, or for one that is none, how all are. */
export function usage(command = ""): string {
  if (Object.hasOwn(COMMANDS, command)) return `Usage:\n${COMMANDS[command]}\n${EXIT_CODES}`;
  return `Explains failed SignalR, Engine.IO/Socket.IO and Azure Web PubSub connections.

Usage:
${Object.values(COMMANDS).join("")}  handshake-triage --help | --version

${EXIT_CODES}`;
}
