import { readdir, readFile } from "node:fs/promises";
import { join } from "node:path";
import { readScript, type Scope, scopesOf, valuesOf } from "./wrappers.js";

/** One page to open: a test file in one scope and one variant. */
export interface TestPage {
  file: string;
  /** From the site's root, with its variant. */
  path: string;
  scope: Scope;
  /** The server that it is opened at, as `Ports` names it. */
  server: "http" | "https" | "h2";
  isLong: boolean;
}

/** Of what the tap stands in front of: `websockets`, and what needs no further server. */
export const FOLDERS = ["websockets", "eventsource", "console"];

const ENDING: Record<Scope, string> = {
  window: ".html",
  dedicatedworker: ".worker.html",
  sharedworker: ".sharedworker.html",
};

export async function findTests(checkout: string, matching: string): Promise<TestPage[]> {
  const read = (folder: string) => readdir(join(checkout, folder), { recursive: true, withFileTypes: true });
  const entries = (await Promise.all(FOLDERS.map(read))).flat();
  const files = entries.filter((each) => each.isFile()).map((each) => join(each.parentPath, each.name));
  const pages: TestPage[] = [];
  for (const full of files.sort()) {
    const file = full.slice(checkout.length + 1).replaceAll("\\", "/");
    if (!file.includes(matching)) continue;
    pages.push(...(await pagesOf(full, file)));
  }
  return pages;
}

async function pagesOf(full: string, file: string): Promise<TestPage[]> {
  if (/\.(any|window|worker)\.js$/.test(file)) return scriptPages(await readFile(full, "utf8"), file);
  if (!/\.html?$/.test(file) || /\/(support|resources)\//.test(file)) return [];
  const text = await readFile(full, "utf8");
  if (!text.includes("testharness.js")) return [];
  const metas = [...text.matchAll(/<meta name=["']?(\w+)["']? content=["']?([^"'>]*)/g)];
  const variants = metas.filter(([, name]) => name === "variant").map(([, , value = ""]) => value);
  const isLong = metas.some(([, name, value]) => name === "timeout" && value === "long");
  return inVariants(variants, { file, path: `/${file}`, scope: "window", isLong });
}

function scriptPages(text: string, file: string): TestPage[] {
  const script = readScript(text);
  const isLong = valuesOf(script, "timeout").includes("long");
  const stem = `/${file.replace(/\.js$/, "")}`;
  if (file.endsWith(".window.js"))
    return inVariants(valuesOf(script, "variant"), { file, path: `${stem}.html`, scope: "window", isLong });
  const isWorkerOnly = file.endsWith(".worker.js");
  const scopes: Scope[] = isWorkerOnly ? ["dedicatedworker"] : scopesOf(script);
  return scopes.flatMap((scope) => {
    const path = isWorkerOnly ? `${stem}.html` : `${stem}${ENDING[scope]}`;
    return inVariants(valuesOf(script, "variant"), { file, path, scope, isLong });
  });
}

function inVariants(variants: string[], page: Omit<TestPage, "server">): TestPage[] {
  return (variants.length > 0 ? variants : [""]).map((variant) => {
    return { ...page, path: page.path + variant, server: serverOf(page.file, variant) };
  });
}

function serverOf(file: string, variant: string): TestPage["server"] {
  const isFor = (name: string) => file.includes(`.${name}.`) || variant.includes(`wpt_flags=${name}`);
  if (isFor("h2")) return "h2";
  return isFor("https") ? "https" : "http";
}
