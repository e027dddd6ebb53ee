import * as z from "zod/mini";

const CALLS_KEPT = 40;

const text = z.catch(z.string(), "");
const Stack = z.object({
  callFrames: z.catch(z.array(z.catch(z.nullable(z.object({ functionName: text, url: text })), null)), []),
  parent: z.optional(z.unknown()),
});
const Initiator = z.object({ stack: Stack });

/** Chromium's stack with its asynchronous parents as "function url", innermost first; null when there is none. */
export function readInitiator(initiator: unknown): string[] | null {
  const calls: string[] = [];
  let stack: z.infer<typeof Stack> | undefined = Initiator.safeParse(initiator).data?.stack;
  for (; stack && calls.length < CALLS_KEPT; stack = Stack.safeParse(stack.parent).data) {
    for (const call of stack.callFrames) if (call && !isOurs(call.url)) calls.push(`${call.functionName} ${call.url}`);
    if (stack.parent === undefined) break;
  }
  return calls.length > 0 ? calls.slice(0, CALLS_KEPT) : null;
}

/** The page tap stands between a page and its WebSocket; it is nobody who asked. */
function isOurs(url: string): boolean {
  return /^(chrome|moz)-extension:\/\/[^/]+\/src\/capture\/page-tap/.test(url);
}

/** The least that Chrome's importer takes for a stack, and that reads back as the same calls. */
export function writeInitiator(calls: string[]): object {
  const callFrames = calls.map((call) => {
    const cut = call.lastIndexOf(" ");
    const [functionName, url] = cut < 0 ? [call, ""] : [call.slice(0, cut), call.slice(cut + 1)];
    return { functionName, scriptId: "", url, lineNumber: 0, columnNumber: 0 };
  });
  return { type: "script", stack: { callFrames } };
}
