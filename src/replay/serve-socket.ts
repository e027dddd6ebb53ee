import { type IncomingMessage, STATUS_CODES } from "node:http";
import type { Duplex } from "node:stream";
import { type WebSocket, WebSocketServer } from "ws";
import { header } from "../core/exchange.js";
import { answerOf } from "./answer.js";
import type { Found } from "./desk.js";
import { headersFor } from "./headers.js";
import { createKeepAlive } from "./keep-alive.js";
import { isPing } from "./pings.js";
import { bodyOf } from "./serve-http.js";
import type { Translate } from "./translate.js";

/** Accepts or refuses a WebSocket as the recording did, and says on it what was said, when it was said. */
export async function serveSocket(
  found: Found,
  incoming: IncomingMessage,
  client: Duplex,
  head: Buffer,
  translate: Translate,
): Promise<void> {
  const { record, story } = found;
  const gone = new AbortController();
  client.once("close", () => gone.abort());
  story.asked(record);
  const answer = answerOf(record);
  if (answer === "silence") return;
  const write = (text: string) => translate(text, found);
  if (answer === "socket") return talk(found, await accepted(found, incoming, client, head), write, gone.signal);
  for (const act of story.actsOf(record)) await act.turn(gone.signal);
  if (answer === "http") client.end(refusal(found, incoming, write));
  else client.destroy();
}

function accepted({ record }: Found, incoming: IncomingMessage, client: Duplex, head: Buffer): Promise<WebSocket> {
  const chosen = chosenProtocol(record.exchange.responseHeaders, incoming.headers["sec-websocket-protocol"]);
  const server = new WebSocketServer({ noServer: true, handleProtocols: () => chosen });
  return new Promise((resolve) => server.handleUpgrade(incoming, client, head, (socket) => resolve(socket)));
}

/** The subprotocol that the recorded server chose; where its headers are unknown, the client's first. */
function chosenProtocol(headers: Found["record"]["exchange"]["responseHeaders"], offered = ""): string | false {
  const chosen = header(headers, "sec-websocket-protocol");
  return (chosen === null ? offered.split(/,\s*/)[0] : chosen) || false;
}

/** Raw, for there is no response object for an upgrade that is refused. */
function refusal({ record }: Found, incoming: IncomingMessage, write: (text: string) => string): Buffer {
  const { status, responseBody } = record.exchange;
  const body = bodyOf(responseBody, write);
  const lines = headersFor(record, incoming, write).map(([name, value]) => `${name}: ${value}`);
  const first = `HTTP/1.1 ${status ?? 500} ${STATUS_CODES[status ?? 500] ?? ""}`;
  const whole = [first, ...lines, `Content-Length: ${body.length}`, "Connection: close", "", ""].join("\r\n");
  return Buffer.concat([Buffer.from(whole, "latin1"), body]);
}

async function talk(
  { record, story }: Found,
  socket: WebSocket,
  write: (text: string) => string,
  isOver: AbortSignal,
): Promise<void> {
  const alive = createKeepAlive(socket);
  socket.on("message", (data, isBinary) => {
    const text = isBinary ? Buffer.from(data as Buffer).toString("base64") : String(data);
    alive.heard(text);
    if (!isPing({ text, encoding: isBinary ? "base64" : "text" })) story.told(record);
  });
  socket.on("error", () => socket.terminate());
  for (const { what, turn } of story.actsOf(record)) {
    await turn(isOver);
    if (what === "end") return hangUp(socket, record.close);
    const { text, encoding } = what.payload;
    if (text !== null) socket.send(encoding === "base64" ? bodyOf(what.payload, write) : write(text));
  }
  if (record.exchange.endedAt === null) alive.start();
}

function hangUp(socket: WebSocket, close: Found["record"]["close"]): void {
  const code = close?.code ?? null;
  if (code === null || code === 1006) socket.terminate();
  else if (code === 1005) socket.close();
  else socket.close(code, close?.reason ?? "");
}
