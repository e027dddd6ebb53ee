import { describe, expect, it } from "vitest";
import { REFUSED } from "../core/testing/refused.js";
import { Report } from "../report/json.js";
import { cli, FILES, har } from "./testing/cli.js";

describe("explain", () => {
  it("exits 1 and shows the card of a pasted line", async () => {
    const { code, out, err } = await cli("explain", "Error: No Connection with that ID: Status code '404'");
    expect({ code, err }).toEqual({ code: 1, err: "" });
    expect(out).toContain("no-sticky-sessions");
  });

  it("reads standard input, and takes a hint", async () => {
    FILES["-"] = '{"code":1,"message":"Session ID unknown"}';
    const { code, out } = await cli("explain", "-", "--protocol", "engine-io", "--format", "json");
    FILES["-"] = har(REFUSED);
    expect(code).toBe(1);
    const [card] = Report.parse(JSON.parse(out)).cards;
    expect(card).toMatchObject({ protocol: "engine-io", engineIoCode: 1 });
    expect(card?.causes[0]?.cause).toBe("no-sticky-sessions");
  });

  it.each([
    ["the name of a file", ["server.log"], /what is in server\.log is read with: explain - < server\.log/],
    ["the names of files", ["server.log", "hub.log"], /what is in server\.log is read with/],
    ["the name of a file that is not there", ["gone.log"], /there is no file gone\.log; explain takes a text/],
    ["a pattern of names", ["logs\\*.log"], /^handshake-triage: logs\\\*\.log is a pattern, .*PowerShell: \(Get-Item/],
    ["a HAR", ["-"], /this is a HAR, not a text; analyze reads it/],
  ])("exits 2 and says what to do on %s", async (_, args, message) => {
    const { code, out, err } = await cli("explain", ...args);
    expect({ code, out }).toEqual({ code: 2, out: "" });
    expect(err).toMatch(message);
  });

  it("names what threads in the same words came to where no sentence says why, and keeps none of the text", async () => {
    const text = "Our Flask app on gunicorn with several threads, socket.io: hunter's client does not get its events";
    const { code, out } = await cli("explain", text);
    expect(code).toBe(1);
    expect(out).toMatch(
      /✗ Perhaps: The Python web server's workers[\s\S]*possible[\s\S]*those of public threads[\s\S]*“gunicorn”/,
    );
    expect(out).toContain("Nothing in this text says why");
    expect(out).not.toContain("hunter");
    const bare = await cli("explain", "socket.io does not connect");
    expect(bare.out).toContain("does not tell the cause");
  });

  it("finds the failure at the end of a long log, as that of a server's pod", async () => {
    const well = Array.from({ length: 3000 }, (_, index) => {
      const name = `${letters(index)}-${letters(index * 7919)}`;
      return `[INF] GET /api/orders/${name} took a moment and was answered well, as all before it`;
    });
    const failed =
      "fail: Microsoft.AspNetCore.SignalR.Internal.DefaultHubDispatcher[8]\n      Failed to invoke hub method 'Send'.\n      Microsoft.AspNetCore.SignalR.HubException: Method does not exist.";
    FILES["-"] = [...well, failed].join("\n");
    const { code, out, err } = await cli("explain", "-");
    FILES["-"] = har(REFUSED);
    expect({ code, out }).toEqual({ code: 1, out: expect.stringContaining("hub-method-not-found, confirmed") });
    expect(err).toMatch(/kinds of lines were not looked at/);
  });

  it("says how much of a text is too long to be read", async () => {
    FILES["-"] = `${"a".repeat(12_000_000)}\nError: No Connection with that ID`;
    const { err } = await cli("explain", "-");
    FILES["-"] = har(REFUSED);
    expect(err).toContain("the last 1 MB were not read");
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
    expect(out).toContain("The text does not tell the cause");
    expect(out).toContain("It lacks the URL that failed");
    expect(out).toContain("Ask the server by hand to begin with: curl -i -X POST");
    expect(out).not.toMatch(/broke at/i);
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
    ["a format that every object has", ["text", "--format", "toString"], /--format is one of cards, json, markdown/],
  ])("exits 2 with one line on %s", async (_, args, message) => {
    const { code, out, err } = await cli("explain", ...args);
    expect({ code, out }).toEqual({ code: 2, out: "" });
    expect(err).toMatch(message);
  });
});

/** A word of letters alone: lines that differ in figures only are of one kind. */
function letters(count: number): string {
  return [...String(count)].map((digit) => String.fromCharCode(97 + Number(digit))).join("");
}
