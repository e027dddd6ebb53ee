import type { Page } from "playwright";

export const STICKY = '[data-cause="no-sticky-sessions"]';

/** What is shown of which recording: the failing sample where none is named. */
export const SHOWN_OF: Record<string, Record<string, string>> = {
  "a healthy page": { sample: "healthy" },
  "a stream and a line that was cut": { sample: "cuts" },
  "a recorded session": { capture: "socket-io-session-unknown-behind-two-instances" },
};

/** Every view full of data, and the steps from the list to it. */
export const VIEWS: Record<string, (page: Page) => Promise<unknown>> = {
  "the list": async () => undefined,
  "a healthy page": async () => undefined,
  "an open card": (page) => page.click(`${STICKY} [data-card-header]`),
  "a request": async (page) => {
    await page.click(`${STICKY} [data-card-header]`);
    await page.click(`${STICKY} [data-part=request] [data-evidence]`);
  },
  "a connection": async (page) => {
    await openConnection(page, "open", "signalr");
    await page.click("[data-message][data-kind=Invocation]");
  },
  "a stream and a line that was cut": async (page) => {
    await openConnection(page, "failed", "signalr");
    await page.click("[data-message][data-kind=StreamInvocation]");
    await page.click("[data-testid=message-stream] button");
    await page.waitForSelector("[data-message][data-within=true]");
  },
  "two connections compared": async (page) => {
    await openConnection(page, "failed", "signalr");
    await page.selectOption("[data-testid=compare-with]", { index: 1 });
    await page.waitForSelector("[data-testid=compare]");
  },
  "an explained text": async (page) => {
    await page.click("[data-source=text]");
    await page.fill(
      "[data-testid=pasted-text]",
      "Error: Failed to complete negotiation with the server: Error: No Connection with that ID: Status code '404'",
    );
    await page.click("[data-card-header]");
  },
  "a recorded session": async (page) => {
    await page.waitForSelector("[data-card]");
    await openConnection(page, "failed", "engine-io");
  },
  "the export dialog": async (page) => {
    await page.click("[data-testid=export-as]");
    await page.waitForSelector("[data-testid=export-preview][data-times]");
  },
  "the background dialog": (page) => page.click("[data-testid=background]"),
  "what was not recognised": (page) => page.click("[data-testid=others]"),
  settings: (page) => page.click("[data-testid=settings]"),
  "the shortcuts": (page) => page.click("[data-testid=help]"),
  "what cannot be seen": (page) => page.click("[data-testid=coverage] summary"),
};

export async function openConnection(page: Page, state: string, protocol: string): Promise<void> {
  await page.click(`[data-state=${state}][data-protocol=${protocol}] [data-show-connection]`);
  await page.waitForSelector("[data-testid=connection]");
}
