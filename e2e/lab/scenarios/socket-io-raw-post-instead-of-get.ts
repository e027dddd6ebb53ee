import type { Scenario } from "../scenario.js";
import { serveSocketIo } from "../socket-io/server.js";

function postHandshake(path: string): string {
  return `
const answer = await fetch("${path}/?EIO=4&transport=polling", { method: "POST", body: "40" });
say("The server answers " + answer.status + ": " + (await answer.text()));
done("Gave up");`;
}

export default {
  title: "Code that speaks to the server without the client opens the session with a POST",
  protocol: "engine-io",
  needs: "node",
  rows: ["400 code 2: the first request is no GET"],
  shows: ["socket-io/code-2"],
  cards: [{ cause: "bad-handshake-method", protocol: "engine-io", status: 400, engineIoCode: 2 }],
  healthy: 0,
  async start(lab) {
    const path = lab.mount();
    const { origin } = await serveSocketIo(lab, path, {
      page: { script: postHandshake(path), scripts: [] },
    });
    return { page: `${origin}/` };
  },
} satisfies Scenario;
