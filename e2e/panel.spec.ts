import type { DevtoolsPanel } from "./browser/devtools-panel.js";
import { expect, test } from "./fixtures.js";
import badRequest from "./lab/scenarios/socket-io-bad-request.js";
import forbidden from "./lab/scenarios/socket-io-forbidden.js";
import healthy from "./lab/scenarios/socket-io-healthy-default.js";
import notFound from "./lab/scenarios/socket-io-not-found.js";
import tokenOfAnotherHub from "./lab/scenarios/web-pubsub-token-of-another-hub.js";
import { cardOf, causesOf, headerOf, openCard, showCards, showDetails, visit, withLab } from "./panel-steps.js";
import { readPanel } from "./triage-panel.js";

const FORBIDDEN = "connection-refused-by-allow-request";
const NOT_FOUND = "path-mismatch";
const BAD_REQUEST = "engine-io-bad-request";
const WRONG_TOKEN = "token-invalid";

const DETAILS = "[data-testid=details]";
const FILTER = "[data-testid=filter]";

test("cards come newest first, and one that happens again is counted and moves up", async ({ fresh }) => {
  await withLab(async (lab) => {
    const first = await forbidden.start(lab);
    const second = await notFound.start(lab);
    await visit(fresh, first.page);
    await visit(fresh, second.page);
    await cardOf(fresh.panel, NOT_FOUND, 2);
    await cardOf(fresh.panel, FORBIDDEN, 2);
    expect(await cardsAsShown(fresh.panel)).toEqual([`${NOT_FOUND} ×2`, `${FORBIDDEN} ×2`]);

    await visit(fresh, first.page);
    await cardOf(fresh.panel, FORBIDDEN, 4);
    expect(await cardsAsShown(fresh.panel)).toEqual([`${FORBIDDEN} ×4`, `${NOT_FOUND} ×2`]);
  });
});

test("a click opens a card, and another closes it", async ({ fresh: { panel, ...rest } }) => {
  await showCards({ panel, ...rest }, forbidden);
  const parts = () => panel.evaluate(() => document.querySelectorAll("[data-cause] [data-part]").length);
  expect(await parts()).toBe(0);

  await panel.click(headerOf(FORBIDDEN));
  await panel.waitFor("document.querySelector('[data-card-header][aria-expanded=true]') !== null");
  expect(await partsOf(panel, FORBIDDEN)).toEqual(
    expect.arrayContaining(["steps", "request", "evidence", "fix", "reproduce"]),
  );

  await panel.click(headerOf(FORBIDDEN));
  await panel.waitFor("document.querySelector('[data-card-header][aria-expanded=false]') !== null");
  expect(await parts()).toBe(0);
});

test("the keyboard alone filters, walks the cards, opens one and its request, and comes back", async ({ fresh }) => {
  const { panel } = fresh;
  await showCards(fresh, badRequest, notFound, forbidden);
  // Wherever the keys went before, a click into the panel brings them here.
  await panel.click("[data-testid=coverage]");
  await panel.press("/");
  await panel.waitFor(focused(FILTER));
  await panel.type("engine.io");
  await panel.waitForText("3 of 3 cards");

  await tabTo(panel, "[data-card-header]");
  for (const [key, cause] of [
    ["ArrowDown", NOT_FOUND],
    ["j", BAD_REQUEST],
    ["k", NOT_FOUND],
    ["ArrowUp", FORBIDDEN],
  ] as const) {
    await panel.press(key);
    await panel.waitFor(focused(headerOf(cause)));
  }

  await panel.press("Enter");
  await panel.waitFor(`document.querySelector('[data-cause="${FORBIDDEN}"] .card-body') !== null`);
  await tabTo(panel, "[data-part=request] [data-evidence]");
  await panel.press("Enter");
  await panel.waitFor(focused("#details-title"));

  await panel.press("Escape");
  await panel.waitFor(`document.querySelector('${DETAILS}') === null`);
  expect(await panel.evaluate<boolean>(focused("[data-part=request] [data-evidence]"))).toBe(true);
});

test("the list is filtered by status, by Engine.IO code and by words", async ({ fresh }) => {
  const { panel } = fresh;
  await showCards(fresh, badRequest, notFound, forbidden);
  const shows = (...causes: string[]) =>
    expect.poll(async () => causesOf((await readPanel(panel)).cards)).toEqual(causes);
  const chip = (facet: string, value: number) => `[data-facet=${facet}][data-value="${value}"]`;

  await panel.click(chip("status", 404));
  await shows(NOT_FOUND);
  await panel.click(chip("status", 403));
  await shows(FORBIDDEN, NOT_FOUND);
  await panel.click(chip("status", 404));
  await panel.click(chip("status", 403));
  await shows(FORBIDDEN, NOT_FOUND, BAD_REQUEST);

  await panel.click(chip("engineIoCode", 3));
  await shows(BAD_REQUEST);
  await panel.click(chip("engineIoCode", 3));

  await panel.click(FILTER);
  await panel.type("allowRequest 403");
  await shows(FORBIDDEN);
  await panel.type(" nobody says this");
  await shows();
  await panel.waitForText("No card matches the filter.");
  await panel.click(".none-match button");
  await shows(FORBIDDEN, NOT_FOUND, BAD_REQUEST);
});

