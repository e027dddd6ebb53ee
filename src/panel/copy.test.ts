import { afterEach, expect, test, vi } from "vitest";
import { copyText } from "./copy.js";

afterEach(() => void vi.unstubAllGlobals());

/** A page whose clipboard and whose copy command do as they are told. */
function page(clipboard: () => Promise<void>, execCommand: () => boolean) {
  const area = { value: "", className: "", select: () => undefined, remove: vi.fn() };
  vi.stubGlobal("HTMLElement", class {});
  vi.stubGlobal("navigator", { clipboard: { writeText: clipboard } });
  vi.stubGlobal("document", {
    activeElement: null,
    body: { append: () => undefined },
    createElement: () => area,
    execCommand,
  });
  return area;
}

const refused = () => Promise.reject(new Error("Write permission denied."));

test.each<[string, () => Promise<void>, () => boolean, boolean]>([
  ["the clipboard takes it", async () => undefined, () => false, true],
  ["a panel of DevTools has no clipboard, but may copy a selection", refused, () => true, true],
  ["nothing takes it", refused, () => false, false],
  [
    "even the selection is refused",
    refused,
    () => {
      throw new Error("not allowed");
    },
    false,
  ],
])("copied or not: %s", async (_, clipboard, execCommand, isCopied) => {
  const area = page(clipboard, execCommand);
  expect(await copyText("dotnet add package")).toBe(isCopied);
  if (clipboard === refused) expect(area.remove).toHaveBeenCalledOnce();
});
