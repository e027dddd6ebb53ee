import { mkdir, writeFile } from "node:fs/promises";
import { dirname } from "node:path";
import type { CdpSession } from "./cdp.js";
import type { DevtoolsWindow } from "./devtools-window.js";
import { evaluateIn } from "./evaluate.js";
import { panelBox } from "./panel-frame.js";
import type { Theme } from "./profile.js";
import { setTheme } from "./theme.js";
import { waitUntil } from "./wait.js";

export interface Picture {
  /** The panel's width and height in CSS pixels; left out, it is pictured as it is. */
  width?: number;
  height?: number;
  theme?: Theme;
  /** Device pixels for one CSS pixel. */
  scale?: number;
}

/** The panel keeps the theme; its size goes back to the window's. */
export async function takePicture(
  window: DevtoolsWindow,
  panel: CdpSession,
  path: string,
  picture: Picture,
): Promise<void> {
  const { session } = window;
  // Fails at once for a panel in the background, which draws no frames to wait for.
  await panelBox(session);
  if (picture.theme !== undefined) await setTheme(window, panel, picture.theme);
  await resize(session, panel, picture);
  await scrollBack(session);
  await settled(panel);
  const { data } = await session.send("Page.captureScreenshot", {
    format: "png",
    clip: { ...(await panelBox(session)), scale: 1 },
  });
  await mkdir(dirname(path), { recursive: true });
  await writeFile(path, Buffer.from(data, "base64"));
  await session.send("Emulation.clearDeviceMetricsOverride");
}

/** What was clicked in the panel was brought into view, and DevTools' own boxes around it may have moved below its tabs for that. */
async function scrollBack(devtools: CdpSession): Promise<void> {
  await evaluateIn(
    devtools,
    `import("./ui/legacy/legacy.js").then((UI) => {
      let box = UI.InspectorView.InspectorView.instance().tabbedPane.visibleView.element.querySelector("iframe");
      for (; box; box = box.assignedSlot ?? box.parentElement ?? box.getRootNode().host) box.scrollTop = 0;
    })`,
  );
}

/** Makes the DevTools page as much wider and higher as the panel has to grow. */
export async function resize(
  devtools: CdpSession,
  panel: CdpSession,
  { width, height, scale }: Omit<Picture, "theme">,
): Promise<void> {
  if (width === undefined && height === undefined && scale === undefined) return;
  const before = await panelBox(devtools);
  const outer = await evaluateIn<{ width: number; height: number }>(
    devtools,
    "({ width: innerWidth, height: innerHeight })",
  );
  await devtools.send("Emulation.setDeviceMetricsOverride", {
    width: Math.round(outer.width + (width ?? before.width) - before.width),
    height: Math.round(outer.height + (height ?? before.height) - before.height),
    deviceScaleFactor: scale ?? 0,
    mobile: false,
  });
  const wanted = Math.round(width ?? before.width);
  await waitUntil(`the panel to become ${wanted} px wide (a panel docked at the side cannot)`, () =>
    evaluateIn<boolean>(panel, `innerWidth === ${wanted}`),
  );
}

/** Fonts are there and two frames have been drawn since the last change of size or theme. */
async function settled(panel: CdpSession): Promise<void> {
  await evaluateIn(panel, async () => {
    await document.fonts.ready;
    for (let frame = 0; frame < 2; frame += 1) await new Promise((resolve) => requestAnimationFrame(resolve));
  });
}
