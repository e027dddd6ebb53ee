import { createServer } from "node:http";
import type { AddressInfo } from "node:net";
import { parseArgs } from "node:util";
import { evaluateIn } from "../browser/evaluate.js";
import { waitUntil } from "../browser/wait.js";
import { startWatch, type Watch } from "../walk.js";
import { devtoolsPage } from "./devtools-page.js";
import { median, round } from "./measured.js";

/**
 * `npm run bench:latency -- [--failures 200]`: how long after DevTools tells the extension of a failed negotiation its card
 * is drawn in the real panel. Each fails at an endpoint of its own, one after the other, so each makes a card beside all
 * those before. Both moments are read inside the browser, off one clock.
 */
const { values } = parseArgs({ options: { failures: { type: "string", default: "200" } } });
const failures = Number(values.failures);
const TARGET_MS = 100;

type Times = Record<string, number>;
declare const chrome: {
  devtools: { network: { onRequestFinished: { addListener(hear: (entry: Entry) => void): void } } };
};
interface Entry {
  request: { url: string };
}

const server = createServer((request, response) => {
  const isPage = request.url === "/";
  response.writeHead(isPage ? 200 : 404, { "Content-Type": isPage ? "text/html" : "text/plain" });
  response.end(isPage ? "<!doctype html><title>Failures one by one</title>" : "Not Found");
});
await new Promise<void>((listening) => server.listen(0, "127.0.0.1", listening));
const site = `http://127.0.0.1:${(server.address() as AddressInfo).port}/`;

const watch = await startWatch(true);
try {
  const devtools = devtoolsPage(watch);
  await evaluateIn(devtools, noteReports);
  await watch.panel.evaluate(noteCards);
  await watch.page.goto(site);
  for (let nth = 1; nth <= failures; nth += 1) {
    await watch.page.evaluate(
      (path) =>
        fetch(path, { method: "POST", headers: { "X-SignalR-User-Agent": "Microsoft SignalR/10.0" } }).then(() => {}),
      `/nth${nth}/negotiate?negotiateVersion=1`,
    );
    await waitUntil(`card ${nth}`, async () => (await cardTimes(watch))[`nth${nth}`], 30_000);
  }
  const reported = await evaluateIn<Times>(devtools, "globalThis.reportTimes");
  report(await cardTimes(watch), reported);
} finally {
  await watch.browser.close();
  server.close();
}

function report(drawn: Times, reported: Times): void {
  const took = Object.entries(drawn).flatMap(([name, at]) => (reported[name] === undefined ? [] : at - reported[name]));
  if (took.length < failures) throw new Error(`DevTools told of ${took.length} of ${failures}`);
  took.sort((one, other) => one - other);
  const p95 = took[Math.ceil(took.length * 0.95) - 1] ?? Number.NaN;
  console.table([
    {
      what: `failing answer to visible card, ${took.length} failures, p95`,
      measured: `${round(p95, 1)} ms`,
      median: `${round(median(took), 1)} ms`,
      slowest: `${round(took.at(-1) ?? 0, 1)} ms`,
      target: `≤ ${TARGET_MS} ms`,
      isMet: p95 <= TARGET_MS,
    },
  ]);
}

function cardTimes({ panel }: Watch): Promise<Times> {
  return panel.evaluate<Times>("globalThis.cardTimes");
}

/** In the devtools page: when DevTools told of each endpoint. */
function noteReports(): void {
  const times: Times = {};
  Object.assign(globalThis, { reportTimes: times });
  chrome.devtools.network.onRequestFinished.addListener(({ request: { url } }) => {
    const [, name] = /\/(nth\d+)\//.exec(url) ?? [];
    if (name) times[name] ??= performance.timeOrigin + performance.now();
  });
}

/** In the panel: when each endpoint's card was first in a frame that was drawn. */
function noteCards(): void {
  const times: Times = {};
  Object.assign(globalThis, { cardTimes: times });
  const look = () => {
    const names = [...document.querySelectorAll("[data-card]")].flatMap(
      (card) => /\/(nth\d+)/.exec(card.textContent ?? "")?.[1] ?? [],
    );
    const fresh = names.filter((name) => !(name in times));
    if (fresh.length === 0) return;
    requestAnimationFrame(() => {
      for (const name of fresh) times[name] ??= performance.timeOrigin + performance.now();
    });
  };
  new MutationObserver(look).observe(document.body, { childList: true, subtree: true, characterData: true });
}
