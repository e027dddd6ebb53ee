import { readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { expect, test } from "vitest";
import { browsers, manifestFor } from "./manifest.js";

const SRC = import.meta.dirname;

/** Tests, the panel's preview page and what packs are in no package. */
const files = readdirSync(SRC, { recursive: true, encoding: "utf8" }).filter(
  (name) => /\.(?:tsx?|html)$/.test(name) && !/\.test\.tsx?$|preview|testing|^packaging/.test(name),
);

/** Comments and strings that speak of it are no use of it. */
function codeOf(name: string): string {
  return readFileSync(join(SRC, name), "utf8")
    .replace(/\/\*[\s\S]*?\*\//g, "")
    .replace(/(^|\s)\/\/.*$/gm, "$1");
}

/** `inspectedWindow.eval` runs in the page that is looked at, and only text of ours. */
const FORBIDDEN: Record<string, RegExp> = {
  "makes code of text": /(?<!inspectedWindow)(?<![\w.])(?:\.?eval|new Function)\s*\(|set(?:Timeout|Interval)\(\s*["'`]/,
  "makes markup of text":
    /\.(?:inner|outer)HTML\b|insertAdjacentHTML|document\.write|dangerouslySetInnerHTML|createContextualFragment|DOMParser|setHTMLUnsafe/,
  "loads code from elsewhere": /\bimport\(\s*["'`]https?:|<script[^>]+src="(?:https?:)?\/\/|importScripts/,
};

test.each(Object.entries(FORBIDDEN))("nothing in src %s", (_, pattern) => {
  expect(files.length).toBeGreaterThan(200);
  expect(files.filter((name) => pattern.test(codeOf(name)))).toEqual([]);
});

test("those that are looked for would be found", () => {
  const samples = ['eval("1")', 'new Function("x")', "node.innerHTML = text", 'import("https://x.test/a.js")'];
  for (const sample of samples)
    expect(
      Object.values(FORBIDDEN).some((each) => each.test(sample)),
      sample,
    ).toBe(true);
});

test("nothing in src fetches by itself; what is asked again is asked by the page, on a click", () => {
  const callers = files.filter((name) =>
    /(?<![\w.])fetch\(|new XMLHttpRequest|sendBeacon|new WebSocket\(/.test(codeOf(name)),
  );
  expect(callers.filter((name) => !name.startsWith("replay"))).toEqual([join("panel", "ask-again.ts")]);
});

test.each(browsers)("%s: the extension's pages may run the package's own scripts and reach no network", (browser) => {
  const manifest: object = manifestFor(browser);
  const policy = JSON.stringify(manifest);
  expect(policy).toContain("default-src 'none'; script-src 'self';");
  expect(policy).toContain("connect-src 'none'");
  expect(policy).not.toMatch(/unsafe-|https?:\/\/\*|wasm/);
  expect(manifest).not.toHaveProperty("sandbox");
  expect(manifest).not.toHaveProperty("externally_connectable");
  expect(manifest).not.toHaveProperty("web_accessible_resources");
});
