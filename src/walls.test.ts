import { readdirSync, readFileSync } from "node:fs";
import { dirname, join, relative, sep } from "node:path";
import { expect, test } from "vitest";

/** Which rooms of `src/` a room may import from, besides itself. The arrow: source → core → report; hosts on the outside. */
const MAY_IMPORT: Record<string, string[]> = {
  core: [],
  har: ["core", "report"],
  report: ["core"],
  knowledge: ["core", "capture/text"],
  capture: ["core", "har", "capture/text"],
  "capture/text": ["core"],
  messages: ["core", "capture", "worker-life"],
  "worker-life": [],
  manifest: [],
  packaging: ["manifest"],
  background: ["core", "capture", "messages", "worker-life"],
  devtools: ["core", "capture", "messages"],
  panel: ["core", "har", "report", "messages", "capture/text"],
  replay: ["core", "har"],
  cli: ["core", "har", "report", "replay", "capture/text"],
};

/** What comes from outside the project, by the rooms that may know it. */
const PACKAGES: Record<string, string[]> = {
  "webextension-polyfill": ["messages", "capture", "background", "devtools", "panel"],
  preact: ["panel"],
  ajv: ["har"],
  "har-schema": ["har"],
  "@msgpack/msgpack": ["panel"],
  "@tanstack/virtual-core": ["panel"],
  "socket.io-parser": ["panel"],
  yaml: ["knowledge"],
  vite: ["knowledge", "packaging"],
  fflate: ["packaging"],
  zod: ["core", "har", "report", "knowledge", "messages", "capture"],
  "node:": ["knowledge", "packaging", "replay", "cli"],
  ws: ["replay"],
  "virtual:": ["panel", "cli"],
};

const SRC = join(import.meta.dirname);
const IMPORT = /(?:from|import)\s+"([^"]+)"/g;

interface Arrow {
  file: string;
  room: string;
  target: string;
}

/** Tests and the panel's preview page may look anywhere. */
function arrows(): Arrow[] {
  return readdirSync(SRC, { recursive: true, encoding: "utf8" })
    .filter((name) => /\.tsx?$/.test(name) && !/\.test\.tsx?$|\.d\.ts$|preview/.test(name))
    .flatMap((name) =>
      [...readFileSync(join(SRC, name), "utf8").matchAll(IMPORT)].map(([, target = ""]) => ({
        file: name.split(sep).join("/"),
        room: roomOf(name),
        target,
      })),
    );
}

/** Reading a pasted text knows no browser, unlike the rest of its folder: a room of its own. */
function roomOf(path: string): string {
  if (path.split(sep).slice(0, 2).join("/") === "capture/text") return "capture/text";
  return path.split(sep)[0]?.replace(/\.tsx?$/, "") ?? "";
}

function isAllowed({ file, room, target }: Arrow): boolean {
  if (target.startsWith(".")) {
    const to = roomOf(relative(SRC, join(SRC, dirname(file), target)).replace(/\.js$/, ".ts"));
    return to === room || to.startsWith("..") || (MAY_IMPORT[room] ?? []).includes(to);
  }
  const name = Object.keys(PACKAGES).find(
    (each) => target === each || target.startsWith(`${each}/`) || (each.endsWith(":") && target.startsWith(each)),
  );
  return name !== undefined && (PACKAGES[name] ?? []).includes(room);
}

test("every import goes the way of the arrow", () => {
  const wrong = arrows().filter((arrow) => !isAllowed(arrow));
  expect(
    wrong.map(
      ({ file, target }) => `src/${file} imports "${target}": take the thing from a room it may know, or move it`,
    ),
  ).toEqual([]);
});

test("every room is known to this test", () => {
  const rooms = new Set(arrows().map(({ room }) => room));
  expect([...rooms].filter((room) => !(room in MAY_IMPORT))).toEqual([]);
});
