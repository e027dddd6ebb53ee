import { describe, expect, it } from "vitest";
import { createRedactor } from "./redact.js";
import { JWT } from "./testing/redacted.js";

describe("text of any kind", () => {
  const { redactText } = createRedactor({ level: "keep-payloads" });
  it.each([
    [
      "a URL within a URL",
      "https://a.test/login?ReturnUrl=%2Fchat%3Fid%3Dabcdefgh",
      /^https:\/\/a\.test\/login\?ReturnUrl=%2Fchat%3Fid%3D%255Bid-\d%253B8B%255D$/,
    ],
    ["a percent-encoded JWT", `see ${JWT.replaceAll(".", "%2E")}`, /^see \[token-\d;/],
    [
      "a connection's id in JSON that was cut off",
      '{"connectionId":"abcdefgh12","conn',
      /^\{"connectionId":"\[id-\d;10B\]","conn$/,
    ],
    ["credentials before the host", "https://bob:pass1@a.test/", /^https:\/\/%5Bkey-\d%3B9B%5D@a\.test\/$/],
    ["a Data Protection blob", `bad CfDJ8${"a1".repeat(20)}.`, /^bad \[id-\d;45B\]\.$/],
    [
      "a key in a path without its host",
      "Cannot GET /users/t3HoA9bC4dE5fG6hI7jK8lM9nO0p%2FqR1sT2uV3wX4yZ5aB6",
      /^Cannot GET \/users\/%5Bdata-\d%3B47B%5D$/,
    ],
    ["a key in JSON that was cut off", `{"x":"a1B\\u002B${"c2D".repeat(14)}`, /^\{"x":"\[data-\d;51B\]$/],
    ["a blob in HTML's numbers", `<p>&#67;fDJ8${"a1".repeat(20)}</p>`, /^<p>\[data-\d;49B\]<\/p>$/],
    ["a bearer token in prose", "sent Bearer abc123def456 to", /^sent Bearer \[token-\d;12B\] to$/],
  ])("%s is found", (_, text, expected) => {
    const once = redactText(text);
    expect(once).toMatch(expected);
    expect(redactText(once)).toBe(once);
  });

  it.each([
    "Basic authentication is off",
    'Bearer realm="x", error="invalid_token"',
    "error code=404, id=3",
    "<p>Can&#39;t connect</p>",
    '{"title":"It\\u0027s out of paper',
    "https://a.test/chat?negotiateVersion=1",
  ])("%s stays", (text) => {
    expect(redactText(text)).toBe(text);
  });
});

describe("words that no known error has", () => {
  const { redactText } = createRedactor();
  it.each([
    ["Connection closed with an error.", /^Connection closed with an error\.$/],
    ["The protocol 'messagepack' is not supported.", /^The protocol 'messagepack' is not supported\.$/],
    ["The protocol 'tangerine' is not supported.", /^The protocol '\[data-\d;9B\]' is not supported\.$/],
    ["HubException: the account 4711 of Brunhilde is closed", /^HubException: \[data-\d;39B\]$/],
    [
      "Failed to invoke 'Multiply' due to an error on the server.",
      /^Failed to invoke '\[data-\d;8B\]' due to an error on the server\.$/,
    ],
    ["<h1>502 Bad Gateway</h1><p class=tangerine>tangerine</p>", /^<h1>502 Bad Gateway<\/h1><p>\[data-\d;9B\]<\/p>$/],
    ["<script>var user = 'tangerine'</script>", /^\[data-\d;39B\]$/],
    [
      "see https://app.test/tangerine/login?tangerine=1#tangerine",
      /^\[data-\d;3B\] https:\/\/host-1\.invalid\/%5Bname-\d%3B9B%5D\/login\?%5Bname-\d%3B9B%5D=%5Bdata-\d%3B1B%5D#%5Bdata-\d%3B9B%5D$/,
    ],
  ])("go from %s", (text, expected) => {
    const once = redactText(text);
    expect(once).toMatch(expected);
    expect(redactText(once)).toBe(once);
  });
});

describe("a strict export keeps whole what says nothing of the application", () => {
  const { redactText } = createRedactor();
  it.each([
    "Failed to start the connection: Error: Failed to complete negotiation with the server: TypeError: Failed to fetch",
    "Failed to complete negotiation with the server: Error: Gateway Timeout: Status code '504'",
    "Failed to complete negotiation with the server: TimeoutError: A timeout occurred.",
    "WebSocket failed to connect. The connection could not be found on the server, either the endpoint may not be a SignalR endpoint, the connection ID is not present on the server, or there is a proxy blocking WebSockets. If you have multiple servers check that sticky sessions are enabled.",
    "Connection disconnected with error 'Error: WebSocket closed with status code: 1006 (no reason given).'.",
    "<hr><center>nginx/1.22.1</center>\n<!-- a padding to disable MSIE and Chrome friendly error page -->",
  ])("%s", (text) => expect(redactText(text)).toBe(text));

  it("and a transport that no server knows", () => {
    const url = "https://app.test/socket.io/?EIO=4&transport=udp";
    expect(redactText(url)).toContain("transport=udp");
  });

  it.each(["Error: no seat left for Ada", "ContosoError: out of stock", "<!-- built by Ada -->"])(
    "but not %s",
    (text) => {
      expect(redactText(text)).not.toMatch(/Ada|Contoso|stock/);
    },
  );
});
