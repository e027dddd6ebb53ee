import { expect, test } from "vitest";
import { type Arrow, arrows, wayBack } from "./arrows.js";

/** Which rooms of `src/` a room may import from, besides itself. The arrow: source → core → report; hosts on the outside. */
const MAY_IMPORT: Record<string, string[]> = {
  core: [],
  har: ["core", "report"],
  report: ["core"],
  knowledge: ["core", "capture/text"],
  capture: ["core", "har", "capture/text"],
  "capture/text": ["core"],
  messages: ["core", "worker-life"],
  "worker-life": [],
  manifest: [],
  packaging: ["manifest"],
  walls: [],
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
  "@msgpack/msgpack": ["panel"],
  "@tanstack/virtual-core": ["panel"],
  "socket.io-parser": ["panel"],
  yaml: ["knowledge"],
  vite: ["knowledge", "packaging"],
  "@gfx/zopfli": ["packaging"],
  zod: ["core", "har", "report", "knowledge", "messages", "capture"],
  "node:": ["knowledge", "packaging", "walls", "replay", "cli"],
  ws: ["replay"],
  "virtual:": ["panel", "cli"],
};

function isAllowed({ room, target, to }: Arrow): boolean {
  if (target.startsWith(".")) return to === null || to.room === room || (MAY_IMPORT[room] ?? []).includes(to.room);
  return Object.entries(PACKAGES).some(([name, rooms]) => isOf(name, { target }) && rooms.includes(room));
}

function isOf(name: string, { target }: Pick<Arrow, "target">): boolean {
  return target === name || target.startsWith(`${name}/`) || (name.endsWith(":") && target.startsWith(name));
}

test("every import goes the way of the arrow", () => {
  const wrong = arrows().filter((arrow) => !isAllowed(arrow));
  expect(
    wrong.map(
      ({ file, target }) => `src/${file} imports "${target}": take the thing from a room it may know, or move it`,
    ),
  ).toEqual([]);
});

test("no room is allowed what it doesn't need", () => {
  const all = arrows();
  const unused = Object.entries(MAY_IMPORT).flatMap(([room, others]) =>
    others
      .filter((other) => !all.some((arrow) => arrow.room === room && arrow.to?.room === other))
      .map((other) => `${room} → ${other}`),
  );
  expect(unused).toEqual([]);
});

test("no room is allowed a package that it doesn't need", () => {
  const all = arrows();
  const unused = Object.entries(PACKAGES).flatMap(([name, rooms]) =>
    rooms
      .filter((room) => !all.some((arrow) => arrow.room === room && isOf(name, arrow)))
      .map((room) => `${room} → ${name}`),
  );
  expect(unused).toEqual([]);
});

test("every room is known to this test", () => {
  const rooms = new Set(arrows().map(({ room }) => room));
  expect([...rooms].filter((room) => !(room in MAY_IMPORT))).toEqual([]);
});

test("no file needs what needs it, be it a type", () => {
  expect(wayBack(arrows())).toBeNull();
});

test("a way back is found, however long", () => {
  const arrow = (file: string, to: string): Arrow => ({
    file,
    room: "core",
    target: `./${to}`,
    to: { file: to, room: "core" },
  });
  expect(wayBack([arrow("a", "b"), arrow("b", "c"), arrow("c", "d")])).toBeNull();
  expect(wayBack([arrow("a", "b"), arrow("b", "c"), arrow("c", "b")])).toEqual(["b", "c", "b"]);
});
