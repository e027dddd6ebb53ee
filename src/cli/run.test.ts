import { knowledge } from "virtual:knowledge";
import { expect, it } from "vitest";
import { cli } from "./testing/cli.js";

it("lists every cause", async () => {
  const { code, out } = await cli("catalogue");
  expect(code).toBe(0);
  for (const { id } of knowledge.entries) expect(out).toContain(id);
  const json = JSON.parse((await cli("catalogue", "--format", "json")).out);
  expect(json.entries).toHaveLength(knowledge.entries.length);
});

it("knows its usage and version", async () => {
  expect((await cli("--help")).out).toContain("analyze FILE.har…");
  expect((await cli("analyze", "--help")).code).toBe(0);
  expect((await cli("--version")).out).toMatch(/^\d+\.\d+\.\d+\n$/);
});

it.each([[[]], [["explode"]], [["toString"]]])("exits 2 on %j", async (args) => {
  const { code, err } = await cli(...args);
  expect(code).toBe(2);
  expect(err).toMatch(/--help lists them/);
});
