import { readFile } from "node:fs/promises";
import type { IncomingMessage, ServerResponse } from "node:http";
import { join } from "node:path";
import { sleep } from "../browser/wait.js";

/** What one of the suite's `eventsource/resources/*.py` answers; headers that are named here come beside the stream's own. */
interface Answer {
  status?: number;
  type?: string;
  headers?: Record<string, string>;
  body: string;
}

interface Asked {
  query: URLSearchParams;
  cookies: Map<string, string>;
  lastEventId: string;
}

type Handler = (asked: Asked) => Answer | Promise<Answer>;

const SETTLED = "Thu, 01 Jan 1970 00:00:00 GMT";
const forget = (cookie: string) => ({ "set-cookie": `${cookie}=; Path=/; Expires=${SETTLED}` });
const keep = (cookie: string, value: string) => ({ "set-cookie": `${cookie}=${value}; Path=/` });

const handlers: Record<string, Handler> = {
  async message({ query }) {
    await sleep(Number(query.get("sleep") ?? 0));
    const end = query.get("newline") === "none" ? "\n" : "\n\n\n";
    return { type: query.get("mime") ?? "text/event-stream", body: (query.get("message") ?? "data: data") + end };
  },
  "status-error"({ query }) {
    const status = Number(query.get("status") ?? 404);
    return { status, body: status === 204 || status === 205 ? "" : "data: data\n\n" };
  },
  "status-reconnect"({ query, cookies }) {
    const status = query.get("status") ?? "204";
    const cookie = `request${query.get("id") ?? status}`;
    if (cookies.get(cookie) === status) return { headers: forget(cookie), body: "data: data\n\n" };
    const first = query.has("ok_first") ? "data: ok\n\n" : "";
    return { status: Number(status), headers: keep(cookie, status), body: `retry: 2\n${first}` };
  },
  "reconnect-fail"({ query, cookies }) {
    const cookie = `recon_fail_${query.get("id")}`;
    const state = cookies.get(cookie);
    if (state === "opened") return { headers: keep(cookie, "reconnected"), body: "data: reconnected\n\n" };
    if (state === "reconnected") return { status: 204, headers: forget(cookie), body: "" };
    return { headers: keep(cookie, "opened"), body: "retry: 2\ndata: opened\n\n" };
  },
  "last-event-id"({ query, lastEventId }) {
    if (lastEventId) return { body: `data: ${lastEventId}\n\n` };
    return { body: `id: ${query.get("idvalue") ?? "\u2026"}\nretry: 200\ndata: hello\n\n` };
  },
  "last-event-id2"({ query }) {
    const type = Number(query.get("type") ?? 1);
    if (type === 1) return { body: "id: 1\ndata: 1\n\ndata: 2\n\nid: 2\ndata:3\n\ndata:4\n\n" };
    return { body: `id: 1\ndata: 1\n\nid${type === 2 ? ":" : ""}\ndata:2\n\ndata:3\n\n` };
  },
  "cors-cookie"({ query, cookies, lastEventId }) {
    const cookie = query.get("ident") ?? "test";
    const seen = cookies.has(cookie) ? "COOKIE" : "NO_COOKIE";
    if (lastEventId === "")
      return { headers: keep(cookie, "COOKIE"), body: `id: 1\nretry: 200\ndata: first ${seen}\n\n` };
    if (lastEventId === "1") return { headers: forget(cookie), body: `id: 2\ndata: second ${seen}\n\n` };
    return { type: "stop", body: `data: ${lastEventId}${seen}\n\n` };
  },
  redirect: ({ query }) => ({
    status: Number(query.get("status") ?? 302),
    headers: { location: query.get("location") ?? "" },
    body: "",
  }),
};

const ENDLESS = "data:msg\ndata: msg\n\n:\nfalsefield:msg\n\nfalsefield:msg\nData:data\n\ndata\n\ndata:end\n\n";

/** True when it answered. */
export async function answerAsStream(
  checkout: string,
  url: URL,
  request: IncomingMessage,
  response: ServerResponse,
): Promise<boolean> {
  const [, name = ""] = /^\/(?:eventsource\/resources|common)\/([\w-]+)\.py$/.exec(url.pathname) ?? [];
  const query = url.searchParams;
  const allowed = name === "cors" || name === "cors-cookie" ? corsHeaders(query, request) : {};
  const run = name === "cors" ? (query.get("run") ?? "") : name;
  if (run === "message2") {
    await endless(response);
    return true;
  }
  const asked = { query, cookies: cookiesOf(request), lastEventId: lastEventIdOf(request) };
  const file = () => readFile(join(checkout, "eventsource/resources/cache-control.event_stream"), "utf8");
  const answer =
    run === "cache-control"
      ? { body: (await file()).replace(/\{\{.*?\}\}/, request.headers["cache-control"] ?? "") }
      : await handlers[run]?.(asked);
  if (!answer) return false;
  const { status = 200, type = "text/event-stream", headers = {}, body } = answer as Answer;
  response.writeHead(status, { "content-type": type, ...allowed, ...headers }).end(body);
  return true;
}

function corsHeaders(query: URLSearchParams, { headers }: IncomingMessage): Record<string, string> {
  const origin = query.get("origin") ?? headers.origin ?? "";
  const credentials = query.get("credentials") ?? "true";
  return {
    ...(origin === "none" ? {} : { "access-control-allow-origin": origin }),
    ...(credentials === "none" ? {} : { "access-control-allow-credentials": credentials }),
  };
}

function cookiesOf({ headers }: IncomingMessage): Map<string, string> {
  const pairs = (headers.cookie ?? "").split("; ").map((each) => each.split("=") as [string, string]);
  return new Map(pairs);
}

/** Node reads header bytes as Latin-1, and writes texts as UTF-8. */
function lastEventIdOf({ headers }: IncomingMessage): string {
  return Buffer.from(String(headers["last-event-id"] ?? ""), "latin1").toString("utf8");
}

async function endless(response: ServerResponse): Promise<void> {
  response.writeHead(200, { "content-type": "text/event-stream", "cache-control": "no-cache" });
  while (!response.destroyed) {
    response.write(ENDLESS);
    await sleep(2000);
  }
}
