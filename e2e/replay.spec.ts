import { spawn } from "node:child_process";
import { mkdir } from "node:fs/promises";
import { join } from "node:path";
import { createInterface } from "node:readline";
import { fileURLToPath } from "node:url";
import { analyzeFile } from "./command-line.js";
import { saveExport } from "./export.js";
import { expect, test } from "./fixtures.js";
import { servePage } from "./lab/page.js";
import { captureOf } from "./lab/replayed-hub.js";
import { doesNeed } from "./lab/requirements.js";
import forbidden from "./lab/scenarios/socket-io-forbidden.js";
import middlewareRefuses from "./lab/scenarios/socket-io-middleware-refuses.js";
import behindTwoInstances from "./lab/scenarios/socket-io-session-unknown-behind-two-instances.js";
import closedWithAReason from "./lab/scenarios/web-pubsub-closed-with-a-reason.js";
import { loadPageScenarios } from "./lab/scenarios.js";
import { tryToConnect } from "./lab/socket-io/scripts.js";
import { stayConnected } from "./lab/web-pubsub/scripts.js";
import { clearPanel } from "./panel-steps.js";
import type { SeenCard } from "./triage-panel.js";
import { runScenario } from "./walk.js";

/** The recorded server in place of the real one: the panel must show what it showed when the capture was made. */
for (const scenario of (await loadPageScenarios()).filter((each) => doesNeed(each, "dotnet") && !each.further)) {
  test(`replayed, ${scenario.name} gives the cards of its capture`, async ({ watch }) => {
    const capture = captureOf(scenario.name);
    if (!capture) throw new Error(`${scenario.name} has no capture: npm run lab -- --record ${scenario.name}`);
    const { problems, cards } = await runScenario(watch, scenario, { capture });
    expect(problems, cards.map(({ text }) => text).join("\n---\n")).toEqual([]);
    const now = cards.map(({ cause, phase, status, netError }) => ({ cause, phase, status, netError }));
    const then = analyzeFile(fileURLToPath(capture)).cards.map(({ causes: [best], phase, status, netError }) => ({
      cause: best?.cause,
      phase,
      status,
      netError,
    }));
    expect(now).toEqual(then);
  });
}

/** What a client developer does with a customer's file: the page is of another origin, and there is no server. */
const BY_HAND = [
  { scenario: forbidden, drive: socketIo(2) },
  { scenario: behindTwoInstances, drive: socketIo(3) },
  { scenario: middlewareRefuses, drive: socketIo(1) },
  {
    scenario: closedWithAReason,
    drive: (address: string) => ({
      script: stayConnected(`${address.replace(/^http/, "ws")}?access_token=any`),
      scripts: ["web-pubsub" as const],
    }),
  },
];

function socketIo(attempts: number) {
  return (address: string) => {
    const { origin, pathname } = new URL(address);
    return { script: tryToConnect(origin, { path: pathname }, attempts), scripts: ["socket.io" as const] };
  };
}

for (const { scenario, drive } of BY_HAND) {
  test(`exported by the panel and replayed by the command line: ${scenario.title}`, async ({ fresh }, output) => {
    const { problems, cards: then } = await runScenario(fresh, scenario);
    expect(problems).toEqual([]);
    const folder = output.outputPath();
    await mkdir(folder, { recursive: true });
    const file = join(folder, await saveExport(fresh.browser, fresh.panel, "har", folder));
    await clearPanel(fresh);
    const replay = await startReplay(file);
    try {
      const { cards: now } = await runScenario(fresh, {
        cards: [],
        healthy: 0,
        start: async (lab) => ({ page: await servePage(lab, drive(replay.address)) }),
      });
      expect(now.map(told)).toEqual(then.map(told));
    } finally {
      replay.stop();
    }
  });
}

const told = ({ cause, phase, status, engineIoCode, netError }: SeenCard) => [
  cause,
  phase,
  status,
  engineIoCode,
  netError,
];

/** The built command line, until it has named the address. */
async function startReplay(file: string): Promise<{ address: string; stop: () => void }> {
  const child = spawn("node", ["dist/cli/handshake-triage.js", "replay", file], {
    stdio: ["ignore", "pipe", "inherit"],
  });
  for await (const line of createInterface(child.stdout)) {
    const [address] = /http:\/\/127\.0\.0\.1:\d+\S*/.exec(line) ?? [];
    if (address) return { address, stop: () => void child.kill() };
  }
  throw new Error(`${file}: the replay named no address`);
}
