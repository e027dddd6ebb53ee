import { spawn } from "node:child_process";
import { once } from "node:events";
import { mkdtemp, readdir, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { text } from "node:stream/consumers";
import { expect, test } from "playwright/test";
import { servePage } from "./lab/page.js";
import notFound from "./lab/scenarios/socket-io-not-found.js";
import { withLab } from "./panel-steps.js";

test("`npm start -- --url` on a page that connects to nothing ends well, and asks whether it does", async () => {
  test.slow();
  await withLab(async (lab) => {
    const { code, said, files } = await start(await servePage(lab, { scripts: [], script: "done();" }));
    expect(said).toContain("Connections recognised: 0, cards: 0");
    expect(said).toContain("Does the page connect by itself");
    expect(files.filter((file) => !file.endsWith(".png"))).toEqual([]);
    expect(files).toHaveLength(4);
    expect(code).toBe(0);
  });
});

test("`npm start -- --url` on a page that fails prints its card and writes a HAR and a report of it", async () => {
  test.slow();
  await withLab(async (lab) => {
    const { page } = await notFound.start(lab);
    const { code, said, files } = await start(page ?? "");
    expect(said).toMatch(/: path-mismatch \(\w+\) at open, status 404, ×\d/);
    expect(said).toMatch(/Connections recognised: [1-9]\d*, cards: 1\n/);
    expect(files.map((file) => file.replace(/^.*\./, "")).sort()).toEqual(["har", "md", "png", "png", "png", "png"]);
    expect(code).toBe(0);
  });
});

/** As on a machine without a display; what it says, and what it leaves in its folder. */
async function start(url: string): Promise<{ code: number | null; said: string; files: string[] }> {
  const out = await mkdtemp(join(tmpdir(), "handshake-triage-start-"));
  try {
    const env = { ...process.env, DISPLAY: "", WAYLAND_DISPLAY: "" };
    const child = spawn(process.execPath, ["--import", "tsx", "e2e/start.ts", "--url", url, "--out", out], { env });
    const [said, told, [code]] = await Promise.all([text(child.stdout), text(child.stderr), once(child, "exit")]);
    return { code: code as number | null, said: said + told, files: await readdir(out) };
  } finally {
    await rm(out, { recursive: true });
  }
}
