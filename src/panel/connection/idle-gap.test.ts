import { expect, test } from "vitest";
import { NOTHING_KNOWN } from "../../core/knowledge.js";
import { parseWireScript } from "../../knowledge/wire-script.js";
import { SAMPLES } from "../preview-samples.js";
import { createRecording } from "../recording.js";
import { idleGapOf } from "./idle-gap.js";

/** The gap of every connection that was recorded. */
function gapsIn(events: Parameters<ReturnType<typeof createRecording>["take"]>[0]) {
  const recording = createRecording(NOTHING_KNOWN);
  recording.take(events);
  return recording.read().connections.map(({ id }) => {
    const found = recording.lookUp(id);
    return found?.kind === "connection" ? idleGapOf(found) : null;
  });
}

const cut = (id: string, seconds: number, code = 1006) => `
+1s POST https://app.test/hub/negotiate?negotiateVersion=1
  < 200
  << {"connectionToken":"${id}","negotiateVersion":1,"availableTransports":[]}
+30ms WS wss://app.test/hub?id=${id}
  < 101
  +5ms -> {"protocol":"json","version":1}␞
  +5ms <- {}␞
  +${seconds}s closed ${code} by server`;

const gaps = (...cuts: string[]) => gapsIn(parseWireScript(`page https://app.test${cuts.join("")}`));

test("a silence that ends in a cut is as long as somebody's default", () => {
  expect(gapsIn(SAMPLES.cuts ?? [])).toMatchObject([
    { alike: 1, whose: ["nginx", "AWS’s Application Load Balancer"] },
    { alike: 1, whose: ["nginx", "AWS’s Application Load Balancer"] },
    null,
  ]);
  expect(gaps(cut("a", 100))).toMatchObject([{ alike: 0, whose: ["Cloudflare"] }]);
});

test("a short one says something only where it comes back, and one that was closed properly nothing", () => {
  expect(gaps(cut("a", 7))).toEqual([null]);
  expect(gaps(cut("a", 7), cut("b", 7))).toMatchObject([{ alike: 1, whose: [] }, { alike: 1 }]);
  expect(gaps(cut("a", 60, 1000), cut("b", 60, 1000))).toEqual([null, null]);
});
