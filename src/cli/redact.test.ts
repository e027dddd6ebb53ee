import { describe, expect, it } from "vitest";
import { REFUSED } from "../core/testing/refused.js";
import { cli, FILES, har } from "./testing/cli.js";

describe("redact", () => {
  const SECRETIVE = REFUSED.replace(
    "  < 200",
    "  > Cookie: session=tangerine-4711\n  > Referer: https://app.test/users/brunhilde@corp.example\n  < 200",
  );
  FILES["secretive.har"] = har(SECRETIVE);

  it("writes a HAR that holds no secret and leads to the same card", async () => {
    const { code, files, err } = await cli("redact", "secretive.har", "--out", "safe.har");
    expect({ code, err }).toEqual({ code: 0, err: "" });
    expect(files["safe.har"]).not.toMatch(/tangerine|brunhilde|connection-token-1/);
    FILES["safe.har"] = files["safe.har"] ?? "";
    expect((await cli("analyze", "safe.har")).out).toContain("no-sticky-sessions, likely");
  });

  it("lists every replacement with its rule and place, and nothing of the secrets", async () => {
    const { out, files } = await cli("redact", "secretive.har", "--preview", "--salt", "0");
    expect(files).toEqual({});
    expect(out).toMatch(/× value of a cookie\n {2}\[cookie-1;14B\] {2}header Cookie of request h1\n/);
    expect(out).toContain("part of a path that is not the name of a route");
    expect(out).not.toMatch(/tangerine|brunhilde/);
  });

  it("says what stays where nothing is redacted", async () => {
    const { err, files } = await cli("redact", "secretive.har", "--out", "raw.har", "--level", "none");
    expect(err).toMatch(/^Nothing is redacted .* This stays: .*1 × value of a cookie/);
    expect(files["raw.har"]).toContain("tangerine-4711");
  });

  it("counts what stays in every file of several", async () => {
    const { err } = await cli("analyze", "secretive.har", "healthy.har", "--level", "none");
    expect(err).toContain("1 × value of a cookie");
  });

  it("takes away the user's own names, hosts among them", async () => {
    const { files } = await cli(
      "redact",
      "secretive.har",
      "--out",
      "safe.har",
      "--also",
      "app.test",
      "--also",
      "/^chat$/",
    );
    expect(files["safe.har"]).not.toContain("app.test");
    expect(files["safe.har"]).toMatch(/https:\/\/host-\d+\.invalid\//);
  });

  it.each([
    ["nowhere to write", ["secretive.har"], /needs --out/],
    ["its own input", ["secretive.har", "--out", "secretive.har"], /overwrite/],
    ["an unknown level", ["secretive.har", "--out", "x", "--level", "some"], /--level is one of strict/],
    ["a pattern that is none", ["secretive.har", "--out", "x", "--also", "/(/"], /no regular expression/],
    ["a pattern that is everywhere", ["secretive.har", "--out", "x", "--also", "/.*/"], /found everywhere/],
  ])("exits 2 on %s", async (_, args, message) => {
    const { code, err } = await cli("redact", ...args);
    expect({ code, lines: err.trimEnd().split("\n").length }).toEqual({ code: 2, lines: 1 });
    expect(err).toMatch(message);
  });
});
