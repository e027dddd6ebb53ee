import { randomBytes } from "node:crypto";
import { mkdir, readFile, writeFile } from "node:fs/promises";
import { join } from "node:path";
import { analyzeFile, falsified } from "./command-line.js";
import { saveExport } from "./export.js";
import { expect, test } from "./fixtures.js";
import { type Secret, watchSecrets } from "./handed-out.js";
import { missing } from "./lab/requirements.js";
import type { Lab } from "./lab/scenario.js";
import signalrLongPolling from "./lab/scenarios/signalr-healthy-long-polling.js";
import signalrUnauthorized from "./lab/scenarios/signalr-websocket-unauthorized.js";
import forbidden from "./lab/scenarios/socket-io-forbidden.js";
import notFound from "./lab/scenarios/socket-io-not-found.js";
import upgradeRefused from "./lab/scenarios/socket-io-upgrade-refused-polling-goes-on.js";
import webPubSub from "./lab/scenarios/web-pubsub-healthy-reliable.js";
import tokenOfAnotherHub from "./lab/scenarios/web-pubsub-token-of-another-hub.js";
import { issueToken } from "./lab/signalr/token.js";
import { serveSocketIo } from "./lab/socket-io/server.js";
import { cardOf, causesOf, showCards, visit, withLab } from "./panel-steps.js";
import { readPanel } from "./triage-panel.js";
import type { Watch } from "./walk.js";

const MIDDLEWARE_REFUSED = "namespace-middleware-refused";

test("an exported HAR leads the command line to the panel's cards, in the same order, without the panel's findings", async ({
  fresh,
}, output) => {
  await showCards(fresh, forbidden, tokenOfAnotherHub, upgradeRefused, notFound);
  await cardOf(fresh.panel, "path-mismatch", 2);
  const { cards } = await readPanel(fresh.panel);
  const { har } = await exportAs(fresh, output.outputPath());
  expect(har.log._handshakeTriage.cards).toHaveLength(cards.length);

  const file = output.outputPath("falsified.har");
  await writeFile(file, JSON.stringify(falsified(har)));
  const told = analyzeFile(file).cards.map(({ causes, status, engineIoCode, occurrences }) => {
    return { cause: causes[0]?.cause, confidence: causes[0]?.confidence, status, engineIoCode, occurrences };
  });
  expect(told).toEqual(
    cards.map(({ cause, confidence, status, engineIoCode, occurrences }) => {
      return { cause, confidence, status, engineIoCode, occurrences };
    }),
  );
  expect(causesOf(cards)).toHaveLength(4);
});

test("the report names every card by its title", async ({ fresh }, output) => {
  await showCards(fresh, forbidden, notFound);
  const { report } = await exportAs(fresh, output.outputPath());
  const titles = await fresh.panel.evaluate(() =>
    [...document.querySelectorAll<HTMLElement>(".card-title")].map((title) => title.innerText),
  );
  expect(titles).toHaveLength(2);
  for (const title of titles) expect(report).toContain(title);
});

test("exports hold no secret that Socket.IO or Web PubSub handed out", async ({ fresh }, output) => {
  const secrets = watchSecrets(fresh.page);
  const known = await withLab(async (lab) => {
    const { page, handedOut } = await startLocked(lab);
    await visit(fresh, page);
    await cardOf(fresh.panel, MIDDLEWARE_REFUSED);
    return handedOut;
  });
  await showCards(fresh, webPubSub, tokenOfAnotherHub);
  await fresh.page.goto("about:blank");
  const webPubSubStates = async () => {
    const { connections } = await readPanel(fresh.panel);
    return connections.filter(({ protocol }) => protocol === "web-pubsub").map(({ state }) => state);
  };
  await expect.poll(webPubSubStates).toEqual(["failed", "closed"]);
  const all = [...(await secrets.all()), ...known];
  secrets.stop();
  expect(kindsOf(all)).toEqual(["connectionId", "cookie", "credentials", "reconnectionToken", "sid", "token"]);

  const { har, texts } = await exportAs(fresh, output.outputPath());
  const headers = har.log.entries.flatMap(({ request, response }) => [...request.headers, ...response.headers]);
  const names = new Set(headers.map(({ name }) => name.toLowerCase()));
  expect([...names]).toEqual(expect.arrayContaining(["authorization", "cookie", "set-cookie"]));
  expect(leaks(texts, all)).toEqual([]);
});

