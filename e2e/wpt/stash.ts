import type { Peer } from "./peer.js";

/** What tests leave for each other on the server; a value is gone once it was taken. */
const values = new Map<string, unknown>();
const waiting = new Map<string, ((value: unknown) => void)[]>();

export function putValue(key: string, value: unknown): void {
  const next = waiting.get(key)?.shift();
  if (next) next(value);
  else values.set(key, value);
}

export function takeValue(key: string): unknown {
  const value = values.get(key) ?? null;
  values.delete(key);
  return value;
}

function awaitValue(key: string): Promise<unknown> {
  if (values.has(key)) return Promise.resolve(takeValue(key));
  return new Promise((resolve) => waiting.set(key, [...(waiting.get(key) ?? []), resolve]));
}

/** `stash_responder_wsh.py` */
export async function stash(peer: Peer): Promise<void> {
  for (let message = await peer.receive(); message !== "echo"; message = await peer.receive()) {
    if (message === null) return;
  }
  const asked = new URL(peer.request.url ?? "/", "ws://x").searchParams;
  const key = `${asked.get("path") ?? "/stash_responder"} ${asked.get("key")}`;
  const value = takeValue(key);
  let status = "success";
  let result = value;
  if (asked.get("action") === "put") {
    putValue(key, asked.get("value"));
    result = asked.get("key");
  }
  if (asked.get("action") === "take") status = value === null ? "allowed" : "blocked";
  await peer.send(JSON.stringify({ status, result }));
}

/** `stash_responder_blocking_wsh.py` */
export async function blockingStash(peer: Peer): Promise<void> {
  const { action, key, value } = JSON.parse(String(await peer.receive())) as Record<string, string>;
  if (action === "set") putValue(`blocking ${key}`, value);
  const answer = action === "get" ? { value: await awaitValue(`blocking ${key}`) } : {};
  await peer.send(JSON.stringify(answer));
}
