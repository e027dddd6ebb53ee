import { knowledge } from "virtual:knowledge";
import { describe, expect, it } from "vitest";
import { analyse } from "../core/analysis.js";
import { parseWireScript } from "../knowledge/wire-script.js";
import { FLAVOURS, type FlavourName } from "./flavours.js";
import { toMarkdown } from "./markdown.js";

const attempt = (hub: string) => `
+40s POST https://app.test/${hub}/negotiate?negotiateVersion=1
  > X-SignalR-User-Agent: Microsoft SignalR/10.0
  < 404
`;
const report = (hubs: string[], flavour: FlavourName) =>
  toMarkdown(analyse(parseWireScript(`page https://app.test\n${hubs.map(attempt).join("")}`), knowledge), {
    version: "1",
    flavour,
  });

describe.each(Object.entries(FLAVOURS))("a report for %s", (name, { limit }) => {
  const flavour = name as FlavourName;

  it("folds what is long", () => {
    const text = report(["chat"], flavour);
    expect(text).toMatch(flavour === "jira" ? /\{expand:title=Fix/ : /<details>\n<summary>Fix/);
  });

  it("says what only looks like an error", () => {
    const stopped = `page https://app.test
+0ms WS wss://app.test/socket.io/?EIO=4&transport=websocket
  < 101
  +5ms <- 0{"sid":"s","upgrades":[],"pingInterval":25000,"pingTimeout":20000}
  +1ms -> 40
  +5ms <- 40{"sid":"x"}
  +1s closed 1000 by page`;
    const text = toMarkdown(analyse(parseWireScript(stopped), knowledge), { version: "1", flavour });
    expect(text).toMatch(/Looks like an error, and is none\n\n[*-] .*normal\\?-close/);
  });

  it("is no longer than a comment may be, and says what is left out", () => {
    const text = report(
      Array.from({ length: 120 }, (_, index) => `hub${index}`),
      flavour,
    );
    expect(text.length).toBeLessThanOrEqual(limit);
    expect(text).toMatch(/\d+ more findings do not fit into a comment of \w+/);
    expect(text).toMatch(/the same label is the same secret\.\n$/);
  });

  it("is so with 10,000 findings, too, without joining them over and over, and with one that is too long for itself", () => {
    const { cards, ...rest } = analyse(parseWireScript(`page https://app.test\n${attempt("chat")}`), knowledge);
    const [card] = cards;
    if (!card) throw new Error("one attempt failed");
    const many = toMarkdown({ ...rest, cards: Array.from({ length: 10_000 }, () => card) }, { version: "1", flavour });
    expect(many.length).toBeLessThanOrEqual(limit);
    expect(many).toMatch(/9,?9\d\d more findings do not fit/);
    const long = { ...card, endpoint: `https://app.test/${"x".repeat(200_000)}` };
    const one = toMarkdown({ ...rest, cards: [long] }, { version: "1", flavour });
    expect(one.length).toBeLessThanOrEqual(limit);
    expect(one).toContain("1 more finding does not fit");
  });
});

it("Jira takes nothing from traffic for its own notation", () => {
  const text = report(["{code}", "[x|https://evil.test]", "!img.png!", "a@b"], "jira").replace(
    /\{code\}\n[\s\S]*?\n\{code\}/g,
    "",
  );
  expect(text).not.toMatch(/(?<!\\)\[x|\/\{code\}|(?<!\\)!img|a@b/);
});
