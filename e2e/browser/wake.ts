import type { LaunchedBrowser } from "./launch.js";

/** Starts the extension's worker where it was stopped: a closed tab is something that it wants to hear of. */
export async function wakeWorker({ context }: Pick<LaunchedBrowser, "context">): Promise<void> {
  await (await context.newPage()).close();
}
