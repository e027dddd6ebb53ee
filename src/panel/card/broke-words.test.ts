import { expect, it } from "vitest";
import { brokeWords } from "./broke-words.js";

it("counts the steps from one", () => {
  const steps = [
    { phase: "negotiate", state: "passed" },
    { phase: "connect", state: "broke" },
  ] as const;
  expect(brokeWords({ steps: [...steps], phase: "connect" })).toBe("broke at step 2 of 2: connect");
});

it("names a phase that is no step of the protocol", () => {
  expect(brokeWords({ steps: [{ phase: "connect", state: "not-reached" }], phase: "preflight" })).toBe(
    "broke: CORS preflight",
  );
});
