import { randomBytes } from "node:crypto";
import { mkdir, readdir, readFile } from "node:fs/promises";
import { join } from "node:path";
import { FLAVOURS } from "../src/report/flavours.js";
import { waitUntil } from "./browser/wait.js";
import { analyzeFile } from "./command-line.js";
import { expect, test } from "./fixtures.js";
import { cardOf, visit, withLab } from "./panel-steps.js";
import { pageRefusedWith } from "./refused.js";
import { choose } from "./user-path.js";
import type { Watch } from "./walk.js";

const LEVELS = ["strict", "keep-payloads", "none"] as const;
const FORMATS = { har: ".har", html: ".html", json: ".json", markdown: ".md" } as const;
type Format = keyof typeof FORMATS;

const DIALOG = "[data-testid=export-dialog]";
const field = (name: string) => `[data-testid=export-${name}]`;

/** What the client gives the server, and what it says it is. */
interface Planted {
  token: string;
  note: string;
  mail: string;
}

/** A client with a token, refused by a middleware with an ordinary word and an address in what it says. */
async function showRefused(watch: Watch): Promise<Planted> {
  const planted = {
    token: randomBytes(18).toString("hex"),
    note: `tangerine-${randomBytes(3).toString("hex")}`,
    mail: "brunhilde@corp.example",
  };
  await withLab(async (lab) => {
    const message = `Please sign in again: ${planted.note} ${planted.mail}`;
    await visit(watch, await pageRefusedWith(lab, message, { token: planted.token }));
    await cardOf(watch.panel, "namespace-middleware-refused");
    await watch.page.goto("about:blank");
  });
  return planted;
}

async function openDialog({ panel }: Watch): Promise<void> {
  await panel.click("[data-testid=export-as]");
  await panel.waitFor(`document.querySelector("${DIALOG}")?.open`);
  await previewed(panel);
}

/** Until then what is below the list still moves. */
async function previewed(panel: Watch["panel"], level = "strict"): Promise<number> {
  return Number(
    await panel.waitFor<string>(`document.querySelector('${field("preview")}[data-level="${level}"]')?.dataset.times`),
  );
}

async function closeDialog({ panel }: Watch): Promise<void> {
  await panel.click(field("close"));
  await panel.waitFor(`document.querySelector("${DIALOG}") === null`);
}

/** Clicks the dialog's button and gives back the file that it saved. */
async function save({ browser, panel }: Watch, format: Format, folder: string): Promise<string> {
  await mkdir(folder, { recursive: true });
  const before = new Set(await readdir(folder));
  await browser.cdp.browser.send("Browser.setDownloadBehavior", { behavior: "allow", downloadPath: folder });
  await panel.click(field("save"));
  const name = await waitUntil(`the ${format} export`, async () =>
    (await readdir(folder)).find((each) => each.endsWith(FORMATS[format]) && !before.has(each)),
  );
  await panel.waitFor(`document.querySelector("${field("notice")}").innerText.includes("${name}")`);
  return join(folder, name);
}

test("each format at each level is saved, and holds what its level promises", async ({ fresh }, output) => {
  const planted = await showRefused(fresh);
  await openDialog(fresh);
  for (const level of LEVELS) {
    await fresh.panel.click(field(`level-${level}`));
    expect(await previewed(fresh.panel, level)).toBeGreaterThan(0);
    for (const format of Object.keys(FORMATS) as Format[]) {
      await fresh.panel.click(field(`format-${format}`));
      await fresh.panel.waitFor(
        `document.querySelector('${field(`format-${format}`)}').closest('[data-chosen="true"]')`,
      );
      const file = await save(fresh, format, output.outputPath(`${level}-${format}`));
      const text = await readFile(file, "utf8");
      const holdsTraffic = format === "har" || format === "html";
      expect(text.includes(planted.token), `${format} at ${level}`).toBe(level === "none" && holdsTraffic);
      expect(text.includes(planted.note), `${format} at ${level}`).toBe(level !== "strict");
      if (holdsTraffic)
        expect(analyzeFile(file).cards.map(({ causes: [best] }) => best?.cause)).toEqual([
          "namespace-middleware-refused",
        ]);
      else expect(text).toContain(format === "json" ? "namespace-middleware-refused" : "refused the namespace");
    }
  }
  for (const [place, [name, { limit, fold }]] of Object.entries(FLAVOURS).entries()) {
    await choose(fresh.panel, field("flavour"), place);
    const text = await readFile(await save(fresh, "markdown", output.outputPath(name)), "utf8");
    expect(text.length, `a comment of ${name}`).toBeLessThanOrEqual(limit);
    expect(text, name).toContain(fold("Fix", "").slice(0, 12));
    expect(text.includes("<details>"), name).toBe(name !== "jira");
    expect(text, name).toContain("refused the namespace");
  }
  await closeDialog(fresh);
});

