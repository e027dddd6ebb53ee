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

it("says of one command how that one is used", async () => {
  const { out } = await cli("redact", "--help");
  expect(out).toContain("redact FILE.har --out FILE");
  expect(out).toContain("Exit code");
  expect(out).not.toContain("analyze FILE.har");
  expect((await cli("help", "redact")).out).toBe(out);
  expect((await cli("help", "me")).out).toBe((await cli("--help")).out);
});

it("says in its own words what is no option, and of a file or a misspelt command what is meant", async () => {
  expect((await cli("analyze", "failed.har", "--quiet")).err).toBe(
    "handshake-triage: there is no option --quiet here; --help lists those that there are\n",
  );
  expect((await cli("analyze", "failed.har", "-o", "x")).err).toContain("there is no option -o here");
  expect((await cli("failed.har")).err).toContain("`analyze failed.har` says what went wrong in it");
  expect(await cli("analyse", "failed.har")).toMatchObject({ code: 2, out: "" });
  expect((await cli("analyse", "failed.har")).err).toContain("`analyze` is one");
});

it.each([[[]], [["explode"]], [["toString"]]])("exits 2 on %j", async (args) => {
  const { code, err } = await cli(...args);
  expect(code).toBe(2);
  expect(err).toMatch(/--help lists them/);
});
