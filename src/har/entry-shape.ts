import type { Header } from "../core/traffic.js";

/**
 * A HAR entry as some producer or other writes it. Every field may be missing, null or of another type, and is null then.
 * Fields with `_` are Chromium's, but for `_failureText` (Playwright) and ours: `_unknown`, `_pageTold`, `_bytes`, `_atLeast`, `_webSocketClose`.
 *
 * Read by hand and not by a schema: nothing can be wrong here, and of a large HAR a schema takes longer than `JSON.parse`.
 */
export interface HarEntry {
  pageref: string | null;
  startedDateTime: string | null;
  time: number | null;
  request: HarRequest | null;
  response: HarResponse | null;
  _failureText: string | null;
  _resourceType: string | null;
  _initiator: unknown;
  _webSocketMessages: (SocketMessage | null)[] | null;
  _eventSourceMessages: (StreamMessage | null)[] | null;
  _webSocketClose: SocketClose | null;
  _unknown: (string | null)[] | null;
  _pageTold: string | null;
}

interface HarRequest {
  method: string | null;
  url: string | null;
  headers: HarHeaders;
  bodySize: number | null;
  postData: { text: string | null; mimeType: string | null; encoding: string | null; _encoding: string | null } | null;
}

interface HarResponse {
  status: number | null;
  httpVersion: string | null;
  headers: HarHeaders;
  content: { size: number | null; mimeType: string | null; text: string | null; encoding: string | null } | null;
  _error: unknown;
  _fetchedViaServiceWorker: unknown;
  _serviceWorkerResponseSource: string | null;
  _failureText: string | null;
}

/** Those that have a name. */
type HarHeaders = Header[] | null;

interface StreamMessage {
  time: number | null;
  eventName: string | null;
  data: string | null;
  _bytes: number | null;
  /** `_bytes` is the least that there can have been. */
  _atLeast: boolean;
}

export interface SocketMessage {
  type: string | null;
  time: number | null;
  opcode: number | null;
  data: string | null;
  _bytes: number | null;
  _atLeast: boolean;
}

interface SocketClose {
  time: number | null;
  code: number | null;
  reason: string | null;
  by: string | null;
}

type Fields = Record<string, unknown>;

/** Null where it is no object. */
export function readEntry(value: unknown): HarEntry | null {
  return object(value, (entry) => ({
    pageref: text(entry.pageref),
    startedDateTime: text(entry.startedDateTime),
    time: number(entry.time),
    request: object(entry.request, readRequest),
    response: object(entry.response, readResponse),
    _failureText: text(entry._failureText),
    _resourceType: text(entry._resourceType),
    _initiator: entry._initiator,
    _webSocketMessages: listOf(entry._webSocketMessages, readSocketMessage),
    _eventSourceMessages: listOf(entry._eventSourceMessages, readStreamMessage),
    _webSocketClose: readClose(entry._webSocketClose),
    _unknown: Array.isArray(entry._unknown) ? entry._unknown.map(text) : null,
    _pageTold: text(entry._pageTold),
  }));
}

/** The close of a socket alone, of an entry that was read before. */
export function closeOf(entry: unknown): SocketClose | null {
  return object(entry, ({ _webSocketClose }) => readClose(_webSocketClose));
}

function readClose(value: unknown): SocketClose | null {
  return object(value, (close) => ({
    time: number(close.time),
    code: number(close.code),
    reason: text(close.reason),
    by: text(close.by),
  }));
}

function readRequest(request: Fields): HarRequest {
  return {
    method: text(request.method),
    url: text(request.url),
    headers: headersIn(request.headers),
    bodySize: number(request.bodySize),
    postData: object(request.postData, (data) => ({
      text: text(data.text),
      mimeType: text(data.mimeType),
      encoding: text(data.encoding),
      _encoding: text(data._encoding),
    })),
  };
}

function readResponse(response: Fields): HarResponse {
  return {
    status: number(response.status),
    httpVersion: text(response.httpVersion),
    headers: headersIn(response.headers),
    content: object(response.content, (content) => ({
      size: number(content.size),
      mimeType: text(content.mimeType),
      text: text(content.text),
      encoding: text(content.encoding),
    })),
    _error: response._error,
    _fetchedViaServiceWorker: response._fetchedViaServiceWorker,
    _serviceWorkerResponseSource: text(response._serviceWorkerResponseSource),
    _failureText: text(response._failureText),
  };
}

function headersIn(list: unknown): HarHeaders {
  if (!Array.isArray(list)) return null;
  const headers: Header[] = [];
  for (const each of list as unknown[]) {
    const name = text((each as Fields | null)?.name);
    if (name !== null) headers.push({ name, value: text((each as Fields).value) ?? "" });
  }
  return headers;
}

function readSocketMessage(message: Fields): SocketMessage {
  return { type: text(message.type), opcode: number(message.opcode), ...readMessage(message) };
}

function readStreamMessage(message: Fields): StreamMessage {
  return { eventName: text(message.eventName), ...readMessage(message) };
}

function readMessage(message: Fields) {
  return {
    time: number(message.time),
    data: text(message.data),
    _bytes: number(message._bytes),
    _atLeast: message._atLeast === true,
  };
}

function object<T>(value: unknown, read: (fields: Fields) => T): T | null {
  return typeof value === "object" && value !== null && !Array.isArray(value) ? read(value as Fields) : null;
}

function listOf<T>(value: unknown, read: (fields: Fields) => T): (T | null)[] | null {
  return Array.isArray(value) ? value.map((each) => object(each, read)) : null;
}

/** Half a surrogate pair cannot be percent-encoded, nor written as UTF-8. */
function text(value: unknown): string | null {
  if (typeof value !== "string") return null;
  return isWellFormed(value) ? value : value.replace(/\p{Surrogate}/gu, "\ufffd");
}

/** ES2024; cheaper than a pattern over the long bodies of which a HAR is made. */
function isWellFormed(value: string & { isWellFormed?: () => boolean }): boolean {
  return value.isWellFormed ? value.isWellFormed() : !/\p{Surrogate}/u.test(value);
}

/** Some writers quote their numbers. */
function number(value: unknown): number | null {
  const given = typeof value === "string" && value.trim() !== "" ? Number(value) : value;
  return typeof given === "number" && Number.isFinite(given) ? given : null;
}

/** A list without what could not be read in it. */
export function readable<T>(list: (T | null)[] | null): T[] {
  return list?.filter((each) => each !== null) ?? [];
}
