/** The page that drives an official client. Its script calls `say(text)` and, at the end, `done(text)`. */
import { createServer, type OutgoingHttpHeaders, type RequestListener } from "node:http";
import { type ClientName, readClient } from "./clients.js";
import { listen } from "./lab.js";
import type { Lab } from "./scenario.js";

export interface Page {
  /** Runs as a module: may await. Known to it: `say`, `done` and what the clients export as globals. */
  script: string;
  scripts: ClientName[];
  headers?: OutgoingHttpHeaders;
  /** Answers every path with the page, as the host of a single-page application does. */
  everyPath?: boolean;
}

/** Serves the page from an origin of its own; returns its URL. */
export async function servePage(lab: Lab, page: Page): Promise<string> {
  return `${await listen(lab, createServer(pageHandler(page)))}/`;
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
    } else if (path === "/" || page.everyPath) {
      response.writeHead(200, { "content-type": "text/html; charset=utf-8", ...page.headers }).end(html(page));
    } else {
      response.writeHead(404, { "content-type": "text/plain; charset=utf-8" }).end(`Cannot ${request.method} ${path}`);
    }
  };
}

function clientPath(index: number): string {
  return `/client-${index}.js`;
}

/** Without the icon link the browser would ask for /favicon.ico, a 404 that no scenario means. */
function html(page: Page): string {
  return `<!DOCTYPE html>
<html lang="en">
<head>
<meta charset="utf-8">
<title>Lab</title>
<link rel="icon" href="data:,">
${page.scripts.map((_, index) => `<script src="${clientPath(index)}"></script>`).join("\n")}
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
