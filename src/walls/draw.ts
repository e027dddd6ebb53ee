import { arrows } from "./arrows.js";

/** `npm run arrows`: the rooms of `src/` and who imports from whom how often, as a Mermaid graph. */
const counts = new Map<string, number>();
for (const { room, to } of arrows()) {
  if (!to || to.room === room) continue;
  const arrow = `${room} --> ${to.room}`;
  counts.set(arrow, (counts.get(arrow) ?? 0) + 1);
}
console.log("graph LR");
for (const [arrow, count] of [...counts].sort(([one], [other]) => one.localeCompare(other)))
  console.log(`  ${arrow.replace("-->", `-- ${count} -->`)}`);
