import { describe, expect, it } from "vitest";
import { REFUSED } from "../core/testing/refused.js";
import { Report } from "../report/json.js";
import { cli, FILES, har } from "./testing/cli.js";

describe("analyze", () => {
  it("exits 1 and shows the card when something failed", async () => {
    const { code, out, err } = await cli("analyze", "failed.har");
    expect({ code, err }).toEqual({ code: 1, err: "" });
    expect(out).toContain("no-sticky-sessions, likely");
    expect(out).toContain("1 connection, 1 with trouble.");
  });

  it("exits 0 when all is well", async () => {
    const { code, out } = await cli("analyze", "healthy.har");
    expect(code).toBe(0);
    expect(out).toMatch(/1 connection, all well\.\n/);
  });

  it("calls nothing well that was still connecting", async () => {
    FILES["begun.har"] = har("+0ms POST https://app.test/chat/negotiate?negotiateVersion=1");
    const { code, out } = await cli("analyze", "begun.har");
    expect(code).toBe(0);
    expect(out).toContain("1 connection, none failed, 1 still connecting when this ends.");
  });

  it("reads standard input", async () => expect((await cli("analyze", "-")).code).toBe(1));

  it("makes one report of several files, with connections that keep apart", async () => {
    const { out } = await cli("analyze", "failed.har", "healthy.har", "failed.har", "--format", "json");
    const report = Report.parse(JSON.parse(out));
    expect(report.summary).toMatchObject({ connections: 3, failed: 2, cards: 1 });
    expect(report.cards[0]?.occurrences).toBe(2);
    expect(report.connections.map(({ id }) => id)).toEqual(["f1-c1", "f2-c1", "f3-c1"]);
  });

  describe("says of each card which of several files shows it", () => {
    const two = ["analyze", "healthy.har", "failed.har", "link.har", "--format"];

    it.each(["cards", "markdown", "json"])("as %s", async (format) => {
      const { out } = await cli(...two, format);
      expect(out.replace(/\s+/g, " ")).toMatch(
        /In (\| `)?failed\.har, link\.har|"files": \[ "failed.har", "link.har" \]/,
      );
      expect(out).not.toContain("healthy.har");
    });

    it("not by a name that is to go", async () => {
      const { out } = await cli(...two, "json", "--also", "link");
      expect(Report.parse(JSON.parse(out)).cards[0]?.files).toEqual(["failed.har", "file 3"]);
    });

    it("and nothing where there is but one", async () => {
      expect((await cli("analyze", "failed.har", "--format", "json")).out).not.toContain('"files"');
    });
  });

  it.each(["cards", "json", "markdown", "html", "har"])(
    "writes %s into a file, and no secret with it",
    async (format) => {
      const { code, out, files } = await cli("analyze", "failed.har", "--format", format, "--out", "report");
      expect({ code, out }).toEqual({ code: 1, out: "" });
      expect(files.report).toContain("no-sticky-sessions");
      expect(files.report).not.toMatch(/connection-(token|id)-1/);
    },
  );

  it.each([
    ["no file", [], /needs a HAR file/],
    ["a file that is not there", ["gone.har"], /cannot read gone.har/],
    ["a file that is no HAR", ["notes.txt"], /notes\.txt: This is plain text/],
    ["an unknown format", ["failed.har", "--format", "pdf"], /--format is one of cards, har, html, json, markdown/],
    [
      "an unknown place for Markdown",
      ["failed.har", "--format", "markdown", "--flavour", "mars"],
      /--flavour is one of github/,
    ],
    [
      "a place for Markdown that every object has",
      ["failed.har", "--format", "markdown", "--flavour", "toString"],
      /--flavour is one of github/,
    ],
    ["a server log that is not there", ["failed.har", "--log", "x"], /--log: cannot read x/],
    ["a log beside two files", ["failed.har", "healthy.har", "--log", "notes.txt"], /--log goes with one HAR/],
    ["an unknown option", ["failed.har", "--colour"], /--colour/],
    ["a log in place of a HAR", ["server.log"], /For a log there are explain, and --log/],
    ["a HAR in place of a log", ["failed.har", "--log", "healthy.har"], /is a HAR, not a log; name it without --log/],
    ["a flavour of what is no Markdown", ["failed.har", "--flavour", "jira"], /--flavour goes with --format markdown/],
    ["its own input", ["failed.har", "--out", "failed.har"], /overwrite failed\.har/],
    ["its own input under another name", ["failed.har", "--out", "link.har"], /overwrite failed\.har/],
    ["the log that is read", ["failed.har", "--log", "server.log", "--out", "server.log"], /overwrite server\.log/],
    ["two files as one HAR", ["failed.har", "healthy.har", "--format", "har"], /one file at a time/],
  ])("exits 2 with one line on %s", async (_, args, message) => {
    const { code, out, err } = await cli("analyze", ...args);
    expect({ code, out }).toEqual({ code: 2, out: "" });
    expect(err).toMatch(message);
    expect(err.trimEnd().split("\n")).toHaveLength(1);
  });
});

it("lets no file tell the terminal what to do, in what is complained of neither", async () => {
  FILES["bell.har"] = '{"log":{"entries": \u001b]0;owned\u0007\u001b[31m';
  for (const file of ["bell.har", "gone\u001b[31m.har"]) {
    const { code, err } = await cli("analyze", file);
    expect(code).toBe(2);
    expect(err.trimEnd()).not.toMatch(/\p{Cc}/u);
    expect(err).toMatch(/is not valid JSON|cannot read gone/);
  }
});

it("of a HAR that breaks off does not say that it is a log", async () => {
  FILES["cut.har"] = FILES["failed.har"]?.slice(0, -200).replace('"entries"', '"entrie') ?? "";
  const { code, err } = await cli("analyze", "cut.har");
  expect({ code, err }).toEqual({ code: 2, err: expect.stringMatching(/cut\.har: The JSON breaks off.*again\.\n$/) });
});

describe("analyze --log", () => {
  it.each(["", "12:00 all is well\n"])("says that it found nothing in the log %j", async (log) => {
    FILES["quiet.log"] = log;
    const { code, err } = await cli("analyze", "failed.har", "--log", "quiet.log");
    expect({ code, err }).toEqual({ code: 1, err: "quiet.log: nothing in it says anything about a connection\n" });
  });

  it("joins the log to the failed connection that it speaks of", async () => {
    const { code, out } = await cli("analyze", "failed.har", "--log", "server.log", "--format", "json");
    const { cards, connections } = Report.parse(JSON.parse(out));
    expect({ code, cards: cards.length, connections: connections.length }).toEqual({
      code: 1,
      cards: 1,
      connections: 1,
    });
    expect(cards[0]?.causes[0]?.cause).toBe("no-sticky-sessions");
    expect(cards[0]?.causes[0]?.evidence.some(({ events }) => events.some((id) => id.startsWith("log")))).toBe(true);
  });

  it("makes a card of its own where the capture shows no failure", async () => {
    const { code, out } = await cli("analyze", "healthy.har", "--log", "hub.log");
    expect(code).toBe(1);
    expect(out).toContain("hub-method-not-found");
  });
});

it("control characters in traffic do not reach the terminal", async () => {
  FILES["hostile.har"] = har(REFUSED.replaceAll("/chat", "/ch\u001b[2Jat"));
  expect((await cli("analyze", "hostile.har")).out).not.toContain("\u001b");
});

it("what turns the direction of writing does not reach the terminal, in traffic or in its reports", async () => {
  FILES["turned.har"] = har(REFUSED.replaceAll("/chat", "/ch\u202eat"));
  for (const format of [["cards"], ["markdown"], ["markdown", "--flavour", "jira"], ["html"]]) {
    const { code, out } = await cli("analyze", "turned.har", "--level", "none", "--format", ...format);
    expect(code).toBe(1);
    expect(out.replace(/<script[\s\S]*<\/script>/g, "")).not.toMatch(/[\u202a-\u202e\u2066-\u2069]/);
  }
});

it("commands that reproduce a failure keep their lines: what follows a remark is no part of it", async () => {
  const { out } = await cli("analyze", "failed.har");
  const [, commands = ""] = /Reproduce\n((?: {4}.*\n)+)/.exec(out) ?? [];
  expect(commands.trim().split("\n").length).toBeGreaterThan(1);
  for (const line of commands.split("\n")) expect(line).not.toMatch(/#.*\bcurl\b/);
});
