import { describe, expect, it, test } from "vitest";
import { compileFolder } from "../knowledge/folder.js";
import { parseWireScript } from "../knowledge/wire-script.js";
import { analyse } from "./analysis.js";

const { knowledge } = compileFolder("knowledge");
const seen = (script: string) => analyse(parseWireScript(`page https://app.test\n${script}`), knowledge);

describe("an application's request for the client's URL that fails is a connection that broke there", () => {
  test.each([
    ["500", "server-error"],
    ["404", "negotiate-endpoint-missing"],
    ["401", "auth-credentials-not-sent"],
    ["502", "bad-gateway"],
    ["net::ERR_CONNECTION_REFUSED", "server-not-running"],
  ])("%s", (answer, cause) => {
    const [card] = seen(`+0ms GET https://app.test/negotiate\n  < ${answer}`).cards;
    expect(card).toMatchObject({ protocol: "web-pubsub", phase: "negotiate", endpoint: "https://app.test/negotiate" });
    expect(card?.causes[0]).toMatchObject({ cause });
  });
});

describe("only the path speaks for it", () => {
  const [byPath] = seen("+0ms GET https://app.test/negotiate\n  < 502\n  < Server: nginx/1.26.2").cards;
  const [byClient] = seen(
    "+0ms GET https://app.test/negotiate\n  by _startCore https://app.test/app.js\n  < 502\n  < Server: nginx/1.26.2",
  ).cards;
  const said = (card: typeof byPath) => card?.causes[0]?.evidence.map(({ text }) => text).join("\n");

  it("and the card says so, and is sure of nothing", () => {
    expect(said(byPath)).toContain("says the path alone");
    expect(byPath?.causes.map(({ confidence }) => confidence)).not.toContain("confirmed");
  });

  it("unless the client's own methods asked for it", () => {
    expect(byClient).toBeDefined();
    expect(said(byClient)).not.toContain("says the path alone");
  });
});

describe("no card comes of", () => {
  test.each([
    [
      "a URL that was given",
      '+0ms GET https://app.test/negotiate\n  < 200\n  << {"url":"wss://x.test/client/hubs/chat"}',
    ],
    ["an answer in a shape of its own", '+0ms GET https://app.test/negotiate\n  < 200\n  << {"token":"x"}'],
    ["an offer that people negotiate", "+0ms GET https://app.test/api/deals/17/negotiate\n  < 500"],
    ["what is sent there", "+0ms POST https://app.test/negotiate\n  < 500"],
    ["an address that somebody typed", "+0ms GET https://app.test/negotiate\n  > Accept: text/html,*/*\n  < 404"],
    [
      "what a handler of the client asks for",
      "+0ms GET https://app.test/items\n  by emit https://app.test/@azure/web-pubsub-client.js\n  < 500",
    ],
    ["any other failing request", "+0ms GET https://app.test/live/token\n  < 401"],
    ["what the page gave up", "+0ms GET https://app.test/negotiate\n  < net::ERR_ABORTED"],
    [
      "a redirect to the same at another host",
      "+0ms GET http://app.test/negotiate\n  < 308\n  < Location: https://app.test/negotiate",
    ],
  ])("%s", (_, script) => {
    expect(seen(script)).toMatchObject({ cards: [], connections: [] });
  });

  it("SignalR's negotiate of another version", () => {
    const { cards } = seen("+0ms GET https://app.test/signalr/negotiate?clientProtocol=2.1\n  < 500");
    expect(cards).toMatchObject([{ protocol: "signalr" }]);
  });
});
