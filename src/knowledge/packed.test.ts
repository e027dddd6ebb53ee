import { resolve } from "node:path";
import { expect, it } from "vitest";
import { compileFolder } from "./folder.js";
import { pack, unpack } from "./packed.js";

it("gives back the whole catalogue as it was, from JSON", { timeout: 60_000 }, () => {
  const { knowledge } = compileFolder(resolve("knowledge"));
  expect(knowledge.entries.length).toBeGreaterThan(100);
  expect(unpack(JSON.parse(JSON.stringify(pack(knowledge))))).toEqual(knowledge);
});
