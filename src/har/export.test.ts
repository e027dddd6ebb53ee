import { expect, it } from "vitest";
import { NOTHING_KNOWN } from "../core/knowledge.js";
import { parseWireScript } from "../knowledge/wire-script.js";
import { makeSafe, SecretLeft } from "./export.js";

const SECRET = "tangerine-4711-brunhilde";
const { check } = makeSafe(
  [
    parseWireScript(`page https://app.test
+0ms POST https://app.test/chat/negotiate?negotiateVersion=1
  > Cookie: session=${SECRET}
  < 401`),
  ],
  NOTHING_KNOWN,
  {},
);

it.each([
  ["as it is", SECRET],
  ["percent-encoded", encodeURIComponent(`;${SECRET};`)],
  ["in base64", btoa(SECRET)],
])(
  "a finished file in which a secret still stands, %s, is not written, and the complaint does not name it",
  (_, left) => {
    const file = JSON.stringify({ log: { comment: left } });
    expect(() => check(file)).toThrow(SecretLeft);
    expect(() => check(file)).toThrow(expect.objectContaining({ message: expect.not.stringContaining(left) }));
  },
);

it("a file without one is", () => {
  expect(() => check(JSON.stringify({ log: { comment: "a cookie" } }))).not.toThrow();
});

it.each(["first", "middle", "last"])("in a long file it is found on the %s of its lines", (place) => {
  const lines = Array.from({ length: 40_000 }, (_, nth) => `what line ${nth} of all that are there tells`);
  const at = { first: 0, middle: 20_000, last: lines.length - 1 }[place] ?? 0;
  const written = (text: readonly string[]) => JSON.stringify({ log: { comment: text } }, null, 2);
  expect(() => check(written(lines))).not.toThrow();
  expect(() => check(written(lines.with(at, `session ${SECRET}`)))).toThrow(`[${at}]`);
});
