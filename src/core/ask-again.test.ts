import { expect, test } from "vitest";
import { compileFolder } from "../knowledge/folder.js";
import { parseWireScript } from "../knowledge/wire-script.js";
import { analyse } from "./analysis.js";
import { askAgainUrl } from "./ask-again.js";
import { newExchange } from "./exchange.js";

const { knowledge } = compileFolder("knowledge");
const HIDDEN = "page https://app.test\n+0ms WS wss://app.test/live/?EIO=4&transport=websocket\n  < hidden\n";
const ANSWERED = `${HIDDEN}+5s GET https://app.test/live/?EIO=4&transport=websocket
  by (anonymous) handshake-triage:ask-again
`;

function urlFor(line: string, answer: string): string | null {
  const [exchange] = parseWireScript(`page https://app.test\n+0ms ${line}\n  < ${answer}`);
  if (exchange?.kind !== "exchange") throw new Error("the script has no request");
  return askAgainUrl(newExchange(exchange));
}

test.each([
  ["?id=abc&access_token=t", "?access_token=t"],
  ["?EIO=4&transport=websocket&sid=abc", "?EIO=4&transport=websocket"],
  ["?%73id=abc&SID=abc&Id=abc", ""],
  ["?transport=webSockets&connectionToken=abc", "?transport=webSockets"],
  ["?awps_connection_id=1&awps_reconnection_token=2&hub=chat", "?hub=chat"],
  ["?sid#sid=abc", ""],
  ["", ""],
])("of %s no id of a session is left", (query, kept) => {
  expect(urlFor(`WS wss://app.test/live/${query}`, "hidden")).toBe(`https://app.test/live/${kept}`);
});

test("only a WebSocket whose status is hidden is asked for again", () => {
  expect(urlFor("WS ws://app.test/live/", "net::ERR_FAILED")).toBe("http://app.test/live/");
  expect(urlFor("WS ws://app.test/live/", "404")).toBeNull();
  expect(urlFor("WS ws://app.test/live/", "net::ERR_CONNECTION_REFUSED")).toBeNull();
  expect(urlFor("GET http://app.test/live/", "net::ERR_FAILED")).toBeNull();
});

test("the answer is no attempt of the page's, and makes its cause likely, never certain", () => {
  const { cards, connections, summary } = analyse(parseWireScript(`${ANSWERED}  < 404`), knowledge);
  expect(connections).toHaveLength(1);
  expect(summary.otherRequests).toBe(0);
  expect(cards).toMatchObject([{ status: 404, occurrences: 1, causes: [{ cause: "path-mismatch" }, {}] }]);
  expect(cards[0]?.causes.map(({ confidence }) => confidence)).not.toContain("confirmed");
  expect(cards[0]?.request?.text).toBe(
    "WebSocket wss://app.test/live/ → status hidden; asked again over plain HTTP → 404",
  );
});

test.each(["200", "400", "426"])(
  "a %s, which a plain GET may get where all is well, leaves the status hidden",
  (status) => {
    const { cards } = analyse(parseWireScript(`${ANSWERED}  < ${status}`), knowledge);
    expect(cards).toMatchObject([{ status: null, causes: [{ cause: "handshake-status-hidden" }] }]);
  },
);

test("where the page's policy forbids the question, nothing new has failed", () => {
  const { cards, connections } = analyse(
    parseWireScript(`${HIDDEN}+5s GET https://app.test/live/?EIO=4&transport=websocket\n  < csp`),
    knowledge,
  );
  expect(connections).toHaveLength(1);
  expect(cards).toMatchObject([{ causes: [{ cause: "handshake-status-hidden" }] }]);
});
