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
