import { Readable } from "node:stream";
import { expect, it } from "vitest";
import { readUpTo } from "./read-up-to.js";

it("reads all that comes", async () => {
  const read = await readUpTo(Readable.from([Buffer.from("one "), Buffer.from("two")]));
  expect(Buffer.from(read).toString()).toBe("one two");
});

it("reads what never ends no further than can be read at once", async () => {
  let given = 0;
  const endless = Readable.from(
    (function* () {
      for (;;) {
        given += 1;
        yield Buffer.alloc(512 * 1024);
      }
    })(),
  );
  await expect(readUpTo(endless, 1)).rejects.toThrow("it goes on after 1 MiB");
  expect(given).toBeLessThan(100);
  expect(endless.destroyed).toBe(true);
});
