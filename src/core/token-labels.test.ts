import { expect, test } from "vitest";
import { withPlainLabels } from "./token.js";

test("a label in an address is read as it stands everywhere else, and nothing else is decoded", () => {
  expect(withPlainLabels("http://app.test/%5Bname-7%3B5B%5D/a%20b/%5B1%5D")).toBe(
    "http://app.test/[name-7;5B]/a%20b/%5B1%5D",
  );
});
