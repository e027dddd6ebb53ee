import { createSearching, type ToSearcher } from "./searching.js";

const searching = createSearching();
let goesOn = false;

addEventListener("message", ({ data }: MessageEvent<ToSearcher>) => {
  searching.take(data);
  if (!goesOn) void search();
});

/** Between two steps it hears whether something else is looked for by now. */
async function search(): Promise<void> {
  goesOn = true;
  for (let told = searching.step(); told; told = searching.step()) {
    postMessage(told);
    await new Promise((next) => setTimeout(next));
  }
  goesOn = false;
}
