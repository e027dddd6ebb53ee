import { drops } from "./drops.js";
import { expect, test } from "./fixtures.js";
import { dropSeen, withLab } from "./panel-steps.js";

for (const drop of drops) {
  test(`the close code and reason of ${drop.title}`, async ({ fresh }) => {
    const seen = await withLab((lab) => dropSeen(fresh, drop, lab));
    expect(seen).toMatchObject({ protocol: drop.protocol, phase: "close", closeCode: drop.code });
    expect(seen.details).toContain(drop.reason);
  });
}