test("the preview lists every replacement with its rule, and the labels are those of the file", async ({
  fresh,
}, output) => {
  await showRefused(fresh);
  await openDialog(fresh);
  const counted = await previewed(fresh.panel);
  const rules = await fresh.panel.evaluate<number>(
    `[...document.querySelectorAll("${field("preview")} details")].map((rule) => rule.open = true).length`,
  );
  expect(rules).toBeGreaterThan(1);
  await fresh.panel.waitFor(`document.querySelectorAll(".replacement-lines").length === ${rules}`);
  const lines = await fresh.panel.evaluate<{ label: string; text: string }[]>(
    `[...document.querySelectorAll(".replacement-lines li")].map((line) => ({ label: line.querySelector("code").innerText, text: line.innerText }))`,
  );
  const sum = lines.reduce((all, { text }) => all + Number(/×(\d+)$/.exec(text)?.[1] ?? 1), 0);
  expect(sum).toBe(counted);
  const text = decodeURIComponent(await readFile(await save(fresh, "har", output.outputPath()), "utf8"));
  for (const { label } of lines) expect(text).toContain(label);
  await closeDialog(fresh);
});

test("own names, e-mail addresses and patterns go as well, and a pattern that is none is said", async ({
  fresh,
}, output) => {
  const { note, mail } = await showRefused(fresh);
  await openDialog(fresh);
  await fresh.panel.click(field("level-keep-payloads"));
  await fresh.panel.click(`${field("emails")}:not(:checked)`);
  await fresh.panel.click(field("own"));
  await fresh.panel.type("/tangerine-[0-9a-f]+/");
  await fresh.panel.waitFor(`document.querySelector('${field("preview")} [data-rule="asked for by name or pattern"]')`);
  const text = await readFile(await save(fresh, "har", output.outputPath()), "utf8");
  expect([text.includes(note), text.includes(mail)]).toEqual([false, false]);
  await fresh.panel.click(field("own"));
  await fresh.panel.press("Control+a");
  await fresh.panel.type("/(/");
  await fresh.panel.waitFor(`document.querySelector("${field("fault")}").innerText.includes("no regular expression")`);
  expect(await fresh.panel.evaluate(`document.querySelector("${field("save")}").disabled`)).toBe(true);
  await fresh.panel.press("Control+a");
  await fresh.panel.press("Delete");
  await fresh.panel.click(`${field("emails")}:checked`);
  await fresh.panel.waitFor(`!document.querySelector("${field("save")}").disabled`);
  await closeDialog(fresh);
});

test("nothing redacted is warned of by what stays; Escape closes, and the focus returns", async ({ fresh }) => {
  await showRefused(fresh);
  await openDialog(fresh);
  await fresh.panel.click(field("level-none"));
  await fresh.panel.waitFor(`document.querySelector("${field("summary")}").innerText.includes("may be secret")`);
  await expect.poll(() => fresh.panel.text(field("preview"))).toContain("field that holds a secret or an id");
  await fresh.panel.press("Escape");
  await fresh.panel.waitFor(`document.querySelector("${DIALOG}") === null`);
  await fresh.panel.waitFor(`document.activeElement?.dataset.testid === "export-as"`);
});
