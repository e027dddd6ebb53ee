/** Runs in the panel: the middle of the element, once it is in view and nothing else would get the click. */
export async function targetPoint(selector: string): Promise<{ x: number; y: number }> {
  const element = document.querySelector(selector);
  if (element === null) throw new Error(`Nothing matches ${selector}`);
  element.scrollIntoView({ block: "center", inline: "nearest", behavior: "instant" });
  await new Promise((resolve) => setTimeout(resolve, 20));
  const { left, top, width, height } = element.getBoundingClientRect();
  if (width === 0 || height === 0) throw new Error(`${selector} is not visible`);
  const point = { x: left + width / 2, y: top + height / 2 };
  let hit = document.elementFromPoint(point.x, point.y);
  // Shadow roots hide what lies inside them.
  while (hit?.shadowRoot?.elementFromPoint(point.x, point.y)) {
    const inner = hit.shadowRoot.elementFromPoint(point.x, point.y);
    if (inner === null || inner === hit) break;
    hit = inner;
  }
  if (hit === null || !(element.contains(hit) || hit.contains(element))) {
    throw new Error(`${selector} is covered by ${hit?.outerHTML.slice(0, 120) ?? "nothing"}`);
  }
  return point;
}
