import { CdpError } from "../browser/cdp.js";
import { evaluateIn } from "../browser/evaluate.js";
import { sleep, waitUntil } from "../browser/wait.js";
import type { Chromium } from "./chromium.js";
import { HOST, type Ports } from "./substitute.js";
import type { TestPage } from "./tests.js";
import type { TappedDocument, Witness } from "./witness.js";

/** The harness's own limits, and some time to say so. */
const LIMIT_MS = 15_000;
const LONG_LIMIT_MS = 70_000;
/** The tap's events arrive in batches. */
const TELL_MS = 120;

export interface Result {
  /** By name: did it pass? The page itself is one of them. */
  passed: Map<string, boolean>;
  messages: Map<string, string>;
  /** What came from the taps of the page and whatever it opened; null where nothing is tapped. */
  documents: TappedDocument[] | null;
  /** As a debugger sees it when the test is over: the page's WebSocket is the tap's stand-in. */
  isTapped: boolean;
}

interface HarnessResult {
  status: number;
  message: string | null;
  subtests: { name: string; status: number; message: string | null }[];
}

export function urlOf(page: TestPage, ports: Ports): string {
  const scheme = page.server === "http" ? "http" : "https";
  return `${scheme}://${HOST}:${ports[page.server][0]}${page.path}`;
}

/** Opens one test page in the tab and waits for what its harness says. */
export async function runPage(chromium: Chromium, page: TestPage, ports: Ports, witness?: Witness): Promise<Result> {
  const url = urlOf(page, ports);
  await witness?.forget();
  await chromium.tab.send("Page.navigate", { url });
  const limit = page.isLong ? LONG_LIMIT_MS : LIMIT_MS;
  const told = await waitUntil(url, () => harnessResult(chromium, url), limit).catch(() => null);
  const isTapped = await isProxy(chromium);
  if (witness) await sleep(TELL_MS);
  const documents = witness ? await witness.documents() : null;
  await closeOthers(chromium);
  return { ...resultOf(told), documents, isTapped };
}

async function harnessResult({ tab }: Chromium, url: string): Promise<HarnessResult | undefined> {
  const [at, text] = await evaluateIn<[string, string | undefined]>(tab, "[location.href, window.harnessResult]");
  return at === url && text ? (JSON.parse(text) as HarnessResult) : undefined;
}

function resultOf(told: HarnessResult | null): Pick<Result, "passed" | "messages"> {
  const passed = new Map([["(the harness ran to its end)", told?.status === 0]]);
  const messages = new Map([["(the harness ran to its end)", told?.message ?? "it never did"]]);
  for (const { name, status, message } of told?.subtests ?? []) {
    let key = name;
    while (passed.has(key)) key += " (again)";
    passed.set(key, status === 0);
    messages.set(key, message ?? "");
  }
  return { passed, messages };
}

/** No page can see this, a debugger can. */
async function isProxy({ tab }: Chromium): Promise<boolean> {
  const { result } = await tab.send("Runtime.evaluate", { expression: "WebSocket" });
  return result.subtype === "proxy" || result.description?.startsWith("Proxy") === true;
}

/** Windows that a test left open would go on in the next one's time. */
async function closeOthers({ cdp, tabId }: Chromium): Promise<void> {
  for (const { type, url, targetId } of await cdp.targets()) {
    if (type !== "page" || targetId === tabId || url.startsWith("devtools:")) continue;
    await cdp.browser.send("Target.closeTarget", { targetId }).catch((error: unknown) => {
      if (!(error instanceof CdpError)) throw error; // it has closed itself
    });
  }
}
