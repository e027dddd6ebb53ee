import { createServer, type RequestListener } from "node:http";
import { listen } from "../lab.js";
import { pageHandler, servePage } from "../page.js";
import type { Lab } from "../scenario.js";

/** What `@azure/web-pubsub-client` gets for its URL is the application's answer at this path. */
const script = (address: string) => `
const client = new webPubSubClient.WebPubSubClient({
  getClientAccessUrl: async () => (await (await fetch(${JSON.stringify(address)})).json()).url,
}, { autoReconnect: false });
client.on("connected", (event) => say("Connected as " + event.userId));
client.on("stopped", () => done("Stopped"));
try {
  await client.start();
  client.stop();
} catch (reason) {
  done("The client reports: " + (reason.message ?? "a bare '" + reason.type + "' event"));
}`;

/** A page whose client asks the page's own server for its URL, which answers so. */
export async function pageThatAsks(lab: Lab, path: string, answer: RequestListener): Promise<{ page: string }> {
  const page = pageHandler({ script: script(path), scripts: ["web-pubsub"] });
  const server = createServer((request, response) => {
    const isAsked = request.url?.split("?")[0] === path || request.url?.startsWith("/login");
    (isAsked ? answer : page)(request, response);
  });
  return { page: `${await listen(lab, server)}/` };
}

/** The same of a server at another origin. */
export async function pageThatAsksElsewhere(
  lab: Lab,
  path: string,
  answer: RequestListener,
): Promise<{ page: string }> {
  const origin = await listen(lab, createServer(answer));
  return { page: await servePage(lab, { script: script(`${origin}${path}`), scripts: ["web-pubsub"] }) };
}
