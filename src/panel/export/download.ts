import type { FileToSave } from "./file.js";

/** Long enough for a browser that asks where to save. */
const KEPT_MS = 60_000;

export function download({ name, content }: FileToSave): void {
  const link = document.createElement("a");
  link.href = URL.createObjectURL(content);
  link.download = name;
  link.click();
  setTimeout(() => URL.revokeObjectURL(link.href), KEPT_MS);
}

/** "Chrome/156.0.0.0": the last of the names by which a browser says what it is. */
export function browserName(): string | null {
  return [...navigator.userAgent.matchAll(/(?:Firefox|Edg|OPR|Chrome)\/[\d.]+/g)].at(-1)?.[0] ?? null;
}
