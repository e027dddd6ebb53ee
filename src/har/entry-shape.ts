import * as z from "zod/mini";

/**
 * A HAR entry as some producer or other writes it. Every field may be missing, null or of another type, and is null then.
 * Fields with `_` are Chromium's, but for `_failureText` (Playwright) and ours: `_unknown`, `_bytes`, `_webSocketClose`.
 */
const text = z.catch(z.nullable(z.string()), null);
const number = z.catch(z.pipe(z.transform(toNumber), z.nullable(z.number())), null);

/** Some writers quote their numbers. */
function toNumber(value: unknown): unknown {
  return typeof value === "string" && value.trim() !== "" ? Number(value) : value;
}

function lenient<T extends z.ZodMiniType>(schema: T) {
  return z.catch(z.nullable(schema), null);
}

function listOf<T extends z.ZodMiniType>(schema: T) {
  return lenient(z.array(lenient(schema)));
}

const Headers = listOf(z.object({ name: text, value: text }));

const Request = z.object({
  method: text,
  url: text,
  headers: Headers,
  bodySize: number,
  postData: lenient(z.object({ text: text, mimeType: text, encoding: text, _encoding: text })),
});

const Response = z.object({
  status: number,
  headers: Headers,
  content: lenient(z.object({ size: number, mimeType: text, text: text, encoding: text })),
  _error: z.optional(z.unknown()),
  _failureText: text,
});

const SocketMessage = z.object({ type: text, time: number, opcode: number, data: text, _bytes: number });
const StreamMessage = z.object({ time: number, eventName: text, data: text, _bytes: number });

export const HarEntry = z.object({
  pageref: text,
  startedDateTime: text,
  time: number,
  request: lenient(Request),
  response: lenient(Response),
  _failureText: text,
  _resourceType: text,
  _initiator: z.optional(z.unknown()),
  _webSocketMessages: listOf(SocketMessage),
  _eventSourceMessages: listOf(StreamMessage),
  _webSocketClose: lenient(z.object({ time: number, code: number, reason: text, by: text })),
  _unknown: listOf(z.string()),
});

export type HarEntry = z.infer<typeof HarEntry>;
export type HarRequest = z.infer<typeof Request>;
export type HarResponse = z.infer<typeof Response>;
export type HarHeaders = z.infer<typeof Headers>;
export type SocketMessage = z.infer<typeof SocketMessage>;
export type StreamMessage = z.infer<typeof StreamMessage>;

/** A list without what could not be read in it. */
export function readable<T>(list: (T | null)[] | null): T[] {
  return list?.filter((each) => each !== null) ?? [];
}
