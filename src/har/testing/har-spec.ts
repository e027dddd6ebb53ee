import * as z from "zod/mini";

/**
 * HAR 1.2 as the specification has it (http://www.softwareishard.com/blog/har-12-spec/), written from that page and not
 * from our writer: which fields must be there, of which type, which values mean "not known", and that every other field
 * begins with an underscore.
 */
const isoDate = z.string().check(z.regex(/^\d{4}-\d{2}-\d{2}T\d{2}:\d{2}:\d{2}(?:\.\d+)?(?:Z|[+-]\d{2}:\d{2})$/));
const size = z.number().check(z.gte(-1));
const milliseconds = z.number().check(z.gte(0));
const optionalMilliseconds = z.optional(z.number().check(z.gte(-1)));
const comment = z.optional(z.string());

/** Fields of one's own begin with an underscore. */
function object<T extends z.core.$ZodLooseShape>(shape: T) {
  return z
    .looseObject(shape)
    .check(
      z.refine(
        (value) => Object.keys(value).every((name) => name.startsWith("_") || name in shape),
        "an unknown field",
      ),
    );
}

const Pair = object({ name: z.string(), value: z.string(), comment });
const Cookie = object({
  name: z.string(),
  value: z.string(),
  path: z.optional(z.string()),
  domain: z.optional(z.string()),
  expires: z.optional(z.nullable(isoDate)),
  httpOnly: z.optional(z.boolean()),
  secure: z.optional(z.boolean()),
  comment,
});
const Param = object({
  name: z.string(),
  value: z.optional(z.string()),
  fileName: z.optional(z.string()),
  contentType: z.optional(z.string()),
  comment,
});

const Request = object({
  method: z.string().check(z.minLength(1)),
  url: z.string().check(z.regex(/^[^\s]+$/)),
  httpVersion: z.string(),
  cookies: z.array(Cookie),
  headers: z.array(Pair),
  queryString: z.array(Pair),
  postData: z.optional(
    object({ mimeType: z.string(), params: z.optional(z.array(Param)), text: z.optional(z.string()), comment }),
  ),
  headersSize: size,
  bodySize: size,
  comment,
});

const Response = object({
  status: z.int().check(z.gte(0)),
  statusText: z.string(),
  httpVersion: z.string(),
  cookies: z.array(Cookie),
  headers: z.array(Pair),
  content: object({
    size: z.number(),
    compression: z.optional(z.number()),
    mimeType: z.string(),
    text: z.optional(z.string()),
    encoding: z.optional(z.string()),
    comment,
  }),
  redirectURL: z.string(),
  headersSize: size,
  bodySize: size,
  comment,
});

const CacheState = z.optional(
  z.nullable(z.looseObject({ lastAccess: z.string(), eTag: z.string(), hitCount: z.number() })),
);

const Entry = object({
  pageref: z.optional(z.string()),
  startedDateTime: isoDate,
  time: milliseconds,
  request: Request,
  response: Response,
  cache: object({ beforeRequest: CacheState, afterRequest: CacheState, comment }),
  timings: object({
    blocked: optionalMilliseconds,
    dns: optionalMilliseconds,
    connect: optionalMilliseconds,
    send: milliseconds,
    wait: milliseconds,
    receive: milliseconds,
    ssl: optionalMilliseconds,
    comment,
  }),
  serverIPAddress: z.optional(z.string()),
  connection: z.optional(z.string()),
  comment,
});

const Page = object({
  startedDateTime: isoDate,
  id: z.string().check(z.minLength(1)),
  title: z.string(),
  pageTimings: object({ onContentLoad: optionalMilliseconds, onLoad: optionalMilliseconds, comment }),
  comment,
});

const Product = object({ name: z.string(), version: z.string(), comment });

const Har = z.strictObject({
  log: object({
    version: z.literal("1.2"),
    creator: Product,
    browser: z.optional(Product),
    pages: z.optional(z.array(Page)),
    entries: z.array(Entry),
    comment,
  }),
});

/** Everything in which a file differs from HAR 1.2, with its path. */
export function faultsOf(text: string): string[] {
  const { data, error } = Har.safeParse(JSON.parse(text));
  if (!data) return error.issues.map(({ path, message }) => `${path.join(".")}: ${message}`);
  const { pages = [], entries } = data.log;
  const ids = pages.map(({ id }) => id);
  const twice = ids.filter((id, index) => ids.indexOf(id) !== index).map((id) => `log.pages: ${id} stands twice`);
  const refs = entries.flatMap(({ pageref }, index) =>
    pageref === undefined || ids.includes(pageref) ? [] : [`log.entries.${index}.pageref: there is no page ${pageref}`],
  );
  const order = entries.flatMap(({ startedDateTime }, index) =>
    index > 0 && Date.parse(startedDateTime) < Date.parse(entries[index - 1]?.startedDateTime ?? "")
      ? [`log.entries.${index}: older than the one before`]
      : [],
  );
  const sums = entries.flatMap(({ time, timings }, index) => {
    const parts = [timings.blocked, timings.dns, timings.connect, timings.send, timings.wait, timings.receive];
    const sum = parts.reduce<number>((total, part) => total + Math.max(0, part ?? 0), 0);
    return Math.abs(sum - time) > 0.5 ? [`log.entries.${index}.time: is not the sum of its timings`] : [];
  });
  return [...twice, ...refs, ...order, ...sums];
}
