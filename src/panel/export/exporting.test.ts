import { afterEach, expect, test, vi } from "vitest";
import { handshake } from "../../core/sample-events.js";
import type { Notice } from "../notice.js";
import { exportBeside } from "./beside.js";
import type { ExportChoice } from "./choice.js";
import { createExporting, type Saving } from "./exporting.js";

vi.mock("./beside.js", () => ({ exportBeside: vi.fn() }));

afterEach(() => void vi.unstubAllGlobals());

const CHOICE: ExportChoice = { format: "har", flavour: "github", level: "strict", own: "", emails: false, ips: false };
const MADE = { type: "made" as const, file: { name: "x.har", content: new Blob(["x"]) } };

/** Saves once in a panel whose browser makes an address of a file, or has no room for it. */
async function saved(addressOf: () => string) {
  const events = [handshake("s")];
  const notices: Notice[] = [];
  const savings: (Saving | null)[] = [];
  vi.stubGlobal("navigator", { userAgent: "Mozilla/5.0 Chrome/156.0.0.0 Safari/537.36 Edg/156.1" });
  vi.stubGlobal("document", { createElement: () => ({ click: () => undefined }) });
  vi.stubGlobal("URL", { createObjectURL: addressOf, revokeObjectURL: () => undefined });
  const exporting = createExporting({
    events: () => events,
    version: "0",
    say: (notice) => notices.push(notice),
    saving: (saving) => savings.push(saving),
  });
  exporting.save(CHOICE);
  await vi.waitFor(() => expect(notices).toHaveLength(1));
  return { tone: notices[0]?.tone, text: notices[0]?.text, isOver: savings.at(-1) === null, left: events.length };
}

test("a file that is saved is named, and by the last name of the browser", async () => {
  vi.mocked(exportBeside).mockResolvedValue(MADE);
  expect(await saved(() => "blob:x")).toMatchObject({
    tone: "good",
    text: expect.stringContaining("x.har"),
    isOver: true,
  });
  expect(vi.mocked(exportBeside).mock.lastCall?.[0]).toMatchObject({ browser: "Edg/156.1" });
});

test.each<[string, () => Promise<typeof MADE>, () => string]>([
  ["the exporter fails", () => Promise.reject(new Error("out of memory")), () => "blob:x"],
  [
    "the browser takes no file",
    async () => MADE,
    () => {
      throw new Error("out of memory");
    },
  ],
])("where %s it is said, the export is over, and the recording stays", async (_, made, addressOf) => {
  vi.mocked(exportBeside).mockImplementation(made);
  const said = await saved(addressOf);
  expect(said).toEqual({ tone: "bad", text: "Nothing was saved: out of memory", isOver: true, left: 1 });
});
