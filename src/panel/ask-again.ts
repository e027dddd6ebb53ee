import browser from "webextension-polyfill";
import { ASK_AGAIN } from "../core/ask-again.js";
import { words } from "./words.js";

/** More frames than this are not tried. */
const FRAMES_TRIED = 10;

/**
 * Has the page itself ask, so that its cookies and its place in the network count; DevTools then tells of the answer, also
 * where the page may not read it. A redirect is not followed: only what the page called is asked. No body, no id.
 * @param origin of the page or frame that made the refused handshake; null where it was not observed
 * @throws Error where no frame of that origin is left
 */
export async function askAgain(url: string, origin: string | null): Promise<void> {
  const options = { cache: "no-store", credentials: "include", redirect: "manual" };
  // The answer is read by nobody here; a refusal by CORS or by the page's policy is DevTools' to tell.
  const code = `fetch(${JSON.stringify(url)}, ${JSON.stringify(options)}).catch(() => undefined), "asked"\n//# sourceURL=${ASK_AGAIN}`;
  const isTop = origin === null || (await evaluate("location.origin", {})) === origin;
  for (const frame of isTop ? [{}] : await framesOf(origin)) {
    if ((await evaluate(code, frame)) === "asked") return;
  }
  throw new Error(words.fault.pageGone(origin));
}

/** The value; null where there is no such frame, or the code threw. Through the polyfill, and in Firefox, it comes in a list. */
async function evaluate(code: string, frame: Frame): Promise<unknown> {
  const got: unknown = await browser.devtools.inspectedWindow.eval(code, frame).catch(() => null);
  return Array.isArray(got) ? got[0] : got;
}

/** What `eval` takes to mean a frame; empty is the page itself. */
type Frame = Record<string, string>;

interface Resource {
  url: string;
  type?: string;
}

/** Documents of this origin; a frame is named by its URL. */
async function framesOf(origin: string): Promise<Frame[]> {
  const { inspectedWindow } = browser.devtools as unknown as {
    inspectedWindow: { getResources?(take: (all: Resource[]) => void): void };
  };
  const all = await new Promise<Resource[]>((take) => {
    if (inspectedWindow.getResources) inspectedWindow.getResources(take);
    else take([]);
  });
  const ofOrigin = all.filter(({ url }) => URL.canParse(url) && new URL(url).origin === origin);
  const documents = ofOrigin.filter(({ type }) => type === undefined || type === "document");
  return documents.slice(0, FRAMES_TRIED).map(({ url }) => ({ frameURL: url }));
}
