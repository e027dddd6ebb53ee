import { copyFile } from "node:fs/promises";
import { join } from "node:path";
import { expect, test } from "playwright/test";
import { installedCommand } from "./installed-command.js";
import { inEmptyFolder } from "./temporary-folder.js";

const CAPTURE = "e2e/captures/signalr-negotiate-not-found.har";

test("npx analyzes a HAR in an empty folder", async () => {
  await inEmptyFolder(async (folder) => {
    await copyFile(CAPTURE, join(folder, "x.har"));
    const { exitCode, out, complaints } = installedCommand(folder, "analyze", "x.har");
    expect(out, complaints).toContain("No hub is mapped at the address that the client asks");
    expect(exitCode).toBe(1);
    expect(installedCommand(folder, "analyze", "y.har")).toMatchObject({ exitCode: 2, out: "" });
  });
});
