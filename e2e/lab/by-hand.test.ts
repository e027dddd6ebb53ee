import { expect, test } from "vitest";
import { byHand } from "./by-hand.js";
import { createLab } from "./lab.js";
import { hasPage, type Lab } from "./scenario.js";
import { loadScenarios } from "./scenarios.js";

const scenarios = await loadScenarios();

async function linesOf(name: string, use: (lines: string[]) => Promise<void> | void): Promise<void> {
  const scenario = scenarios.find((each) => each.name === name);
  if (!scenario || !hasPage(scenario)) throw new Error(`${name} is no scenario with a page`);
  const lab: Lab = createLab();
  try {
    const { page } = await scenario.start(lab);
    await use(await byHand(page, scenario.protocol));
  } finally {
    await lab.stop();
  }
}

test("of a Socket.IO page, the line opens a session, and the server answers it as it does the client", () =>
  linesOf("socket-io-forbidden", async ([line = ""]) => {
    const [, origin = "", url = ""] = /^curl -i -H 'Origin: ([^']+)' '([^']+)'$/.exec(line) ?? [];
    expect(url).toMatch(/\/\?EIO=4&transport=polling$/);
    expect((await fetch(url, { headers: { origin } })).status).toBe(403);
  }));

test("of a Web PubSub page, the line upgrades at the client's own address", () =>
  linesOf("web-pubsub-no-token", (lines) => {
    expect(lines).toEqual([
      expect.stringMatching(/^curl -i -N .*-H 'Upgrade: websocket'.* 'http:\/\/127\.0\.0\.1:\d+\/client\/hubs\/chat'$/),
    ]);
  }));
