import type { ExchangeEvent } from "../core/traffic.js";
import { fieldsOf } from "./fields.js";
import { readDate } from "./times.js";

/** What Chromium calls the parts of a page that are no request of a client's. */
const PARTS = new Set(["stylesheet", "script", "image", "font", "media", "texttrack", "manifest"]);

/** The same by their content, for the HARs of others. A script may be a poll of Socket.IO 2 (JSONP), which its query tells. */
const PART_TYPE = /^(?:image|font|audio|video)\/|^text\/css|javascript|^application\/(?:wasm|font)/i;

/** What an address has in it that leads to one of the protocols, wherever it stands. */
const TELLING = /EIO=|transport=|sid=|id=|token=|negotiate|socket\.io|engine\.io|signalr|\/client\//i;

/**
 * A part of the page that was loaded as it should: an image, a style, a script. Such make up most of a HAR, and nobody asks
 * what is in them: nothing is read of them but what was asked and when. Null for whatever may concern somebody.
 */
export function bystanderOf(entry: unknown, id: string): ExchangeEvent | null {
  const { request, response, _resourceType, _webSocketMessages, startedDateTime, time, pageref } = fieldsOf(entry);
  const { method, url } = fieldsOf(request);
  const { status, content, _error } = fieldsOf(response);
  if (method !== "GET" || typeof url !== "string" || !/^https?:/i.test(url) || TELLING.test(url)) return null;
  if ((status !== 200 && status !== 304) || _error || _webSocketMessages) return null;
  if (!isPart(_resourceType, fieldsOf(content).mimeType)) return null;
  const at = readDate(typeof startedDateTime === "string" ? startedDateTime : null);
  if (at === null) return null;
  return {
    kind: "exchange",
    id,
    at,
    exchange: id,
    channel: "http",
    page: typeof pageref === "string" ? pageref : null,
    method,
    url,
    requestHeaders: null,
    requestBody: null,
    status,
    responseHeaders: null,
    responseBody: null,
    netError: null,
    initiator: null,
    endedAt: typeof time === "number" && time >= 0 ? at + time : null,
  };
}

function isPart(resourceType: unknown, mimeType: unknown): boolean {
  if (typeof resourceType === "string") return PARTS.has(resourceType);
  return typeof mimeType === "string" && PART_TYPE.test(mimeType);
}

/** Has this entry the text of its answer? */
export function hasBody(entry: unknown): boolean {
  return typeof fieldsOf(fieldsOf(fieldsOf(entry).response).content).text === "string";
}
