import { spawn } from "node:child_process";
import { existsSync } from "node:fs";
import { link, mkdtemp, rm, symlink, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { text } from "node:stream/consumers";
import { build } from "vite";
import { afterAll, beforeAll, expect, it } from "vitest";
import { nodeShell } from "./node-shell.js";

let folder = "";
/** A program that does no more than say something and end well. */
let talker = "";

beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), "node-shell-"));
  const source = join(folder, "talker.ts");
  await writeFile(
    source,
    `import { nodeShell } from ${JSON.stringify(join(import.meta.dirname, "node-shell.ts"))};
     const { print, complain, read } = nodeShell();
     if (process.argv[2] === "read") await read("-");
     complain("a note\\n");
     print("a report\\n".repeat(50_000));
     process.exitCode = 3;`,
  );
  await build({
    configFile: false,
    logLevel: "silent",
    build: { ssr: source, outDir: folder, rolldownOptions: { output: { entryFileNames: "talker.mjs" } } },
  });
  talker = join(folder, "talker.mjs");
});
afterAll(() => rm(folder, { recursive: true }));

/** How it ends in a shell that lets its output go there. */
function endsIn(redirection: string): Promise<{ code: number | null; err: string }> {
  const command = spawn("bash", ["-c", `node "$TALKER" ${redirection}`], { env: { ...process.env, TALKER: talker } });
  let err = "";
  command.stderr.on("data", (data) => {
    err += data;
  });
  return new Promise((ended) => command.on("close", (code) => ended({ code, err })));
}

const itOnUnix = it.skipIf(!existsSync("/dev/full"));

itOnUnix(
  "says in one line that its output could not be written, and that is neither success nor a finding",
  async () => {
    const { code, err } = await endsIn("> /dev/full");
    expect({ code, err }).toEqual({
      code: 2,
      err: "a note\nhandshake-triage: cannot write the output: no space is left\n",
    });
  },
);

itOnUnix("keeps its exit code where nobody reads on, what it says or what it complains of", async () => {
  const status = "; exit $" + "{PIPESTATUS[0]}";
  expect(await endsIn(`| head -1 > /dev/null${status}`)).toEqual({ code: 3, err: "a note\n" });
  expect((await endsIn("2> /dev/full > /dev/null")).code).toBe(3);
  expect((await endsIn(`2>&1 > /dev/null | true${status}`)).code).toBe(3);
});

it("knows a file again under another name", async () => {
  const { isFile, isSameFile } = nodeShell();
  const [file, soft, hard, other] = ["a.har", "soft.har", "hard.har", "b.har"].map((name) => join(folder, name));
  if (!file || !soft || !hard || !other) throw new Error("four names were given");
  await Promise.all([writeFile(file, "a"), writeFile(other, "b")]);
  await Promise.all([symlink(file, soft), link(file, hard)]);
  const found = [await isSameFile(soft, file), await isSameFile(hard, file), await isSameFile(other, file)];
  expect(found).toEqual([true, true, false]);
  expect(await isSameFile(join(folder, "gone"), join(folder, "gone"))).toBe(false);
  expect([await isFile(file), await isFile(folder)]).toEqual([true, false]);
});

it.skipIf(!existsSync("/usr/bin/script"))("asks for the text where a terminal is what it reads from", async () => {
  expect((await said(`script -qec 'node "$TALKER" read' /dev/null < /dev/null`)).split("\r\n")[0]).toContain("Ctrl+D");
  expect(await said('echo | node "$TALKER" read 2>&1')).toMatch(/^a note\n/);
});

function said(command: string): Promise<string> {
  const shell = spawn("bash", ["-c", `${command} | head -3`], { env: { ...process.env, TALKER: talker } });
  return text(shell.stdout);
}

it("says what to do with a pattern that the shell left as it is", async () => {
  const { read } = nodeShell();
  await expect(read(join(folder, "*.har"))).rejects.toThrow(
    /is a pattern, .*in PowerShell: \(Get-Item .*\*\.har\)\.FullName/,
  );
  await writeFile(join(folder, "odd?.har"), "x");
  expect((await read(join(folder, "odd?.har"))).length).toBe(1);
});
