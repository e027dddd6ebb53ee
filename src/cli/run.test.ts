import { knowledge } from "virtual:knowledge";
import { describe, expect, it } from "vitest";
import { analyse } from "../core/analysis.js";
import { writeHar } from "../har/write.js";
import { parseWireScript } from "../knowledge/wire-script.js";
import { Report } from "../report/json.js";
import { run } from "./run.js";
import { UsageError } from "./usage.js";

const NEGOTIATE = `
page https://app.test
+0ms POST https://app.test/chat/negotiate?negotiateVersion=1
  > X-SignalR-User-Agent: Microsoft SignalR/10.0
  < 200
  << {"connectionId":"connection-id-1","connectionToken":"connection-token-1","negotiateVersion":1,"availableTransports":[{"transport":"WebSockets","transferFormats":["Text"]}]}
+30ms WS wss://app.test/chat?id=connection-token-1`;

const FAILED = `${NEGOTIATE}\n  < 404`;
const HEALTHY = `${NEGOTIATE}
  < 101
  +5ms -> {"protocol":"json","version":1}␞
  +5ms <- {}␞`;

function har(script: string): string {
  const events = parseWireScript(script);
  return JSON.stringify(writeHar(events, analyse(events, knowledge), { creatorVersion: "1" }));
}

const FILES: Record<string, string> = {
  "failed.har": har(FAILED),
  "healthy.har": har(HEALTHY),
  "notes.txt": "just notes",
  "server.log": "Error: No Connection with that ID\ntwo instances behind the load balancer",
  "hub.log": "HubException: Method does not exist.",
  "-": har(FAILED),
};

async function cli(...args: string[]) {
  const said = { out: "", err: "", files: {} as Record<string, string> };
  const code = await run(args, {
    read: async (path) => {
      const text = FILES[path];
      if (text === undefined) throw new UsageError(`cannot read ${path}: there is no such file or folder`);
      return new TextEncoder().encode(text);
    },
    write: async (path, text) => {
      said.files[path] = text;
    },
    print: (text) => {
      said.out += text;
    },
    complain: (text) => {
      said.err += text;
    },
    untilStopped: () => meanwhile(said.out),
    hasColours: false,
  });
  return { code, ...said };
}

/** What happens while a command goes on until it is stopped. */
let meanwhile = async (_printed: string): Promise<void> => undefined;

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
    expect(out).toContain("1 connection, all well.");
  });

  it("reads standard input", async () => expect((await cli("analyze", "-")).code).toBe(1));

  it("makes one report of several files, with connections that keep apart", async () => {
    const { out } = await cli("analyze", "failed.har", "healthy.har", "failed.har", "--format", "json");
    const report = Report.parse(JSON.parse(out));
    expect(report.summary).toMatchObject({ connections: 3, failed: 2, cards: 1 });
    expect(report.cards[0]?.occurrences).toBe(2);
    expect(report.connections.map(({ id }) => id)).toEqual(["f1-c1", "f2-c1", "f3-c1"]);
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
    ["an unknown place for Markdown", ["failed.har", "--flavour", "mars"], /--flavour is one of github/],
    ["a server log that is not there", ["failed.har", "--log", "x"], /--log: cannot read x/],
    ["a log beside two files", ["failed.har", "healthy.har", "--log", "notes.txt"], /--log goes with one HAR/],
    ["an unknown option", ["failed.har", "--colour"], /--colour/],
    ["two files as one HAR", ["failed.har", "healthy.har", "--format", "har"], /one file at a time/],
  ])("exits 2 with one line on %s", async (_, args, message) => {
    const { code, out, err } = await cli("analyze", ...args);
    expect({ code, out }).toEqual({ code: 2, out: "" });
    expect(err).toMatch(message);
    expect(err.trimEnd().split("\n")).toHaveLength(1);
  });
});

