import { readdir } from "node:fs/promises";
import type { Scenario } from "./scenario.js";

const FOLDER = new URL("./scenarios/", import.meta.url);

/** Every file of the folder is a scenario; its file name is the scenario's name. */
export async function loadScenarios(): Promise<Array<Scenario & { name: string }>> {
  const files = (await readdir(FOLDER)).filter((file) => file.endsWith(".ts")).sort();
  return Promise.all(files.map(load));
}

async function load(file: string): Promise<Scenario & { name: string }> {
  const module = (await import(new URL(file, FOLDER).href)) as { default: Scenario };
  return { name: file.slice(0, -".ts".length), ...module.default };
}
