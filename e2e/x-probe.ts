import { createServer } from "node:http";
import { openPanel } from "./browser/devtools-panel.js";
import { evaluateIn } from "./browser/evaluate.js";
import { launchWithExtension } from "./browser/launch.js";

const server = createServer((q, r) => {
  if (q.url === "/page")
    return void r.writeHead(200, { "content-type": "text/html" }).end("<!doctype html><script src=/own.js></script>");
  if (q.url === "/own.js")
    return void r.writeHead(200, { "content-type": "text/javascript" }).end(`function ask() {
  console.error("[2026-01-31T12:00:00.000Z] Error: Failed to complete negotiation with the server: Error: x");
  console.warn("mine");
  fetch("/hub/negotiate", { method: "POST" });
  const x = new XMLHttpRequest(); x.open("GET", "/socket.io/?EIO=4&transport=polling"); x.send();
  new WebSocket("ws://" + location.host + "/hub");
  fetch("/other");
}
ask();
`);
  r.writeHead(404).end();
});
await new Promise<void>((done) => server.listen(0, "127.0.0.1", done));
const port = (server.address() as { port: number }).port;
const browser = await launchWithExtension({
  extensionDir: process.argv[2] ?? "dist/chromium",
  headless: true,
  autoOpenDevtools: false,
});
try {
  const panel = await openPanel(browser, { title: "Handshake Triage" });
  const show = (view: string) =>
    evaluateIn(
      panel.window.session,
      `import("./ui/legacy/legacy.js").then(async (UI) => { await UI.ViewManager.ViewManager.instance().showView("${view}"); })`,
    );
  await new Promise((r) => setTimeout(r, 1500));
  await show("console");
  await show("network");
  await browser.page.goto(`http://127.0.0.1:${port}/page`);
  await new Promise((r) => setTimeout(r, 3000));
  const deep = `(() => { const out = []; const walk = (n) => { for (const e of n.querySelectorAll("*")) { if (e.shadowRoot) walk(e.shadowRoot); if (SELECT(e)) out.push(e.innerText || e.textContent); } }; walk(document); return out; })()`;
  console.log(
    "network",
    await evaluateIn(
      panel.window.session,
      deep.replace("SELECT(e)", `e.matches("td.initiator-column, td.name-column")`),
    ),
  );
  await show("console");
  await new Promise((r) => setTimeout(r, 1500));
  console.log(
    "console",
    await evaluateIn(panel.window.session, deep.replace("SELECT(e)", `e.matches(".console-message-wrapper")`)),
  );
} finally {
  await browser.close();
  server.close();
}
