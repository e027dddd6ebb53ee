import { rmSync } from "node:fs";
import { mkdir, mkdtemp, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";

export type Dock = "undocked" | "right" | "bottom";
export type Theme = "light" | "dark";

/** A fresh profile with DevTools' own settings already in it: they take effect before DevTools' first paint. */
export async function createProfile(dock: Dock, theme: Theme): Promise<string> {
  const directory = await mkdtemp(join(tmpdir(), "handshake-triage-browser-"));
  await mkdir(join(directory, "Default"));
  // DevTools keeps each setting as JSON inside a string.
  const preferences = {
    currentDockState: JSON.stringify(dock),
    "ui-theme": JSON.stringify(themeSetting(theme)),
  };
  await writeFile(join(directory, "Default", "Preferences"), JSON.stringify({ devtools: { preferences } }));
  return directory;
}

/** What DevTools' "ui-theme" setting calls them. */
export function themeSetting(theme: Theme): "default" | "dark" {
  return theme === "dark" ? "dark" : "default";
}

/** The browser's helper processes may still be writing for a moment after it has gone: hence the retries. */
export function removeProfile(directory: string): Promise<void> {
  return rm(directory, { recursive: true, force: true, maxRetries: 20, retryDelay: 100 });
}

/** For an end without close() (Ctrl-C): Playwright kills the browser then, and nobody is left to remove the profile. */
export function removeProfileOnExit(directory: string): () => void {
  const remove = () => rmSync(directory, { recursive: true, force: true, maxRetries: 5, retryDelay: 50 });
  process.once("exit", remove);
  return () => process.off("exit", remove);
}
