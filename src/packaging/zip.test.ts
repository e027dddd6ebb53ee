import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { unzipSync } from "fflate";
import { afterAll, expect, test } from "vitest";
import { zipFolder } from "./zip.js";

const folder = mkdtempSync(join(tmpdir(), "handshake-triage-zip-"));
afterAll(() => rmSync(folder, { recursive: true }));

const FILES = { "b.js": "let same = 1;\n".repeat(500), "a/deep/empty.txt": "", "a/noise.bin": "\u0001é😀x" };
mkdirSync(join(folder, "a/deep"), { recursive: true });
for (const [name, text] of Object.entries(FILES)) writeFileSync(join(folder, name), text);

test("another's reader gets from a package what was packed, in the order of the names", async () => {
  const read = unzipSync(await zipFolder(folder));
  expect(Object.keys(read)).toEqual(Object.keys(FILES).sort());
  for (const [name, text] of Object.entries(FILES)) expect(new TextDecoder().decode(read[name])).toBe(text);
});

test("what is packed twice has the same bytes", async () => {
  expect(await zipFolder(folder)).toEqual(await zipFolder(folder));
});
