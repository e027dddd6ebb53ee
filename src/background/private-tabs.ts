import browser from "webextension-polyfill";

export interface PrivateTabs {
  /** Does this tab belong to a private window? One that is no longer there might have: then the answer is yes. */
  isPrivate(tab: number): Promise<boolean>;
  /** The tabs that are there now are known. */
  known: Promise<unknown>;
}

/** All are asked about at once: what a worker was woken for must not wait for an answer of its own. */
export function createPrivateTabs(): PrivateTabs {
  const answers = new Map<number, Promise<boolean>>();
  const now = browser.tabs
    .query({})
    .then((tabs) => new Map(tabs.map(({ id, incognito }) => [id, incognito])))
    .catch(() => new Map<number | undefined, boolean>()); // then each is asked about when it is needed

  async function ask(tab: number): Promise<boolean> {
    const answer = (await now).get(tab);
    return answer ?? askFor(tab);
  }

  return {
    known: now,
    isPrivate(tab) {
      const answer = answers.get(tab) ?? ask(tab);
      answers.set(tab, answer);
      return answer;
    },
  };
}

async function askFor(tab: number): Promise<boolean> {
  try {
    return (await browser.tabs.get(tab)).incognito;
  } catch {
    return true; // closed in the meantime
  }
}
