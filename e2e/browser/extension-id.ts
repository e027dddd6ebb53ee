import { createHash } from "node:crypto";
import { readFile, realpath } from "node:fs/promises";
import { join } from "node:path";

export interface ExtensionFacts {
  id: string;
  /** The manifest's devtools_page, from the root ("/devtools.html"); empty when there is none. */
  devtoolsPage: string;
}

/** The id Chromium gives an unpacked extension: from the manifest's key, else from the directory's path. */
export async function readExtension(directory: string): Promise<ExtensionFacts> {
  const manifest = JSON.parse(await readFile(join(directory, "manifest.json"), "utf8")) as Manifest;
  const source =
    manifest.key !== undefined ? Buffer.from(manifest.key, "base64") : pathBytes(await realpath(directory));
  const hex = createHash("sha256").update(source).digest("hex").slice(0, 32);
  // Each hex digit becomes a letter: 0 is "a", f is "p".
  const id = [...hex].map((digit) => String.fromCharCode(97 + Number.parseInt(digit, 16))).join("");
  const page = manifest.devtools_page ?? "";
  return { id, devtoolsPage: page === "" ? "" : new URL(page, "http://extension/").pathname };
}

/** Windows paths are UTF-16 inside Chromium, with an upper-case drive letter. */
function pathBytes(path: string): Buffer {
  if (process.platform !== "win32") return Buffer.from(path);
  return Buffer.from(path.charAt(0).toUpperCase() + path.slice(1), "utf16le");
}

interface Manifest {
  key?: string;
  devtools_page?: string;
}
