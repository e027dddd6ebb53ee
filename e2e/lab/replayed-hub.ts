/** The SignalR server as it was once recorded, for machines without .NET and for trying the replay itself. */
import { existsSync, readFileSync } from "node:fs";
import { type RequestListener, request } from "node:http";
import { readHar } from "../../src/har/read.js";
import { startReplay } from "../../src/replay/replay.js";
import type { Lab } from "./scenario.js";
import type { HubApp, HubOrigins } from "./signalr/hub-app.js";

const CAPTURES = new URL("../captures/", import.meta.url);

/** What a .NET scenario sent when it was recorded; null where it never was. */
export function captureOf(scenario: string): URL | null {
  const capture = new URL(`${scenario}.har`, CAPTURES);
  return existsSync(capture) ? capture : null;
}

function eventsOf(capture: URL) {
  return readHar(readFileSync(capture, "utf8")).events;
}

/** "/q7x2": where the scenario's hub was mounted. */
export function pathIn(capture: URL): string {
  const first = eventsOf(capture).find((event) => event.kind === "exchange");
  const [, segment] = new URL(first?.url ?? "http://none/").pathname.split("/");
  return `/${segment}`;
}

/** All the applications were behind one address when they were recorded, so all of them are there now. */
export async function startReplayedHub(lab: Lab, capture: URL, apps: HubApp[]): Promise<HubOrigins[]> {
  const page = apps.find((app) => app.page)?.page;
  const replay = await startReplay(eventsOf(capture), page === undefined ? {} : { otherwise: proxyTo(page) });
  lab.onStop(() => replay.stop());
  const [endpoint] = replay.endpoints;
  if (!endpoint) throw new Error(`${capture.pathname} holds no connection to replay`);
  const { host } = new URL(endpoint.live);
  return apps.map(() => ({ http: `http://${host}`, https: `https://${host}` }));
}

/** As the recorded server did with its page's files. */
function proxyTo(page: string): RequestListener {
  return (incoming, response) => {
    const outgoing = request(new URL(incoming.url ?? "/", page), { agent: false }, (answer) => {
      response.writeHead(answer.statusCode ?? 502, answer.headers);
      answer.pipe(response);
    });
    outgoing.on("error", () => response.writeHead(502).end());
    outgoing.end();
  };
}
