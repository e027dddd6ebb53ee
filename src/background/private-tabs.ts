import browser from "webextension-polyfill";

/** Does this tab belong to a private window? One that is no longer there might have: then the answer is yes. */
export function createPrivateTabs(): (tab: number) => Promise<boolean> {
  const known = new Map<number, Promise<boolean>>();
  return (tab) => {
    const answer = known.get(tab) ?? ask(tab);
    known.set(tab, answer);
    return answer;
  };
}

async function ask(tab: number): Promise<boolean> {
  try {
    return (await browser.tabs.get(tab)).incognito;
  } catch {
    return true; // closed in the meantime
  }
}
