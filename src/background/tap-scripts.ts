import browser from "webextension-polyfill";
import relay from "../capture/page-relay.iife.ts?script";
import tap from "../capture/page-tap.iife.ts?script";

const EVERYWHERE = {
  runAt: "document_start",
  allFrames: true,
  matchOriginAsFallback: true,
  persistAcrossSessions: false,
} as const;

const SCRIPTS = [
  { ...EVERYWHERE, matches: ["<all_urls>"], id: "page-relay", js: [relay], world: "ISOLATED" as const },
  { ...EVERYWHERE, matches: ["<all_urls>"], id: "page-tap", js: [tap], world: "MAIN" as const },
];

/** Registers tap and relay for pages that are loaded from now on, or takes them back. One step at a time, the last one stands. */
export function createTapScripts(): { want(wanted: boolean): void } {
  let turn: Promise<void> = Promise.resolve();
  let latest = 0;
  return {
    want(wanted) {
      latest += 1;
      const step = latest;
      turn = turn.then(() => (step === latest ? sync(wanted) : undefined)).catch(tell);
    },
  };
}

async function sync(wanted: boolean): Promise<void> {
  const ids = (await browser.scripting.getRegisteredContentScripts()).map(({ id }) => id);
  const isThere = SCRIPTS.every(({ id }) => ids.includes(id));
  if (wanted && !isThere) await browser.scripting.registerContentScripts(SCRIPTS);
  if (!wanted && ids.length > 0) await browser.scripting.unregisterContentScripts({ ids });
}

/** Then no tap reports for duty, and the panel goes on saying that it cannot see the page from inside. */
function tell(error: unknown): void {
  console.warn("Handshake Triage: the page tap could not be registered or taken back", error);
}
