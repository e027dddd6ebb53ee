import { readFile } from "node:fs/promises";

export interface NetRequest {
  url: string;
  /** The origin that asked; "not an origin" where the browser itself did. */
  initiator: string;
}

interface NetLog {
  events: { params?: { url?: string; initiator?: string } }[];
}

/** Every request that the browser has made of a network, as its own log (`--log-net-log`) tells when it has ended. */
export async function requestsIn(file: string): Promise<NetRequest[]> {
  const { events } = JSON.parse(await readFile(file, "utf8")) as NetLog;
  return events.flatMap(({ params: { url = "", initiator } = {} }) =>
    initiator !== undefined && /^(?:https?|wss?):/.test(url) ? [{ url, initiator }] : [],
  );
}
