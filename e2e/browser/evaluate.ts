import type { CdpSession } from "./cdp.js";

/** A function that runs in the browser: it may use its argument and the document's globals, nothing of this module. */
export type InBrowser<Arg, Result> = (arg: Arg) => Result | Promise<Result>;

/**
 * Runs an expression or a function in a session's document and returns its (awaited, JSON-like) value.
 * tsx wraps named functions in a helper, `__name`, which the document lacks: it is passed in as a parameter.
 */
export async function evaluateIn<Result, Arg = undefined>(
  session: CdpSession,
  code: string | InBrowser<Arg, Result>,
  arg?: Arg,
): Promise<Result> {
  const call = `((__name) => (${String(code)})(${JSON.stringify(arg) ?? ""}))((named) => named)`;
  const { result, exceptionDetails } = await session.send("Runtime.evaluate", {
    expression: typeof code === "string" ? code : call,
    awaitPromise: true,
    returnByValue: true,
    userGesture: true,
  });
  if (exceptionDetails !== undefined) {
    const thrown = exceptionDetails.exception?.description ?? exceptionDetails.text;
    throw new Error(`In the browser: ${thrown}\n  while evaluating: ${String(code).slice(0, 200)}`);
  }
  return result.value as Result;
}
