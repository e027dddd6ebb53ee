/** Stands in for a server of SignalR 2.x, which needs the .NET Framework; its real client, over long polling, talks to it. */
import { randomBytes, randomUUID } from "node:crypto";
import { createServer, type RequestListener } from "node:http";
import { listen } from "../lab.js";
import { type Page, pageHandler } from "../page.js";
import type { Lab } from "../scenario.js";

interface Classic {
  /** Finds the connection as `connection`. */
  script: string;
  /** What everything after negotiate is answered with. */
  refusal?: { status: number; body: string };
  /** Of the server's protocol. */
  version?: string;
}

/** Returns the page's URL; the server has the page's origin. */
export async function classicPage(lab: Lab, { script, refusal, version }: Classic): Promise<string> {
  const path = lab.mount();
  const page: Page = {
    scripts: ["jquery", "signalr-classic"],
    script: `
const connection = jQuery.hubConnection(${JSON.stringify(path)}, { useDefaultPath: false });
connection.createHubProxy("talk").on("told", say);
${script}`,
  };
  const serve = pageHandler(page);
  const hub = hubHandler(path, refusal, version);
  return `${await listen(
    lab,
    createServer((request, response) => (request.url?.startsWith(path) ? hub : serve)(request, response)),
  )}/`;
}

/** https://github.com/SignalR/SignalR, `PersistentConnection` and `ForeverTransport`. */
function hubHandler(path: string, refusal: Classic["refusal"], version = "2.1"): RequestListener {
  let polls = 1;
  const nextPoll = () => {
    polls += 1;
    return polls;
  };
  return (request, response) => {
    const step = new URL(request.url ?? "/", "http://hub").pathname.slice(path.length);
    const json = (body: unknown) =>
      response.setHeader("content-type", "application/json; charset=UTF-8").end(JSON.stringify(body));
    if (step === "/negotiate") json(negotiation(path, version));
    else if (refusal) response.writeHead(refusal.status, { "content-type": "text/plain" }).end(refusal.body);
    else if (step === "/connect") json({ C: "d-1", S: 1, M: [] });
    else if (step === "/start") json({ Response: "started" });
    else if (step === "/poll") setTimeout(() => json({ C: `d-${nextPoll()}`, M: [] }), 200);
    else response.end();
  };
}

function negotiation(path: string, version: string): object {
  return {
    Url: path,
    ConnectionToken: randomBytes(48).toString("base64"),
    ConnectionId: randomUUID(),
    KeepAliveTimeout: 20,
    DisconnectTimeout: 30,
    ConnectionTimeout: 110,
    TryWebSockets: false,
    ProtocolVersion: version,
    TransportConnectTimeout: 5,
    LongPollDelay: 0,
  };
}
