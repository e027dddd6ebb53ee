import { servePage } from "../page.js";
import type { Scenario } from "../scenario.js";
import { serveSocketIo } from "../socket-io/server.js";

function postHandshake(url: string): string {
  return `
await fetch(${JSON.stringify(url)}, { method: "POST", body: "40" }).catch((error) => say("The page gets: " + error.message));
done("Gave up");`;
}

export default {
  title: "Code without the client opens a session by POST, and the browser hides what the server says to it",
  protocol: "engine-io",
  needs: "node",
  rows: ["POST without sid answered 400 code 2, without Access-Control-Allow-Origin"],
  cards: [{ cause: "bad-handshake-method", protocol: "engine-io", status: 0 }],
  healthy: 0,
  async start(lab) {
    const { origin, path } = await serveSocketIo(lab, lab.mount());
    const script = postHandshake(`${origin}${path}/?EIO=4&transport=polling`);
    return { page: await servePage(lab, { script, scripts: [] }) };
  },
} satisfies Scenario;
