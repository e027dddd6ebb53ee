import type { IncomingMessage, ServerResponse } from "node:http";
import type { Content } from "../core/traffic.js";
import { answerOf } from "./answer.js";
import type { Found } from "./desk.js";
import { headersFor } from "./headers.js";
import type { Translate } from "./translate.js";

/** Answers a request, or opens an event stream, as the recording did and when it did. */
export async function serveHttp(
  found: Found,
  incoming: IncomingMessage,
  response: ServerResponse,
  translate: Translate,
): Promise<void> {
  const { record, story, isOver } = found;
  const gone = new AbortController();
  response.once("close", () => gone.abort());
  incoming.resume(); // nobody reads what the client sends
  story.asked(record);
  const answer = answerOf(record);
  if (isOver && answer === "http" && incoming.method === "GET") return oneMorePoll(found, response);
  if (answer === "silence") return;
  if (answer === "cut" || answer === "nothing") {
    for (const act of story.actsOf(record)) await act.turn(gone.signal);
    incoming.socket.destroy();
    return;
  }
  const write = (text: string) => translate(text, found);
  for (const [name, value] of headersFor(record, incoming, write)) response.appendHeader(name, value);
  response.statusCode = record.exchange.status ?? 200;
  if (answer === "stream") return stream(found, response, write, gone.signal);
  for (const act of story.actsOf(record)) await act.turn(gone.signal);
  response.end(bodyOf(record.exchange.responseBody, write));
}

/**
 * A poll more than were recorded waits; but a client of Engine.IO that moves to its WebSocket waits for the answer first, and
 * the server then says nothing in particular (the protocol's "noop").
 */
function oneMorePoll({ record, session }: Found, response: ServerResponse): void {
  if (record.exchange.address.query.get("transport") !== "polling" || !session?.hasSocket) return;
  response.setHeader("Content-Type", "text/plain; charset=UTF-8");
  setTimeout(() => response.end("6"), NOOP_AFTER_MS);
}

const NOOP_AFTER_MS = 100;

/** Its messages, each in its time; then its end, where the server made one. */
async function stream(
  { record, story }: Found,
  response: ServerResponse,
  write: (text: string) => string,
  isOver: AbortSignal,
): Promise<void> {
  if (!response.hasHeader("content-type")) response.setHeader("Content-Type", "text/event-stream");
  response.flushHeaders();
  for (const { what, turn } of story.actsOf(record)) {
    await turn(isOver);
    if (what === "end") {
      if (record.exchange.netError) response.destroy();
      else response.end();
    } else if (what.payload.text !== null) response.write(eventOf(write(what.payload.text)));
  }
}

function eventOf(data: string): string {
  return `${data
    .split("\n")
    .map((line) => `data: ${line}`)
    .join("\n")}\n\n`;
}

export function bodyOf(body: Content | null, write: (text: string) => string): Buffer {
  if (!body || body.text === null) return Buffer.alloc(0);
  if (body.encoding === "text") return Buffer.from(write(body.text));
  const bytes = Buffer.from(body.text, "base64");
  const text = bytes.toString();
  return Buffer.from(text).equals(bytes) ? Buffer.from(write(text)) : bytes;
}
