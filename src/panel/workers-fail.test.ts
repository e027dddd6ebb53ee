import { afterEach, beforeEach, expect, test, vi } from "vitest";
import { handshake } from "../core/sample-events.js";
import { exportBeside } from "./export/beside.js";
import type { ExportChoice } from "./export/choice.js";
import { createSearcher } from "./messages/searcher.js";
import { startReader } from "./sources/reader.js";
import type { ReaderMessage } from "./sources/reader-message.js";
import { words } from "./words.js";

vi.mock("./export/export.worker.ts?beside", () => ({ default: "export.js" }));
vi.mock("./messages/search.worker.ts?beside", () => ({ default: "search.js" }));
vi.mock("./sources/reader.worker.ts?beside", () => ({ default: "reader.js" }));

/** A worker that the browser starts and that never answers; a test makes it fail as a browser does. */
class SilentWorker {
  static last: SilentWorker;
  static post: (message: unknown) => void = () => undefined;
  onerror: ((event: { message: string }) => void) | null = null;
  onmessageerror: (() => void) | null = null;
  isOver = false;
  constructor() {
    SilentWorker.last = this;
  }
  postMessage(message: unknown): void {
    SilentWorker.post(message);
  }
  terminate(): void {
    this.isOver = true;
  }
}

beforeEach(() => {
  vi.stubGlobal("Worker", SilentWorker);
  SilentWorker.post = () => undefined;
});
afterEach(() => void vi.unstubAllGlobals());

const CHOICE: ExportChoice = { format: "har", flavour: "github", level: "strict", own: "", emails: false, ips: false };

function exported() {
  const { signal } = new AbortController();
  return exportBeside({ type: "preview", choice: CHOICE, salt: 1 }, { events: [handshake("s")], signal });
}

const FAULTS: [what: string, fail: (worker: SilentWorker) => void, words: string][] = [
  ["stops with a word", (worker) => worker.onerror?.({ message: "out of memory" }), "out of memory"],
  ["stops without a word", (worker) => worker.onerror?.({ message: "" }), words.fault.exporterStopped],
  ["makes what cannot be handed back", (worker) => worker.onmessageerror?.(), words.fault.exportTooLarge],
];

test.each(FAULTS)("an exporter that %s is given up, and it is said", async (_, fail, said) => {
  const made = exported();
  fail(SilentWorker.last);
  await expect(made).rejects.toThrow(said);
  expect(SilentWorker.last.isOver).toBe(true);
});

test("a recording that cannot be handed over to the exporter is said", async () => {
  SilentWorker.post = () => {
    throw new Error("could not be cloned");
  };
  await expect(exported()).rejects.toThrow(words.fault.notHandedOver("could not be cloned"));
  expect(SilentWorker.last.isOver).toBe(true);
});

test.each([
  ["out of memory", "out of memory"],
  ["", words.fault.readerStopped],
])("a reader that stops (%j) is said where its file stands", (message, why) => {
  const told: ReaderMessage[] = [];
  startReader(new File([], "a.har"), "f1-", (each) => told.push(each));
  SilentWorker.last.onerror?.({ message });
  expect(told).toEqual([{ type: "failed", why }]);
  expect(SilentWorker.last.isOver).toBe(true);
});

test.each([
  ["out of memory", "out of memory"],
  ["", words.fault.searcherStopped],
])("a search that stops (%j) is said beside what it found", (message, fault) => {
  const changed = vi.fn();
  const searcher = createSearcher(changed);
  searcher.look([], "x");
  SilentWorker.last.onerror?.({ message });
  expect(changed).toHaveBeenCalled();
  expect(searcher.look([], "x").fault).toBeNull(); // another list is another search
  const messages: never[] = [];
  searcher.look(messages, "x");
  SilentWorker.last.onerror?.({ message });
  expect(searcher.look(messages, "x").fault).toBe(fault);
  searcher.stop();
});
