import { readdir } from "node:fs/promises";
import { hasPage, type LogScenario, type PageScenario, type Scenario } from "./scenario.js";

const FOLDER = new URL("./scenarios/", import.meta.url);

export type NamedScenario = (PageScenario | LogScenario) & { name: string };
export type NamedPageScenario = PageScenario & { name: string };

/** Those that a browser runs. */
export async function loadPageScenarios(): Promise<NamedPageScenario[]> {
  return (await loadScenarios()).filter(hasPage);
}

/** Every file of the folder is a scenario; its file name is the scenario's name. */
export async function loadScenarios(): Promise<NamedScenario[]> {
  const files = (await readdir(FOLDER)).filter((file) => file.endsWith(".ts")).sort();
  return Promise.all(files.map(load));
}

async function load(file: string): Promise<NamedScenario> {
  const module = (await import(new URL(file, FOLDER).href)) as { default: Scenario };
  return { name: file.slice(0, -".ts".length), ...module.default };
}
