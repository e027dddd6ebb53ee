/** Development aid: runs scenarios in a real Chromium and prints what its network layer saw. tsx e2e/lab/try.ts [name…] */
import { type Browser, type CDPSession, chromium } from "playwright";
import { createLab } from "./lab.js";
import type { Scenario } from "./scenario.js";
import { loadScenarios } from "./scenarios.js";

const TIMEOUT = 15_000;
const EVENTS = {
  "Network.responseReceived": (event: { type: string; response: { status: number; url: string } }) =>
    `${event.response.status} ${event.type} ${event.response.url}`,
  "Network.responseReceivedExtraInfo": (event: { statusCode: number; headers: Record<string, string> }) =>
    `on the wire: ${event.statusCode} ${JSON.stringify(event.headers)}`,
  "Network.loadingFailed": (event: { type: string; errorText: string; corsErrorStatus?: { corsError: string } }) =>
    `failed ${event.type} ${event.errorText} ${event.corsErrorStatus?.corsError ?? ""}`,
  "Network.webSocketCreated": (event: { url: string }) => `WebSocket ${event.url}`,
  "Network.webSocketHandshakeResponseReceived": (event: { response: { status: number } }) =>
    `WebSocket handshake ${event.response.status}`,
  "Network.webSocketFrameError": (event: { errorMessage: string }) => `WebSocket error: ${event.errorMessage}`,
  "Network.webSocketFrameSent": (event: { response: { payloadData: string } }) => `> ${event.response.payloadData}`,
  "Network.webSocketFrameReceived": (event: { response: { payloadData: string } }) => `< ${event.response.payloadData}`,
  "Network.webSocketClosed": () => "WebSocket closed",
} as const;

const wanted = process.argv.slice(2);
const scenarios = (await loadScenarios()).filter(({ name }) => wanted.length === 0 || wanted.includes(name));
const browser = await chromium.launch({ executablePath: "/usr/bin/chromium", args: ["--no-sandbox", "--disable-gpu"] });
const failed: string[] = [];
for (const scenario of scenarios) if (!(await run(browser, scenario))) failed.push(scenario.name);
await browser.close();
console.log(failed.length === 0 ? "\nAll came to their end" : `\nDid not come to their end: ${failed.join(", ")}`);

async function run(browser: Browser, scenario: Scenario & { name: string }): Promise<boolean> {
  console.log(`\n=== ${scenario.name}: ${scenario.cards.map((card) => card.cause).join(", ") || "no card"}`);
  const lab = createLab();
  const context = await browser.newContext();
  try {
    const started = await scenario.start(lab);
    const page = await context.newPage();
    const cdp = await context.newCDPSession(page);
    await logNetwork(cdp);
    page.on("pageerror", (error) => console.log(`  page error: ${error.message}`));
    await page.goto(started.page);
    await page.waitForSelector("html[data-lab=done]", { timeout: TIMEOUT, state: "attached" });
    console.log(`  page: ${(await page.locator("p").allInnerTexts()).join(" | ")}`);
    return true;
  } catch (error) {
    console.log(`  ${error instanceof Error ? error.message : String(error)}`);
    return false;
  } finally {
    await context.close();
    await lab.stop();
  }
}

async function logNetwork(cdp: CDPSession): Promise<void> {
  for (const [name, describe] of Object.entries(EVENTS)) {
    cdp.on(name as "event", (event) => console.log(`  ${describe(event as never).slice(0, 220)}`));
  }
  cdp.on("Network.responseReceived", ({ requestId, response, type }) => {
    if (response.status < 400 || type === "Preflight") return;
    cdp
      .send("Network.getResponseBody", { requestId })
      .then(({ body }) => console.log(`  body: ${body.slice(0, 120)}`))
      .catch((error: Error) => console.log(`  body: ${error.message}`));
  });
  await cdp.send("Network.enable");
}
