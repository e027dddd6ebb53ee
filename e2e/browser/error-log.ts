import type { CdpSession } from "./cdp.js";

/** Where in the extension something went wrong. */
export type Place = "panel" | "devtools page" | "service worker" | "extension page";

export interface SeenError {
  place: Place;
  kind: "exception" | "console" | "log" | "crash";
  text: string;
  url: string;
}

/** Everything that went wrong in the extension since the browser was started; tests expect it to stay empty. */
export class ErrorLog {
  readonly #seen: SeenError[] = [];

  all(): readonly SeenError[] {
    return this.#seen;
  }

  clear(): void {
    this.#seen.length = 0;
  }

  /** Enabling Runtime and Log also replays what they reported before, so attaching a little late loses nothing. */
  async watch(session: CdpSession, place: () => Place): Promise<void> {
    const add = (kind: SeenError["kind"], text: string, url = "") =>
      this.#seen.push({ place: place(), kind, text, url });
    session.on<ExceptionThrown>("Runtime.exceptionThrown", ({ exceptionDetails: details }) =>
      add("exception", details.exception?.description ?? details.text, details.url),
    );
    session.on<ConsoleCalled>("Runtime.consoleAPICalled", ({ type, args }) => {
      if (type === "error" || type === "assert") add("console", args.map(describe).join(" "));
    });
    session.on<EntryAdded>("Log.entryAdded", ({ entry }) => {
      if (entry.level === "error") add("log", entry.text, entry.url);
    });
    session.on("Inspector.targetCrashed", () => {
      // A service worker that was merely stopped says "crashed" as well, so that tells nothing about one.
      if (place() !== "service worker") add("crash", "the process crashed");
    });
    await Promise.all([session.send("Runtime.enable"), session.send("Log.enable"), session.send("Inspector.enable")]);
  }
}

function describe(value: RemoteValue): string {
  return value.description ?? JSON.stringify(value.value) ?? value.type;
}

interface RemoteValue {
  type: string;
  value?: unknown;
  description?: string;
}

interface ExceptionThrown {
  exceptionDetails: { text: string; url?: string; exception?: { description?: string } };
}

interface ConsoleCalled {
  type: string;
  args: RemoteValue[];
}

interface EntryAdded {
  entry: { level: string; text: string; url?: string };
}
