import { type CdpConnection, CdpError, type CdpSession, type TargetInfo } from "./cdp.js";
import type { ErrorLog } from "./error-log.js";
import { evaluateIn, type InBrowser } from "./evaluate.js";
import { sleep, waitUntil } from "./wait.js";

const NO_ANSWER_MS = 2000;

/**
 * The extension's service worker. A debugger, ours or Playwright's, keeps a worker alive: it never idles out in a
 * test, so `stop()` is the way to try what its end does.
 */
export class ServiceWorker {
  readonly #connection: CdpConnection;
  readonly #extensionId: string;

  constructor(connection: CdpConnection, extensionId: string) {
    this.#connection = connection;
    this.#extensionId = extensionId;
  }

  /** Every start of the worker, the first and each later one, is watched for errors. */
  async watch(errors: ErrorLog): Promise<void> {
    const { browser } = this.#connection;
    browser.on<{ sessionId: string; targetInfo: TargetInfo }>("Target.attachedToTarget", (event) => {
      if (event.targetInfo.type !== "service_worker" || !this.#isOurs(event.targetInfo)) return;
      watchUntilGone(errors, this.#connection.session(event.sessionId));
    });
    const filter = [{ type: "service_worker" }];
    await browser.send("Target.setAutoAttach", {
      autoAttach: true,
      waitForDebuggerOnStart: false,
      flatten: true,
      filter,
    });
  }

  async running(): Promise<boolean> {
    return (await this.#target()) !== undefined;
  }

  async evaluate<Result, Arg = undefined>(code: string | InBrowser<Arg, Result>, arg?: Arg): Promise<Result> {
    const target = await waitUntil("the extension's service worker to run", () => this.#target(), 5_000);
    const session = await this.#connection.attach(target.targetId);
    try {
      // One that is only just starting has no extension API yet.
      await waitUntil("the service worker to have started", () =>
        evaluateIn<boolean>(session, "typeof chrome === 'object'"),
      );
      return await evaluateIn<Result, Arg>(session, code, arg);
    } finally {
      await this.#connection.browser.send("Target.detachFromTarget", { sessionId: session.id });
    }
  }

  /** Ends it the way the browser does when it idles; the next event starts a new one. */
  async stop(): Promise<void> {
    const target = await this.#target();
    if (target === undefined) return;
    // One that is woken again at once keeps its target: only what it had in memory tells it from the new one.
    await this.evaluate("void (globalThis.isToStop = true)");
    await this.#connection.browser.send("Target.closeTarget", { targetId: target.targetId });
    await waitUntil("the service worker to stop", async () => !(await this.running()) || !(await this.#isOld()));
  }

  /** While somebody is attached to it, a stopped worker keeps its target, which answers again when it is woken. */
  async #isOld(): Promise<boolean> {
    const answer = this.evaluate<boolean>("globalThis.isToStop === true").catch(() => false);
    return Promise.race([answer, sleep(NO_ANSWER_MS).then(() => false)]);
  }

  async #target(): Promise<TargetInfo | undefined> {
    const targets = await this.#connection.targets();
    return targets.find((target) => target.type === "service_worker" && this.#isOurs(target));
  }

  #isOurs(target: TargetInfo): boolean {
    return target.url.startsWith(`chrome-extension://${this.#extensionId}/`);
  }
}

function watchUntilGone(errors: ErrorLog, session: CdpSession): void {
  errors
    .watch(session, () => "service worker")
    .catch((error: unknown) => {
      // A worker may end while it is being attached to; anything else is a fault of ours.
      if (!(error instanceof CdpError)) throw error;
      process.stderr.write(`[service worker] not watched: ${error.message}\n`);
    });
}
