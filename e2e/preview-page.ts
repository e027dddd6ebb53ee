import { type Browser, chromium, type Page } from "playwright";
import { build, preview } from "vite";
import { findChromium } from "./browser/find-chromium.js";

/** The panel as a plain page over recorded samples: everything but DevTools itself, and so quick that tests can be many. */
export interface PreviewSite {
  open(query?: Readonly<Record<string, string>>, size?: { width: number; height: number }): Promise<Page>;
  close(): Promise<void>;
}

/** Builds the page, serves it on a free port of the loopback address, and starts a browser for it. */
export async function startPreview(): Promise<PreviewSite> {
  await build({ mode: "preview", logLevel: "error" });
  const server = await preview({
    mode: "preview",
    logLevel: "error",
    build: { outDir: "dist/preview" },
    preview: { host: "127.0.0.1", port: 0 },
  });
  const origin = server.resolvedUrls?.local[0];
  const browser: Browser = await chromium.launch({
    executablePath: (await findChromium()).path,
    chromiumSandbox: process.getuid?.() !== 0,
  });
  const errors: string[] = [];
  return {
    async open(query = {}, size = { width: 1000, height: 800 }) {
      const page = await (await browser.newContext({ viewport: size })).newPage();
      page.on("pageerror", (error) => errors.push(`${query.capture ?? query.sample}: ${error.message}`));
      // The page is built; captures are read where they are.
      await page.route("**/e2e/captures/*.har", (route) =>
        route.fulfill({ path: `.${new URL(route.request().url()).pathname}` }),
      );
      await page.goto(`${origin}src/panel/preview.html?${new URLSearchParams(query)}`);
      await page.waitForSelector(
        query.capture ? "[data-connection]" : "[data-loading=loaded] :is([data-card], [data-testid=no-cards])",
      );
      return page;
    },
    async close() {
      await browser.close();
      await server.close();
      if (errors.length > 0) throw new Error(`The panel threw: ${errors.join("; ")}`);
    },
  };
}
