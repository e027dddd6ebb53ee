import * as z from "zod/mini";

/**
 * A HAR entry as some producer or other writes it. Every field may be missing, null or of another type, and is null then.
 * Fields with `_` are Chromium's, but for `_failureText` (Playwright) and ours: `_unknown`, `_bytes`, `_webSocketClose`.
 */
const text = z.pipe(
  z.optional(z.unknown()),
  z.transform((value) => (typeof value === "string" ? wellFormed(value) : null)),
);
const number = z.pipe(z.optional(z.unknown()), z.transform(toNumber));

/** Half a surrogate pair cannot be percent-encoded, nor written as UTF-8. */
function wellFormed(value: string): string {
  return isWellFormed(value) ? value : value.replace(/\p{Surrogate}/gu, "\ufffd");
}

/** ES2024; cheaper than a pattern over the long bodies of which a HAR is made. */
function isWellFormed(value: string & { isWellFormed?: () => boolean }): boolean {
  return value.isWellFormed ? value.isWellFormed() : !/\p{Surrogate}/u.test(value);
}

/** Some writers quote their numbers. */
function toNumber(value: unknown): number | null {
  const number = typeof value === "string" && value.trim() !== "" ? Number(value) : value;
  return typeof number === "number" && Number.isFinite(number) ? number : null;
}

/** Not `z.catch`, which writes an error for every field that is not there: most of the time for a large HAR. */
function lenient<T extends z.ZodMiniType>(schema: T) {
  return z.pipe(
    z.optional(z.unknown()),
    z.transform((value): z.output<T> | null => (value == null ? null : (z.safeParse(schema, value).data ?? null))),
  );
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
  _fetchedViaServiceWorker: z.optional(z.unknown()),
  _serviceWorkerResponseSource: text,
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
