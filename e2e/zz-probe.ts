import { startWatch } from "./walk.ts";
import { showCards, openCard } from "./panel-steps.ts";
import forbidden from "./lab/scenarios/socket-io-forbidden.ts";
import notFound from "./lab/scenarios/socket-io-not-found.ts";
import mw from "./lab/scenarios/socket-io-middleware-refuses.ts";
import tok from "./lab/scenarios/web-pubsub-token-of-another-hub.ts";
const w = await startWatch(true);
await showCards(w, forbidden, notFound, mw, tok, forbidden, notFound);

for (const c of ["token-invalid","namespace-middleware-refused"]) await openCard(w.panel, c);
await w.panel.click("[data-part=request] button");
await w.panel.size(500, 600);
console.log(await w.panel.evaluate(() => ({
 doc: [document.scrollingElement!.scrollHeight, innerHeight, document.scrollingElement!.scrollWidth, innerWidth],
 scr: [...document.querySelectorAll("*")].filter(e => e.scrollHeight > e.clientHeight + 0 && getComputedStyle(e).overflowY !== "visible").map(e => [e.tagName, e.className, e.scrollHeight, e.clientHeight, getComputedStyle(e).overflowY]),
 text: document.body.innerText })));
await w.panel.screenshot("/tmp/p500.png", { width: 500, height: 700 });
await w.panel.screenshot("/tmp/p1200.png", { width: 1200, height: 800, theme: "dark" });
console.log(w.browser.collectErrors().all());
await w.browser.close();
