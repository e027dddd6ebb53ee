import { createServer } from "node:http";
import { expect, test } from "vitest";
import { createLab, freeOrigin, listen } from "./lab.js";

test("no port is handed out twice, though those who had it before are gone", async () => {
  const origins: string[] = [];
  for (let n = 0; n < 300; n += 1) {
    const lab = createLab();
    origins.push(await freeOrigin(), await listen(lab, createServer()));
    await lab.stop();
  }
  expect(new Set(origins).size).toBe(origins.length);
});
