import { readdir } from "node:fs/promises";
import { hasPage, type LogScenario, type PageScenario, type Scenario } from "./scenario.js";

const FOLDER = new URL("./scenarios/", import.meta.url);

export type NamedScenario = (PageScenario | LogScenario) & { name: string };
export type NamedPageScenario = PageScenario & { name: string };

/** Those that a browser runs. */
export async function loadPageScenarios(folder = FOLDER): Promise<NamedPageScenario[]> {
  return (await loadScenarios(folder)).filter(hasPage);
}

/** Every file of the folder is a scenario; its file name is the scenario's name. */
export async function loadScenarios(folder = FOLDER): Promise<NamedScenario[]> {
  const files = (await readdir(folder)).filter((file) => file.endsWith(".ts")).sort();
  return Promise.all(files.map((file) => load(file, folder)));
}

async function load(file: string, folder: URL): Promise<NamedScenario> {
  const module = (await import(new URL(file, folder).href)) as { default: Scenario };
  return { name: file.slice(0, -".ts".length), ...module.default };
}