test("exports hold no secret that SignalR handed out", async ({ fresh }, output) => {
  const reason = missing(signalrUnauthorized);
  test.skip(reason !== null, reason ?? "");
  const secrets = watchSecrets(fresh.page);
  await showCards(fresh, signalrLongPolling, signalrUnauthorized);
  const all = await secrets.all();
  secrets.stop();
  expect(kindsOf(all)).toEqual(["connectionId", "connectionToken", "credentials", "token"]);
  const { har, texts } = await exportAs(fresh, output.outputPath());
  expect(har.log.entries.map(({ request }) => new URL(request.url).pathname).join()).toContain("/negotiate");
  expect(leaks(texts, all)).toEqual([]);
});

/** A server that sets a cookie and lets everybody in but to one namespace, and a client that sends all it has. */
async function startLocked(lab: Lab): Promise<{ page: string; handedOut: readonly Secret[] }> {
  const [cookie, bearer, token] = [randomHex(), randomHex(), issueToken(600)];
  const handedOut: Secret[] = [
    { kind: "cookie", value: cookie },
    { kind: "credentials", value: bearer },
    { kind: "token", value: token },
  ];
  const path = lab.mount();
  const options = JSON.stringify({ path, auth: { token }, extraHeaders: { Authorization: `Bearer ${bearer}` } });
  const script = `
const socket = io("/", ${options});
async function goOn() {
  await socket.emitWithAck("note", "one");
  io("/locked", ${options}).on("connect_error", () => {
    socket.io.engine.close();
    done("Refused");
  });
}
socket.on("connect", () => {
  const { engine } = socket.io;
  if (engine.transport.name === "websocket") goOn();
  else engine.once("upgrade", goOn);
});`;
  const { io, origin } = await serveSocketIo(lab, path, { page: { script, scripts: ["socket.io"] } });
  io.engine.on("initial_headers", (headers: Record<string, string>) => {
    headers["set-cookie"] = `lab_session=${cookie}; Path=/; HttpOnly`;
  });
  io.engine.on("connection", ({ id }: { id: string }) => void handedOut.push({ kind: "sid", value: id }));
  io.on("connection", ({ id }) => void handedOut.push({ kind: "sid", value: id }));
  io.of("/locked").use((_socket, next) => next(new Error("Not with this licence")));
  return { page: `${origin}/`, handedOut };
}

function randomHex(): string {
  return randomBytes(18).toString("hex");
}

interface Exported {
  har: ExportedHar;
  report: string;
  /** Both files, as they are. */
  texts: Record<"har" | "markdown", string>;
}

interface ExportedHar {
  log: {
    entries: {
      request: { url: string; headers: { name: string }[] };
      response: { headers: { name: string }[] };
      _handshakeTriage?: unknown;
    }[];
    _handshakeTriage: { cards: unknown[] };
  };
}

/** Clicks both buttons and reads what they saved. */
async function exportAs({ browser, panel }: Watch, folder: string): Promise<Exported> {
  await mkdir(folder, { recursive: true });
  const save = async (format: "har" | "markdown") => {
    const name = await saveExport(browser, panel, format, folder);
    await panel.waitForText(`Saved ${name}. Secrets are redacted.`);
    return readFile(join(folder, name), "utf8");
  };
  const texts = { har: await save("har"), markdown: await save("markdown") };
  return { har: JSON.parse(texts.har) as ExportedHar, report: texts.markdown, texts };
}

function kindsOf(secrets: readonly Secret[]): string[] {
  return [...new Set(secrets.map(({ kind }) => kind))].sort();
}

/** Where a secret stands, in any of the ways in which it may be written. */
function leaks(texts: Record<string, string>, secrets: readonly Secret[]): string[] {
  return secrets.flatMap(({ kind, value }) => {
    const spellings = [value, encodeURIComponent(value), Buffer.from(value).toString("base64").slice(0, -4)];
    return Object.entries(texts)
      .filter(([, text]) => spellings.some((each) => text.includes(each)))
      .map(([file]) => `${kind} ${value} in ${file}`);
  });
}