describe("analyze --log", () => {
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

describe("explain", () => {
  it("exits 1 and shows the card of a pasted line", async () => {
    const { code, out, err } = await cli("explain", "Error: No Connection with that ID: Status code '404'");
    expect({ code, err }).toEqual({ code: 1, err: "" });
    expect(out).toContain("no-sticky-sessions");
  });

  it("reads standard input, and takes a hint", async () => {
    FILES["-"] = '{"code":1,"message":"Session ID unknown"}';
    const { code, out } = await cli("explain", "-", "--protocol", "engine-io", "--format", "json");
    FILES["-"] = har(FAILED);
    expect(code).toBe(1);
    const [card] = Report.parse(JSON.parse(out)).cards;
    expect(card).toMatchObject({ protocol: "engine-io", engineIoCode: 1 });
    expect(card?.causes[0]?.cause).toBe("no-sticky-sessions");
  });

  it("exits 0 and says so where nothing failed", async () => {
    const { code, out } = await cli(
      "explain",
      "[2026-01-01T10:00:00.000Z] Information: WebSocket connected to wss://app.test/chat?id=abc.",
    );
    expect({ code, out }).toEqual({
      code: 0,
      out: "This text shows no failed SignalR, Engine.IO/Socket.IO or Web PubSub connection.\n",
    });
  });

  it.each([
    "dbug: Microsoft.AspNetCore.Server.Kestrel[0]\n      Using development certificate: CN=localhost\ninfo: Microsoft.Hosting.Lifetime[14]\n      Now listening on: https://localhost:5001",
    "dbug: JwtBearerHandler[9]\n      AuthenticationScheme: Bearer was not authenticated.\ninfo: Microsoft.AspNetCore.Hosting.Diagnostics[2]\n      Request finished HTTP/1.1 POST http://localhost/chat/negotiate?negotiateVersion=1 - 200 316",
    'app.test - - [26/Nov/2026:10:00:00 +0000] "GET /socket.io/?EIO=4&transport=websocket HTTP/1.1" 101 0 "-" "Mozilla/5.0 Firefox/120.0"',
    "a1: Sending packet OPEN data {'sid': 'a1', 'pingTimeout': 20000, 'pingInterval': 25000}\na1: Upgrade to websocket successful\na1: Client is gone, closing socket",
    'heroku[router]: at=info method=GET path="/socket.io/?EIO=4&transport=websocket" dyno=web.1 status=101 protocol=https',
  ])("no card for a healthy log: %s", async (text) => {
    const { code, out } = await cli("explain", text);
    expect({ code, out }).toEqual({ code: 0, out: expect.stringContaining("no failed") });
  });

  it("guesses nothing where nothing is told, and says what is missing", async () => {
    const { code, out } = await cli("explain", "the SignalR application sits there and never connects");
    expect(code).toBe(1);
    expect(out).toContain("It lacks the URL that failed");
    expect(out).not.toContain("Fix");
  });

  it("asks for the library where nothing names it, instead of taking any program's failure for one of its own", async () => {
    const unnamed = await cli("explain", "net::ERR_CERT_AUTHORITY_INVALID");
    expect(unnamed.code).toBe(0);
    expect(unnamed.err).toContain("--protocol");
    const named = await cli("explain", "net::ERR_CERT_AUTHORITY_INVALID", "--protocol", "engine-io");
    expect(named).toMatchObject({ code: 1, out: expect.stringContaining("certificate") });
  });

  it("shows no secret", async () => {
    const token = `ey${"J".repeat(40)}.ey${"K".repeat(40)}.${"L".repeat(40)}`;
    const { out } = await cli(
      "explain",
      `WebSocket connection to 'wss://app.test/chat?id=abc&access_token=${token}' failed`,
    );
    expect(out).not.toContain(token);
  });

  it.each([
    ["nothing", [" "], /this one is empty/],
    ["an unknown protocol", ["text", "--protocol", "mqtt"], /--protocol is one of signalr, engine-io, web-pubsub/],
    ["an unknown format", ["text", "--format", "har"], /--format is one of cards, json, markdown/],
  ])("exits 2 with one line on %s", async (_, args, message) => {
    const { code, out, err } = await cli("explain", ...args);
    expect({ code, out }).toEqual({ code: 2, out: "" });
    expect(err).toMatch(message);
  });
});

describe("the rest of the command line", () => {
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
});

it("control characters in traffic do not reach the terminal", async () => {
  FILES["hostile.har"] = har(FAILED.replaceAll("/chat", "/ch\u001b[2Jat"));
  expect((await cli("analyze", "hostile.har")).out).not.toContain("\u001b");
});

describe("redact", () => {
  const SECRETIVE = FAILED.replace(
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

describe("replay", () => {
  it("serves the recorded failure until it is stopped, and says of each request what answered it", async () => {
    let status = 0;
    let address = "";
    meanwhile = async (printed) => {
      address = /http:\/\/127\.0\.0\.1:\d+\/chat/.exec(printed)?.[0] ?? "";
      const answer = await fetch(`${address}/negotiate?negotiateVersion=1`, { method: "POST" });
      const { connectionToken } = (await answer.json()) as { connectionToken: string };
      status = (await fetch(`${address}?id=${connectionToken}`)).status;
    };
    const { code, out, err } = await cli("replay", "failed.har");
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
