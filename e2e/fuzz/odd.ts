import fc from "fast-check";

/** What breaks parsers: names of an object's own machinery, halves of letters, the marks of each protocol, our own labels. */
const ODD_TEXTS = [
  "",
  "__proto__",
  "constructor",
  "toString",
  "hasOwnProperty",
  "\ud800",
  "\udfff\ud83d",
  "\u0000",
  "\u001e",
  "{}\u001e",
  '{"protocol":"json","version":1}\u001e',
  '{"type":1,"target":"x","arguments":[]}\u001e',
  '{"type":7,"error":null}\u001e',
  '0{"sid":"x","pingInterval":1,"pingTimeout":-1}',
  "40{",
  "40/admin,",
  '42["a"]',
  "451-[]",
  "4599999999999-",
  "44{}",
  "9999999999:4",
  "1:2",
  "-1:4",
  "b4AAAA",
  '___eio[0]("x");',
  '{"type":"system","event":"connected"}',
  '{"type":"ack","ackId":1e999}',
  "[token-1;480B]",
  "[token-1;480B;exp=1;aud=%E0%A4]",
  "[token-1;480B;exp=NaN]",
  "%5Btoken-1%3B480B%5D",
  "eyJhbGciOiJub25lIn0.eyJleHAiOjFlOTk5fQ.",
  "eyJhbGciOiJub25lIn0.bnVsbA.",
  "%",
  "%E0%A4%A",
  "http://[::1",
  "https://user:pass@host:99999/path?%=%&=&&?#",
  "//",
  "wss://",
  "https://app.test/negotiate?negotiateVersion=1",
  "wss://app.test/socket.io/?EIO=4&transport=websocket&sid=x",
  "data:text/html,<script>",
  "<script>alert(1)</script>",
  "]]>",
  "9".repeat(400),
  "1e400",
  "-0",
  "Mon, 31 Feb 9999 25:61:61 GMT",
  "9999-99-99T99:99:99.999Z",
  "-271821-04-20T00:00:00.000Z",
  "+275760-09-13T00:00:00.001Z",
  "Bearer ",
  "a".repeat(50_000),
  "`".repeat(3000),
  "\\".repeat(3001),
  '"'.repeat(999),
  "[".repeat(5000),
  '{"a":'.repeat(5000),
  "=".repeat(4000),
  "%25".repeat(2000),
  "&amp;".repeat(2000),
  "A1b2".repeat(10_000),
];

export const oddText = fc.oneof(
  { weight: 4, arbitrary: fc.constantFrom(...ODD_TEXTS) },
  { weight: 3, arbitrary: fc.string({ unit: "binary", maxLength: 60 }) },
  { weight: 2, arbitrary: fc.string({ maxLength: 200 }) },
  {
    weight: 3,
    arbitrary: fc
      .array(fc.constantFrom(...ODD_TEXTS), { maxLength: 4 })
      .map((parts) => parts.join("").slice(0, 200_000)),
  },
);

/** Neither JSON nor our own messages know of others. */
export const oddNumber = fc.oneof(
  fc.constantFrom(0, -0, -1, 0.1, 1e12, 1.8e12, 253_402_300_799_001, 8.64e15, 1e308, -1e308, 2 ** 53),
  fc.integer(),
  fc.double({ noNaN: true, noDefaultInfinity: true }),
);

/** Any JSON at all, `__proto__` as a key of its own among it. */
export const oddJson: fc.Arbitrary<unknown> = fc.letrec<{ value: unknown }>((tie) => ({
  value: fc.oneof(
    { depthSize: "small", withCrossShrink: true },
    oddText,
    oddNumber,
    fc.boolean(),
    fc.constant(null),
    fc.array(tie("value"), { maxLength: 4 }),
    fc
      .array(fc.tuple(oddText, tie("value")), { maxLength: 4 })
      .map(
        (pairs) =>
          JSON.parse(
            `{${pairs.map(([name, value]) => `${JSON.stringify(name)}:${JSON.stringify(value) ?? "null"}`).join()}}`,
          ) as unknown,
      ),
  ),
})).value;

export const oddBytes = fc.oneof(
  fc.uint8Array({ maxLength: 400 }),
  fc
    .tuple(
      fc.constantFrom([0x1f, 0x8b, 8], [0x50, 0x4b, 3, 4], [0x50, 0x4b, 5, 6], [0xff, 0xfe], [0xfe, 0xff]),
      fc.uint8Array({ maxLength: 200 }),
    )
    .map(([head, rest]) => Uint8Array.from([...head, ...rest])),
);

export const oddBase64 = fc.oneof(
  oddBytes.map((bytes) => Buffer.from(bytes).toString("base64")),
  fc.constantFrom(
    "A5H/////////",
    "3f////8=",
    "kZGRkZGRkZE=".repeat(300),
    Buffer.alloc(30_000, 0x91).toString("base64"),
  ),
  oddText,
);
