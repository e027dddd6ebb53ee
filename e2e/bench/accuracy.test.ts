import { describe, expect, test } from "vitest";
import { compileFolder } from "../../src/knowledge/folder.js";
import { accuracyReport } from "./accuracy-report.js";
import { readCases } from "./labelled-case.js";
import { type Answer, answer, isNearHit, isRight, type Scored, score } from "./score.js";

function scored(cause: string, answers: Answer[], more: Partial<Scored["label"]> = {}): Scored {
  return {
    symptom: { id: cause, stack: "signalr", symptom_text: "", observed: null },
    label: { root_cause: cause, kind: "error-text", decidable: true, ...more },
    answers,
  };
}

const likely = (cause: string): Answer => ({ cause, confidence: "likely" });

const LINES = [
  {
    id: "one",
    stack: "signalr",
    symptom_text: "HubException: Method does not exist.",
    observed: { phase: "send", notes: "wrong-endpoint wrong-endpoint" },
    root_cause: "hub-method-not-found",
    kind: "error-text",
    decidable: true,
    cause_text: "never read",
  },
  {
    id: "two",
    stack: "engineio",
    symptom_text: "the server answers",
    observed: { status: 400, body_excerpt: '{"code":1,"message":"Session ID unknown"}' },
    root_cause: "no-sticky-sessions",
    kind: "prose",
    decidable: true,
  },
]
  .map((line) => JSON.stringify(line))
  .join("\n");

describe("scoring", () => {
  test("the first line counts error texts that can be decided", () => {
    const [first, second] = accuracyReport([
      scored("a", [likely("a")]),
      scored("b", [likely("x"), likely("b")]),
      scored("c", [likely("x"), likely("y"), likely("z"), likely("c")]),
      scored("d", [likely("d")], { kind: "prose" }),
      scored("e", [likely("e")], { decidable: false }),
    ]);
    expect(first).toBe("top-1 33.3 %, top-3 66.7 % (3 cases)");
    expect(second).toBe("all: top-1 60.0 %, top-3 80.0 % (5 cases)");
  });

  test("an abstention is neither right nor near", () => {
    const nothing = scored("wrong-port", []);
    expect([isRight(nothing, 3), isNearHit(nothing)]).toEqual([false, false]);
    expect(isNearHit(scored("wrong-port", [likely("server-not-running")]))).toBe(true);
  });

  test("calibration tells how often each confidence was right", () => {
    const report = accuracyReport([scored("a", [{ cause: "a", confidence: "confirmed" }]), scored("b", [likely("x")])]);
    expect(report).toContain("  confirmed 100.0 % of 1");
    expect(report).toContain("  likely      0.0 % of 1");
  });

  test("only the symptom is handed over: labels, causes and notes are cut off before", () => {
    const [first] = readCases(LINES);
    expect(Object.keys(first?.symptom ?? {}).sort()).toEqual(["id", "observed", "stack", "symptom_text"]);
    expect(JSON.stringify(first?.symptom)).not.toMatch(/never read|wrong-endpoint|hub-method-not-found/);
  });

  test("texts and observations are analysed with the catalogue", () => {
    const { knowledge } = compileFolder("knowledge");
    const [one, two] = score(readCases(LINES), knowledge);
    expect(one && isRight(one, 1)).toBe(true);
    expect(two && isRight(two, 1)).toBe(true);
    expect(answer({ id: "", stack: "signalr", symptom_text: "", observed: null }, knowledge)).toEqual([]);
  }, 30_000);

  test("a broken line is named", () => {
    expect(() => readCases(`${LINES}\n{`)).toThrow(/line 3 is no labelled case/);
  });
});
