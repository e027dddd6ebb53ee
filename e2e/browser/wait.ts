/** Everything that is waited for may take this many times as long: for machines that are slow, or busy with something else. */
export const PATIENCE = Number(process.env.HANDSHAKE_TRIAGE_PATIENCE) || 1;

/**
 * Asks again until there is an answer. Says what it waited for: a bare "timeout" in a browser test explains nothing.
 * The answer to wait for is anything but undefined and false.
 */
export async function waitUntil<T>(
  what: string,
  ask: () => Promise<T | undefined | false>,
  timeout = 15_000,
): Promise<T> {
  const longest = timeout * PATIENCE;
  const end = Date.now() + longest;
  let lastError: unknown;
  for (;;) {
    try {
      const answer = await ask();
      if (answer !== undefined && answer !== false) return answer;
      lastError = undefined;
    } catch (error) {
      // A document that is just being replaced rejects the question; only the last such error is worth telling.
      lastError = error;
    }
    if (Date.now() >= end) throw new Error(`Waited ${longest} ms for ${what}, in vain.`, { cause: lastError });
    await sleep(50);
  }
}

export function sleep(ms: number): Promise<void> {
  return new Promise((resolve) => setTimeout(resolve, ms));
}
