import { type Exchange, header } from "../core/exchange.js";
import type { CloseEvent, Content, FrameEvent } from "../core/traffic.js";
import { percentDecode } from "../core/url.js";
import { socketErrorText } from "./answer.js";
import { base64Length, byteLength } from "./content.js";
import type { HarOutEntry, NameValue } from "./har.js";
import { writeInitiator } from "./initiator.js";
import { writeDate, writeMessageTime } from "./times.js";

/** One exchange with all that is known of it. */
export interface Recorded {
  exchange: Exchange;
  frames: FrameEvent[];
  close: CloseEvent | null;
}

/** Reads back as the same exchange, messages and close; `_unknown` tells filler that HAR wants from what was seen. */
export function writeEntry({ exchange, frames, close }: Recorded): HarOutEntry {
  const time = exchange.endedAt === null ? 0 : Math.max(0, exchange.endedAt - exchange.startedAt);
  return {
    ...(exchange.page === null ? {} : { pageref: exchange.page }),
    startedDateTime: writeDate(exchange.startedAt),
    time,
    request: requestOf(exchange),
    response: responseOf(exchange),
    cache: {},
    timings: { send: 0, wait: time, receive: 0, blocked: -1, dns: -1, connect: -1, ssl: -1 },
    _resourceType: exchange.channel === "http" ? "xhr" : exchange.channel,
    ...(exchange.initiator?.length ? { _initiator: writeInitiator(exchange.initiator) } : {}),
    ...messagesOf(exchange, frames),
    ...(close && {
      _webSocketClose: { time: writeMessageTime(close.at), code: close.code, reason: close.reason, by: close.by },
    }),
    _unknown: unknownOf(exchange),
    ...(exchange.pageTold && { _pageTold: exchange.pageTold }),
  };
}

function unknownOf(exchange: Exchange): string[] {
  const fields = ["status", "requestHeaders", "responseHeaders", "responseBody", "endedAt"] as const;
  return fields.filter((field) => exchange[field] === null);
}

function requestOf(exchange: Exchange): HarOutEntry["request"] {
  const { method, url, requestHeaders, requestBody: body } = exchange;
  const text = body?.text ?? null;
  const mimeType = header(requestHeaders, "content-type") ?? "";
  const postData = {
    mimeType,
    text: text ?? "",
    ...(body?.encoding === "base64" ? { _encoding: "base64" as const } : {}),
  };
  return {
    method,
    url,
    httpVersion: "unknown",
    cookies: [],
    headers: requestHeaders ?? [],
    queryString: queryOf(url),
    headersSize: -1,
    bodySize: body ? (body.bytes ?? -1) : 0,
    ...(text === null ? {} : { postData }),
  };
}

function queryOf(url: string): NameValue[] {
  const [, query = ""] = /\?([^#]*)/.exec(url) ?? [];
  return query.split("&").flatMap((pair) => {
    const [name = "", ...value] = pair.split("=");
    return pair ? { name: percentDecode(name), value: percentDecode(value.join("=")) } : [];
  });
}

function responseOf(exchange: Exchange): HarOutEntry["response"] {
  const { channel, status, netError, responseHeaders, responseBody } = exchange;
  const isToldByMessage = channel === "websocket" && status !== 101 && !responseHeaders?.length;
  return {
    status: isToldByMessage ? 0 : (status ?? 0),
    statusText: "",
    httpVersion: "unknown",
    cookies: [],
    headers: responseHeaders ?? [],
    content: contentOf(responseBody, header(responseHeaders, "content-type") ?? ""),
    redirectURL: header(responseHeaders, "location") ?? "",
    headersSize: -1,
    bodySize: -1,
    ...(netError === null ? {} : { _error: netError }),
    ...(exchange.answeredBy === "service-worker" ? { _fetchedViaServiceWorker: true } : {}),
  };
}

function contentOf(body: Content | null, mimeType: string): HarOutEntry["response"]["content"] {
  const text = body?.text ?? null;
  const content = { size: body?.bytes ?? 0, mimeType: mimeType || "x-unknown" };
  if (text === null) return content;
  return body?.encoding === "base64"
    ? { ...content, mimeType: mimeType || "application/octet-stream", text, encoding: "base64" }
    : { ...content, text };
}

function messagesOf(
  exchange: Exchange,
  frames: FrameEvent[],
): Pick<HarOutEntry, "_webSocketMessages" | "_eventSourceMessages"> {
  if (exchange.channel === "websocket")
    return { _webSocketMessages: [...frames.map(socketMessage), ...errorMessage(exchange)] };
  if (exchange.channel !== "eventsource") return {};
  return { _eventSourceMessages: frames.map((frame) => ({ ...dataOf(frame), eventName: "message", eventId: "" })) };
}

function socketMessage(frame: FrameEvent) {
  const isBinary = frame.payload.encoding === "base64";
  return { type: frame.direction === "sent" ? "send" : "receive", opcode: isBinary ? 2 : 1, ...dataOf(frame) };
}

/** A redacted message is not as long as the one that it stands for. */
function dataOf({ at, payload: { text, encoding, bytes, atLeast } }: FrameEvent) {
  const data = text ?? "";
  const length = encoding === "base64" ? base64Length(data) : byteLength(data);
  const size = bytes === null || bytes === length ? {} : { _bytes: bytes };
  return { time: writeMessageTime(at), data, ...size, ...(atLeast ? { _atLeast: true as const } : {}) };
}

function errorMessage(exchange: Exchange) {
  const data = socketErrorText(exchange);
  const at = exchange.endedAt ?? exchange.startedAt;
  return data === null ? [] : [{ type: "error", opcode: -1, time: writeMessageTime(at), data }];
}
