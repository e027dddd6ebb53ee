import type { InBrowser } from "../evaluate.js";
import type { BidiConnection } from "./bidi.js";

interface Evaluated {
  type: "success" | "exception";
  result?: { value?: unknown };
  exceptionDetails?: { text: string };
}

/**
 * Runs an expression or a function in a page, or in the browser's own window, and returns its (awaited, JSON-like) value.
 * The value crosses as JSON: BiDi's own way of writing values out has a form for every type.
 */
export async function evaluateBidi<Result, Arg = undefined>(
  bidi: BidiConnection,
  context: string,
  code: string | InBrowser<Arg, Result>,
  arg?: Arg,
): Promise<Result> {
  const answer = await bidi.send<Evaluated>("script.evaluate", {
    expression: `(async () => JSON.stringify(await ${expressionOf(code, arg)}) ?? null)()`,
    target: { context },
    awaitPromise: true,
    userActivation: true,
  });
  if (answer.type === "exception") {
    throw new Error(
      `In the browser: ${answer.exceptionDetails?.text}\n  while evaluating: ${String(code).slice(0, 200)}`,
    );
  }
  const text = answer.result?.value;
  return (typeof text === "string" ? JSON.parse(text) : undefined) as Result;
}

/** tsx wraps named functions in a helper, `__name`, which the document lacks: it is passed in as a parameter. */
export function expressionOf<Arg, Result>(code: string | InBrowser<Arg, Result>, arg?: Arg): string {
  if (typeof code === "string") return `(${code}\n)`;
  return `((__name) => (${String(code)})(${JSON.stringify(arg) ?? ""}))((named) => named)`;
}
