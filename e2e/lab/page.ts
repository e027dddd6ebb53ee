/** The page that drives an official client. Its script calls `say(text)` and, at the end, `done(text)`. */
import { createServer, type OutgoingHttpHeaders, type RequestListener } from "node:http";
import { type ClientName, readClient } from "./clients.js";
import { at, listen, secureServer } from "./lab.js";
import { APP } from "./names.js";
import type { Lab } from "./scenario.js";

export interface Page {
  /** Runs as a module: may await. Known to it: `say`, `done` and what the clients export as globals. */
  script: string;
  scripts: ClientName[];
  headers?: OutgoingHttpHeaders;
  /** Answers every path with the page, as the host of a single-page application does. */
  everyPath?: boolean;
  /** Further JavaScript files, by their path: a worker's, or a service worker's. */
  files?: Record<string, string>;
}

/** Serves the page from an origin of its own; returns its URL. */
export async function servePage(lab: Lab, page: Page): Promise<string> {
  return `${await listen(lab, createServer(pageHandler(page)))}/`;
}

/** The same over https, under a name of its own. */
export async function serveSecurePage(lab: Lab, page: Page): Promise<string> {
  return `${at(await listen(lab, secureServer(pageHandler(page))), "https:", APP)}/`;
}

/** A page that holds another one, from another origin, in a frame; done when that one has had its time. */
export function pageWithFrame(lab: Lab, inner: string, lastsMs = 2500): Promise<string> {
  const script = `
const frame = document.createElement("iframe");
frame.src = ${JSON.stringify(inner)};
document.body.append(frame);
setTimeout(done, ${lastsMs});`;
  return servePage(lab, { script, scripts: [] });
}

/** A page whose script runs in a dedicated worker. */
export function pageWithWorker(lab: Lab, script: string, client: ClientName): Promise<string> {
  const worker = `
importScripts(${JSON.stringify(clientPath(0))});
const say = (text) => postMessage({ text });
const done = (text) => postMessage({ text, isLast: true });
(async () => {${script}
})();`;
  const page = `
const worker = new Worker("/worker.js");
worker.onmessage = ({ data: { text, isLast } }) => (isLast ? done : say)(text);`;
  return servePage(lab, { script: page, scripts: [client], files: { "/worker.js": worker } });
}

/** A page that a service worker stands behind; its script runs once that has taken over. */
export function pageWithServiceWorker(lab: Lab, page: Page, serviceWorker: string): Promise<string> {
  const script = `
await navigator.serviceWorker.register("/service-worker.js");
if (!navigator.serviceWorker.controller) {
  await new Promise((resolve) => navigator.serviceWorker.addEventListener("controllerchange", resolve, { once: true }));
}
${page.script}`;
  return servePage(lab, { ...page, script, files: { "/service-worker.js": serviceWorker } });
}

/** For a page on the same origin as the server: `createServer(pageHandler(page))`, then attach the server to it. */
export function pageHandler(page: Page): RequestListener {
  return (request, response) => {
    const path = new URL(request.url ?? "/", "http://page").pathname;
    const client = page.scripts.find((_, index) => path === clientPath(index));
    if (client) {
      readClient(client).then(
        (code) => response.setHeader("content-type", "text/javascript; charset=utf-8").end(code),
        (error: unknown) => response.writeHead(500).end(`throw new Error(${JSON.stringify(String(error))});`),
      );
    } else if (page.files?.[path] !== undefined) {
      response.setHeader("content-type", "text/javascript; charset=utf-8").end(page.files[path]);
    } else if (path === "/" || page.everyPath) {
      response.writeHead(200, { "content-type": "text/html; charset=utf-8", ...page.headers }).end(html(page));
    } else {
      response.writeHead(404, { "content-type": "text/plain; charset=utf-8" }).end(`Cannot ${request.method} ${path}`);
    }
  };
}

/** Where the page's clients are served, in the order of `scripts`: a worker loads them from there. */
function clientPath(index: number): string {
  return `/client-${index}.js`;
}

/** Its clients come from beside it, also where a proxy has put it under a prefix. Without the icon link the browser would ask for /favicon.ico, a 404 that no scenario means. */
function html(page: Page): string {
  return `<!DOCTYPE html>
<html lang="en">
<head>
<meta charset="utf-8">
<title>Lab</title>
<link rel="icon" href="data:,">
${page.scripts.map((_, index) => `<script src=".${clientPath(index)}"></script>`).join("\n")}
<script>
function say(text) {
  document.body.append(Object.assign(document.createElement("p"), { textContent: text }));
}
function done(text) {
  if (text) say(text);
  document.documentElement.dataset.lab = "done";
}
</script>
</head>
<body>
<script type="module">
${page.script}
</script>
</body>
</html>
`;
}
