import type { GuideRow } from "./guide-rows.js";

/**
 * One scenario a file under scenarios/: a failure (or a healthy session) that a real server and an official client
 * show. The cards are a closed world: exactly these must appear, nothing else. Most have a page, which a real browser
 * runs; where there is nothing to see in a browser, there is only what a server, a service or a Node client writes.
 */
export type Scenario = PageScenario | LogScenario;

interface AnyScenario {
  /** What a person would see, in one line. */
  title: string;
  protocol: "signalr" | "engine-io" | "web-pubsub";
  /** What must be on the machine beyond Node, where "node" is nothing more. */
  needs: Need | readonly Need[];
  /** Says so, where something stands in for the real thing (Azure's edge). */
  standIn?: string;
  /** What is seen, and why, as the people of the field write it down: "401, aud is another hub". */
  rows?: string[];
  /** The rows of the official troubleshooting guides that this shows. */
  shows?: GuideRow[];
}

export interface PageScenario extends AnyScenario {
  /** The cards, each by its best cause. */
  cards: ExpectedCard[];
  /** How many connections must be recognised and shown as healthy: at least this many. */
  healthy: number;
  /** The cards that `explain` gives for the log which the server side wrote meanwhile. */
  logCards?: ExpectedCard[];
  /** Left out where Firefox shows the same. */
  firefox?: InFirefox;
  /**
   * Differs from the others on the server's side alone, so `npm test` tries it in Chromium; Firefox, which takes one after the
   * other, and the replay of captures have no time for it. One "by name" has no time in the tests at all: they diagnose its
   * capture, and `npm run lab -- --try NAME` runs it.
   */
  further?: true | "by name";
  /** Starts what the scenario needs. */
  start(lab: Lab): Promise<Started>;
}

export type Need = "node" | "dotnet" | "nginx";

export interface LogScenario extends AnyScenario {
  /** The cards that `explain` gives for the log. */
  logCards: ExpectedCard[];
  /** How many connections of the log must be shown as healthy; none where left out. */
  healthy?: number;
  /** Starts what the scenario needs, lets it happen, and returns the log as somebody would paste it. */
  log(lab: Lab): Promise<string>;
}

export function hasPage<Any extends Scenario>(scenario: Any): scenario is Extract<Any, PageScenario> {
  return "start" in scenario;
}

/** What a person, or the computer, does to a tab. Whatever is left on is taken back when the scenario is over. */
export interface Tab {
  /** Waits until the page says this. */
  says(text: string): Promise<void>;
  /** Another tab comes to the front, and the browser stops all that this one runs, as it does with tabs long unused. */
  freeze(): Promise<void>;
  /** The tab is in front again and goes on. */
  resume(): Promise<void>;
  goOffline(): Promise<void>;
  goOnline(): Promise<void>;
}

interface Started {
  /** The page that drives the official client. */
  page: string;
  /** What the server side has written to its log so far, as an operator would paste it; read when the page has been left. */
  log?(): string;
  /** What happens to the tab while the page is on. */
  meanwhile?: (tab: Tab) => Promise<void>;
}

/** What is otherwise in Firefox, and why, in a sentence for the table in docs/firefox.md. */
type InFirefox = { cannot: string } | { cards: ExpectedCard[]; because: string };

/** Fields left out are not checked; `cause` always is. */
export interface ExpectedCard {
  cause: string;
  protocol?: AnyScenario["protocol"];
  phase?: string;
  status?: number;
  engineIoCode?: number;
  closeCode?: number;
  netError?: string;
  confidence?: "confirmed" | "likely" | "possible";
}

/** What a scenario may ask for. Everything started through it is stopped by `stop()`. */
export interface Lab {
  /** A path segment that says nothing ("/q7x2"), different in each run: nothing may hang on a path's name. */
  mount(): string;
  /** The capture that is replayed in place of the .NET server; null where that runs. */
  capture: URL | null;
  /** Remembers how to stop something that the scenario started itself. */
  onStop(stop: () => Promise<void> | void): void;
  stop(): Promise<void>;
}
