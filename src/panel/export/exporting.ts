import type { TrafficEvent } from "../../core/traffic.js";
import type { Notice } from "../notice.js";
import { words } from "../words.js";
import { exportBeside } from "./beside.js";
import type { ExportChoice } from "./choice.js";
import { browserName, download } from "./download.js";
import type { Previewed, ToExporter } from "./exporter-messages.js";
import type { CardMark } from "./ticket-mark.js";

/** What exports need of the panel around them. With the same salt the preview's labels are those of the file. */
export interface Exporting {
  /** Without a salt, with one of its own. */
  save(choice: ExportChoice, salt?: number): void;
  /** Fails where an own name cannot be taken; once it is aborted, nothing comes. */
  preview(choice: ExportChoice, salt: number, signal: AbortSignal): Promise<Previewed>;
  /** One card as a comment. */
  ticket(choice: ExportChoice, card: CardMark): Promise<string>;
}

/** An export that goes on; `share` goes from 0 to 1. */
export interface Saving {
  share: number;
  cancel(): void;
}

type SaveTask = Extract<ToExporter, { type: "save" }>;

interface Around {
  events(): readonly TrafficEvent[];
  version: string;
  say(notice: Notice): void;
  /** Null when it is over. */
  saving(saving: Saving | null): void;
}

/** One export at a time: another one takes its place. */
export function createExporting({ events, version, say, saving }: Around): Exporting {
  let current: AbortController | null = null;

  function cancel(): void {
    current?.abort();
    current = null;
    saving(null);
  }

  async function save(choice: ExportChoice, salt?: number): Promise<void> {
    cancel();
    const own = new AbortController();
    current = own;
    const tell = (share: number) => current === own && saving({ share, cancel });
    tell(0);
    const notice = await made({ type: "save", choice, salt, version, browser: browserName() }, own.signal, tell);
    if (current !== own) return;
    cancel();
    say(notice);
  }

  async function made(task: SaveTask, signal: AbortSignal, tell: (share: number) => void): Promise<Notice> {
    try {
      const result = await exportBeside(task, { events: events(), signal, tell });
      if (result.type !== "made") throw new Error(words.fault.madeElse);
      download(result.file);
      const isRedacted = task.choice.level !== "none";
      return { tone: isRedacted ? "good" : "warning", text: words.exported(result.file.name, isRedacted) };
    } catch (error) {
      return { tone: "bad", text: words.exportFailed(error instanceof Error ? error.message : String(error)) };
    }
  }

  return {
    save: (choice, salt) => void save(choice, salt),
    async preview(choice, salt, signal) {
      const made = await exportBeside({ type: "preview", choice, salt }, { events: events(), signal });
      if (made.type !== "previewed") throw new Error(words.fault.madeElse);
      return made;
    },
    async ticket(choice, card) {
      const { signal } = new AbortController();
      const made = await exportBeside({ type: "ticket", choice, card, version }, { events: events(), signal });
      if (made.type !== "written") throw new Error(words.fault.madeElse);
      return made.text;
    },
  };
}
