import { mkdir, writeFile } from "node:fs/promises";
import type { Page } from "playwright";
import { type PreviewSite, startPreview } from "../preview-page.js";
import { largeHar } from "./large-har.js";
import { manySockets, type Socket, socketsHar } from "./sockets-har.js";
import { longTasksDuring } from "./tasks.js";

/**
 * 10,000 connections with 100,000 messages in the panel, and one connection with 100,000, and a file of 300 MB: when the first card
 * is there, whether scrolling and filtering stay smooth (tasks over 50 ms), and how many nodes the document has. The baseline is the
 * same page with a recording of one connection. `npx tsx e2e/bench/panel.ts`, and `long`, `many` or `large` for one of them
 */
async function har(name: string, sockets: Socket[]): Promise<string> {
  await mkdir("out/bench", { recursive: true });
  const file = `out/bench/${name}.har`;
  await writeFile(file, socketsHar(sockets));
  return file;
}

async function scroll(page: Page, selector: string): Promise<void> {
  for (let step = 1; step <= 40; step += 1) {
    await page.evaluate(
      ([where, share]) => {
        const list = document.querySelector(where) as HTMLElement;
        list.scrollTop = list.scrollHeight * share;
        return new Promise((drawn) => requestAnimationFrame(() => requestAnimationFrame(drawn)));
      },
      [selector, step / 40] as const,
    );
  }
}

async function type(page: Page, field: string, text: string): Promise<void> {
  await page.locator(field).pressSequentially(text, { delay: 80 });
  await page.waitForTimeout(300);
}

type Say = (what: string, figures: string) => void;

function sayOf(name: string): Say {
  return (what, figures) => console.log(`${name}: ${what}: ${figures}`);
}

async function read(page: Page, file: string, say: Say): Promise<void> {
  say(
    "first card or connection",
    await longTasksDuring(page, async () => {
      await page.setInputFiles("[data-testid=file-input]", file);
      await page.waitForSelector("[data-connection]", { timeout: 300_000 });
    }),
  );
  say(
    "read to its end",
    await longTasksDuring(page, () => page.waitForSelector("[data-reading]", { state: "detached", timeout: 300_000 })),
  );
  say("list scrolled", await longTasksDuring(page, () => scroll(page, "main.list")));
}

async function measure(site: PreviewSite, name: string, file: string): Promise<void> {
  const page = await site.open({ sample: "empty" });
  const say = sayOf(name);
  const nodes = () => page.evaluate(() => document.querySelectorAll("*").length);
  await read(page, file, say);
  say("cards filtered", await longTasksDuring(page, () => type(page, "[data-testid=filter]", "hub1")));
  say("DOM nodes", String(await nodes()));
  await page.fill("[data-testid=filter]", "");
  say(
    "one connection opened",
    await longTasksDuring(page, async () => {
      await page.click("[data-connection][data-state=open] [data-show-connection]");
      await page.waitForSelector("[data-message]", { timeout: 120_000 });
    }),
  );
  say("its messages scrolled while they are read", await longTasksDuring(page, () => scroll(page, ".message-list")));
  await page.waitForFunction(
    () => !document.querySelector("[data-testid=messages] .count")?.textContent?.endsWith("…"),
  );
  say("its messages scrolled", await longTasksDuring(page, () => scroll(page, ".message-list")));
  say("its messages searched", await longTasksDuring(page, () => type(page, "[data-testid=message-search]", "Moved3")));
  say("DOM nodes", String(await nodes()));
  await page.context().close();
}

/** A customer's file, most of it other requests; if it is too large for this machine, the panel says so, and this ends. */
async function measureLarge(site: PreviewSite, megabytes: number): Promise<void> {
  const file = "out/bench/large.har";
  await writeFile(file, largeHar(megabytes * 1_000_000, "page-loads"));
  const page = await site.open({ sample: "empty" });
  await read(page, file, sayOf(`${megabytes} MB`));
  await page.context().close();
}

const site = await startPreview();
const CASES: Record<string, () => Promise<void>> = {
  one: async () => measure(site, "1 connection", await har("one", [{ nth: 1, messages: 10 }])),
  many: async () => measure(site, "10,000 connections, 10 messages each", await har("many", manySockets(10_000, 11))),
  long: async () => measure(site, "1 connection, 100,000 messages", await har("long", [{ nth: 1, messages: 100_000 }])),
  large: () => measureLarge(site, 300),
};
const asked = process.argv.slice(2);
for (const [name, run] of Object.entries(CASES)) if (asked.length === 0 || asked.includes(name)) await run();
await site.close();
