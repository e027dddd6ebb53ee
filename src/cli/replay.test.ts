import { describe, expect, it } from "vitest";
import { cli, cliMeanwhile, FILES } from "./testing/cli.js";

describe("replay", () => {
  it("serves the recorded failure until it is stopped, and says of each request what answered it", async () => {
    let status = 0;
    let address = "";
    const ask = async (printed: string) => {
      address = /http:\/\/127\.0\.0\.1:\d+\/chat/.exec(printed)?.[0] ?? "";
      const answer = await fetch(`${address}/negotiate?negotiateVersion=1`, { method: "POST" });
      const { connectionToken } = (await answer.json()) as { connectionToken: string };
      status = (await fetch(`${address}?id=${connectionToken}`)).status;
    };
    const { code, out, err } = await cliMeanwhile(ask, "replay", "failed.har");
    expect({ code, err, status }).toEqual({ code: 0, err: "", status: 404 });
    expect(out).toContain(`  ${address}  in place of  https://app.test/chat\n`);
    expect(out).toMatch(/POST \/chat\/negotiate {2}200 {2}\(h1\)\nGET \/chat {2}404 {2}\(h2\)\n$/);
    await expect(fetch(address)).rejects.toThrow();
  });

  FILES["page.har"] = JSON.stringify({
    log: { entries: [{ request: { url: "https://app.test/logo.svg" }, response: { status: 200 } }] },
  });

  it.each([
    ["no file", [], /takes one HAR file/],
    ["two files", ["failed.har", "healthy.har"], /takes one HAR file/],
    ["a port that is none", ["failed.har", "--port", "http"], /--port is a number/],
    ["a speed that is none", ["failed.har", "--speed", "0"], /--speed is a number/],
    ["a HAR of other things", ["page.har"], /holds no request of SignalR/],
    ["what is no HAR", ["notes.txt"], /plain text, not a HAR/],
  ])("exits 2 on %s", async (_, args, message) => {
    const { code, err } = await cli("replay", ...args);
    expect({ code, lines: err.trimEnd().split("\n").length }).toEqual({ code: 2, lines: 1 });
    expect(err).toMatch(message);
  });
});
