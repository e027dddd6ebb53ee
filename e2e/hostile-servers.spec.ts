import { createServer, type Socket } from "node:net";
import { waitUntil } from "./browser/wait.js";
import { expect, test } from "./fixtures.js";
import { listen } from "./lab/lab.js";
import { servePage } from "./lab/page.js";
import type { Lab } from "./lab/scenario.js";
import { withLab } from "./panel-steps.js";
import { readPanel } from "./triage-panel.js";

/** Two servers in one page: what the one does must not keep the other's failure from its card. */

test("a server whose headers never end is given up by the browser, and its failure has a card", async ({
  fresh: { page, panel },
}) => {
  await withLab(async (lab) => {
    const origin = await serveRaw(lab, (socket) => {
      socket.write("HTTP/1.1 200 OK\r\nAccess-Control-Allow-Origin: *\r\n");
      const timer = setInterval(() => socket.write(`X-More: ${"m".repeat(10_000)}\r\n`.repeat(10)), 5);
      socket.on("close", () => clearInterval(timer));
    });
    await page.goto(await servePage(lab, { scripts: ["socket.io"], script: asking(origin) }));
    const [card] = await waitUntil("the card", async () => atLeast(1, (await readPanel(panel)).cards));
    expect(card).toMatchObject({ protocol: "engine-io", netError: "net::ERR_RESPONSE_HEADERS_TOO_BIG" });
  });
});

test("a server that sends a byte at a time holds up nobody else's failure", async ({ fresh: { page, panel } }) => {
  await withLab(async (lab) => {
    const slow = await serveRaw(lab, (socket) => {
      socket.write("HTTP/1.1 200 OK\r\nAccess-Control-Allow-Origin: *\r\nContent-Length: 100000\r\n\r\n0");
      const timer = setInterval(() => socket.write("x"), 50);
      socket.on("close", () => clearInterval(timer));
    });
    const refusing = await serveRaw(lab, (socket) =>
      socket.end("HTTP/1.1 403 Forbidden\r\nAccess-Control-Allow-Origin: *\r\nContent-Length: 0\r\n\r\n"),
    );
    const script = `${asking(slow)}
setTimeout(() => { ${asking(refusing, "other")} }, 1000);`;
    await page.goto(await servePage(lab, { scripts: ["socket.io"], script }));
    const [card] = await waitUntil("the card", async () => atLeast(1, (await readPanel(panel)).cards));
    expect(card).toMatchObject({ protocol: "engine-io", status: 403 });
    expect((await readPanel(panel)).cards).toHaveLength(1);
  });
});

function asking(origin: string, name = "first"): string {
  return `const ${name} = io(${JSON.stringify(origin)}, { transports: ["polling"], reconnection: false });`;
}

function atLeast<Item>(count: number, items: Item[]): Item[] | undefined {
  return items.length >= count ? items : undefined;
}

/** Speaks HTTP as badly as it likes, once it was asked for something. */
function serveRaw(lab: Lab, answer: (socket: Socket) => void): Promise<string> {
  const server = createServer((socket) => {
    socket.on("error", () => socket.destroy());
    socket.once("data", () => answer(socket));
  });
  return listen(lab, server);
}
