import type { CdpSession } from "./cdp.js";
import { evaluateIn } from "./evaluate.js";

export interface Box {
  x: number;
  y: number;
  width: number;
  height: number;
}

/** Where the visible panel's frame lies inside the DevTools page, in CSS pixels. */
export async function panelBox(devtools: CdpSession): Promise<Box> {
  const box = await evaluateIn<Box | null>(
    devtools,
    `import("./ui/legacy/legacy.js").then((UI) => {
      const shown = UI.InspectorView.InspectorView.instance().tabbedPane.visibleView;
      const frame = shown?.element.querySelector("iframe");
      if (!frame) return null;
      const { x, y, width, height } = frame.getBoundingClientRect();
      return { x, y, width, height };
    })`,
  );
  if (box === null) throw new Error("The panel is not the visible one in DevTools.");
  return box;
}
