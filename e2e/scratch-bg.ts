import { openPanel } from "./browser/devtools-panel.js";
import { launchWithGranted } from "./browser/grant.js";
import { sleep } from "./browser/wait.js";
import { withLab } from "./panel-steps.js";
import { serveSoak } from "./soak/server.js";
const browser = await launchWithGranted({ extensionDir: "dist/chromium", headless: true, autoOpenDevtools: false }, { permissions: ["webRequest"], origins: ["<all_urls>"] });
try { await withLab(async (lab) => {
  const bg = await serveSoak(lab);
  const panel = await openPanel(browser, { title: "Handshake Triage", page: browser.page });
  const ins = await serveSoak(lab); await browser.page.goto(ins.page);
  const other = await browser.context.newPage();
  await other.goto(bg.page);
  const t0 = Date.now();
  const seen = async () => { try { return await browser.serviceWorker.evaluate<string>(`chrome.tabs.query({}).then((tabs)=>{globalThis.TAB=tabs.find(t=>t.url?.includes(PORT)||t.pendingUrl?.includes(PORT))?.id}).then(()=>chrome.storage.session.get(null).then((all) => JSON.stringify({up: Math.round(performance.now()), l: chrome.webRequest?.onCompleted.hasListeners(), keys: Object.keys(all).length, noted: Object.keys(all).filter(k=>k.startsWith('request.')).length, kb: Math.round(JSON.stringify(all).length/1000), rec: Object.entries(all).filter(([k])=>k.startsWith('recording.'+TAB)).flatMap(([,v])=>v.events.map(e=>e.url??e.kind)).filter(u=>/t=|n=/.test(u)).length})))`.replaceAll("PORT", JSON.stringify(new URL(bg.page).port))); } catch (e) { return String(e).slice(0, 80); } };
  for (let i = 0; i < 45; i++) {
    await sleep(1500 + Math.random() * 3500);
    const before = await seen();
    const worker = (await browser.cdp.targets()).find(({ type, url }) => type === "service_worker" && url.includes(browser.extensionId));
    if (worker) await browser.cdp.browser.send("Target.closeTarget", { targetId: worker.targetId });
    console.log(Date.now() - t0, "before kill", before, "server refused", bg.log.refused.size, "opened", bg.log.opened.size, worker ? "killed" : "no worker"); if (i % 5 === 4) { await browser.page.reload(); console.log("reloaded"); }
  }
  await sleep(4000); console.log(await seen());
  void panel;
}); } finally { await browser.close(); }