test("the recording is kept when the page is left, unless the settings say otherwise", async ({ fresh }) => {
  const { page, panel } = fresh;
  const setKeeps = async (on: boolean) => {
    await panel.click("[data-testid=settings]");
    await panel.waitFor("document.querySelector('[data-testid=setting-keeps]') !== null");
    await panel.click("[data-testid=setting-keeps]");
    await panel.waitFor(`document.querySelector('[data-testid=setting-keeps]').checked === ${on}`);
    await panel.press("Escape");
    await panel.waitFor("document.querySelector('[data-testid=settings-dialog]') === null");
  };
  await showCards(fresh, forbidden);
  await page.goto("about:blank");
  await cardOf(panel, FORBIDDEN, 2);
  await setKeeps(false);
  try {
    await showCards(fresh, notFound);
    await expect.poll(async () => causesOf((await readPanel(panel)).cards)).toEqual([NOT_FOUND]);
    await page.goto("about:blank");
    await panel.waitFor("document.querySelector('[data-testid=no-cards][data-connections=\"0\"]') !== null");
  } finally {
    await setKeeps(true);
  }
});

test("what works is shown as healthy, and that nothing failed is said", async ({ fresh }) => {
  const { panel } = fresh;
  expect(await panel.text("[data-testid=no-cards]")).toContain("connection seen yet");
  await showCards(fresh, healthy);
  await panel.waitFor(
    "document.querySelector('[data-connection]:is([data-state=open], [data-state=closed])') !== null",
  );
  await panel.waitForText("1 connection recognised, and it is healthy");
  expect(await panel.text("[data-testid=no-cards]")).toContain("Nothing failed so far.");
  expect(await panel.text("[data-connection]")).toMatch(/(open – healthy|closed normally)\s+http:\/\/127/);
});

test("the footer says what the panel cannot see", async ({ fresh: { panel } }) => {
  await panel.click("[data-testid=coverage] summary");
  await panel.waitFor("document.querySelector('[data-testid=coverage] details').open");
  const text = await panel.text("[data-testid=coverage]");
  expect(text).toContain("What happened before DevTools was opened");
  expect(text).toContain("Inside workers: close codes");
  expect(text).toContain("never as “it did not happen”");
  await panel.click("[data-testid=coverage] summary");
});

test("the panel takes DevTools' theme", async ({ fresh: { panel } }) => {
  const colours = async (theme: "light" | "dark") => {
    await panel.theme(theme);
    await panel.waitFor(`document.querySelector('.panel[data-theme=${theme}]') !== null`);
    return panel.evaluate(() => {
      const { backgroundColor, color } = getComputedStyle(document.querySelector(".panel") as Element);
      const brightness = (rgb: string) => (rgb.match(/\d+/g) ?? []).reduce((sum, each) => sum + Number(each), 0);
      return { behind: brightness(backgroundColor), text: brightness(color) };
    });
  };
  const dark = await colours("dark");
  const light = await colours("light");
  expect(dark.text).toBeGreaterThan(dark.behind + 300);
  expect(light.behind).toBeGreaterThan(light.text + 300);
});

test("at 500 pixels nothing scrolls sideways, and only the list scrolls", async ({ fresh }) => {
  const { panel } = fresh;
  await showCards(fresh, badRequest, notFound, tokenOfAnotherHub);
  await openCard(panel, WRONG_TOKEN);
  await openCard(panel, BAD_REQUEST);
  await panel.size(500, 600);
  expect(await scrolling(panel)).toEqual({ sideways: [], up: ["main.list"] });

  await panel.unsize();
  await showDetails(panel, `[data-cause="${WRONG_TOKEN}"] [data-evidence]`);
  await panel.size(500, 600);
  expect(await scrolling(panel)).toEqual({ sideways: [], up: ["main.list", "div.details-body"] });
  await panel.unsize();
});

/** "cause ×count", top down, the count as a reader sees it. */
async function cardsAsShown(panel: DevtoolsPanel): Promise<string[]> {
  const { cards } = await readPanel(panel);
  return cards.map(({ cause, text }) => `${cause} ${/×\d+/.exec(text)?.[0] ?? "once"}`);
}

function partsOf(panel: DevtoolsPanel, cause: string): Promise<string[]> {
  return panel.evaluate(
    (wanted: string) =>
      [...document.querySelectorAll<HTMLElement>(`[data-cause="${wanted}"] [data-part]`)].map(
        (part) => part.dataset.part ?? "",
      ),
    cause,
  );
}

function focused(selector: string): string {
  return `document.activeElement?.matches(${JSON.stringify(selector)}) ?? false`;
}

/** Tab, as often as it takes; a focus that never comes there ends the test. */
async function tabTo(panel: DevtoolsPanel, selector: string): Promise<void> {
  for (let presses = 0; presses < 30; presses += 1) {
    await panel.press("Tab");
    if (await panel.evaluate<boolean>(focused(selector))) return;
  }
  throw new Error(`Tab does not lead to ${selector}`);
}

/** What has a scrollbar of its own; code blocks may have one sideways. */
function scrolling(panel: DevtoolsPanel): Promise<{ sideways: string[]; up: string[] }> {
  return panel.evaluate(() => {
    const name = (element: Element) => [element.localName, ...element.classList].join(".");
    const scrolls = (element: Element, axis: "overflowX" | "overflowY") => {
      const isRoot = element === document.scrollingElement;
      return element.checkVisibility() && (isRoot || /auto|scroll/.test(getComputedStyle(element)[axis]));
    };
    const all = [...document.querySelectorAll("html, body, body *")];
    return {
      sideways: all
        .filter((each) => scrolls(each, "overflowX") && each.scrollWidth > each.clientWidth && each.localName !== "pre")
        .map(name),
      up: all.filter((each) => scrolls(each, "overflowY") && each.scrollHeight > each.clientHeight).map(name),
    };
  });
}
