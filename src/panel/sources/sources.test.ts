import { expect, test, vi } from "vitest";
import { NOTHING_KNOWN } from "../../core/knowledge.js";
import { parseWireScript } from "../../knowledge/wire-script.js";
import { createRecording } from "../recording.js";
import { besideOf } from "./beside.js";
import type { ReaderMessage } from "./reader-message.js";
import { createSources } from "./sources.js";

const reader = vi.hoisted(() => ({ tell: (_: ReaderMessage): void => undefined, stops: 0 }));
vi.mock("./reader.js", () => ({
  startReader(_file: File, _prefix: string, tell: (message: ReaderMessage) => void) {
    reader.tell = tell;
    return () => {
      reader.stops += 1;
    };
  },
}));

const sourcesOf = () =>
  createSources(
    (keeps) => createRecording(NOTHING_KNOWN, keeps),
    null,
    () => [],
    () => undefined,
  );

test("a file says which step it is at, then how far it is, and can be given up at each", () => {
  const sources = sourcesOf();
  sources.open([new File([], "a.har")]);
  const at = () => {
    const current = sources.current();
    return current.kind === "file" && current.reading.state === "reading" && current.reading.at;
  };
  expect(at()).toBe("loading");
  reader.tell({ type: "step", step: "parsing" });
  expect(at()).toBe("parsing");
  reader.tell({ type: "events", events: [], share: 0.5 });
  expect(at()).toBe(0.5);
  sources.close(sources.current().id);
  expect(reader.stops).toBe(1);
  expect(sources.current().kind).toBe("text");
});

const REFUSED = (hub: string, at: number) => `
+${at}ms POST https://app.test/${hub}/negotiate?negotiateVersion=1
  < 500`;

test("a log stands beside what was recorded of one endpoint, and nothing else", async () => {
  const recording = createRecording(NOTHING_KNOWN);
  recording.take(
    parseWireScript(`page https://app.test${REFUSED("chat", 1)}${REFUSED("news", 9)}\n+9s page https://app.test/next`),
  );
  const [card] = recording.read().cards.filter(({ endpoint }) => endpoint.endsWith("/chat"));
  if (!card) throw new Error("there is no card");
  const beside = besideOf(recording, card);
  expect(beside.events.filter(({ kind }) => kind === "exchange")).toHaveLength(1);
  expect(beside.events.some(({ kind }) => kind === "navigated")).toBe(true);

  const sources = sourcesOf();
  sources.setBeside(beside);
  const shown = () => sources.current().recording.read();
  await vi.waitFor(() => expect(shown().cards.map(({ id }) => id)).toEqual([card.id]));
  sources.explain("fail: HttpContext.RequestAborted: connection_error", "signalr");
  await vi.waitFor(() =>
    expect(
      sources
        .current()
        .recording.events()
        .some(({ kind }) => kind === "said"),
    ).toBe(true),
  );
  expect(shown().connections).toHaveLength(1);
  sources.setBeside(null);
  await vi.waitFor(() => expect(shown().connections.map(({ endpoint }) => endpoint)).not.toContain(card.endpoint));
});

test("a pasted HAR is not read as words, and its reader is told what to do with it", async () => {
  const sources = sourcesOf();
  sources.explain(
    '{ "log": { "version": "1.2", "entries": [{ "comment": "Error: No Connection with that ID" }] } }',
    null,
  );
  await vi.waitFor(() =>
    expect(sources.current()).toMatchObject({ notes: [expect.stringContaining("This is a HAR")] }),
  );
  expect(sources.current().recording.events()).toEqual([]);
});
