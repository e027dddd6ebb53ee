import fc from "fast-check";
import { expect, test } from "vitest";
import { countPacked, type Held, pack, wholeGroups } from "./tap/pack.js";
import { TapEvent } from "./tapped.js";
import { unpackMessages } from "./unpack-messages.js";

interface Said {
  at: number;
  socket: number;
  direction: "sent" | "received";
  nth: number;
  head: string | Uint8Array | null;
  bytes: number | null;
}

const natural = fc.nat({ max: 100_000 });
const said = fc.record({
  // A clock that is set back is no reason to lose anything.
  at: fc.integer({ min: 1_700_000_000_000, max: 1_700_000_000_200 }),
  socket: fc.integer({ min: 1, max: 3 }),
  direction: fc.constantFrom("sent" as const, "received" as const),
  nth: natural,
  head: fc.oneof(fc.string({ unit: "binary" }), fc.uint8Array({ maxLength: 20 }), fc.constant(null)),
  bytes: fc.option(natural),
});
/** Also those that follow each other, as most do. */
const conversation = fc
  .array(said, { minLength: 1, maxLength: 30 })
  .chain((list) =>
    fc.boolean().map((isRun) => (isRun ? list.map((each, nth) => ({ ...each, socket: 1, nth })) : list)),
  );

test("what was packed is what comes out, each with its place, time, size and head", () => {
  fc.assert(
    fc.property(conversation, (list) => {
      const packed = packOf(list);
      expect(countPacked(packed)).toBe(list.length);
      const messages = unpackMessages(packed);
      expect(messages).toEqual(list.map(told));
      for (const message of messages ?? []) expect(TapEvent.safeParse(message).success).toBe(true);
    }),
  );
});

test("a letter that was cut in two stays apart from what stands beside it", () => {
  const list = ["\ud83d", "\ude00;,"].map((head, nth) => message(nth, head));
  expect(unpackMessages(packOf(list))?.map(({ head }) => head)).toEqual(["\ud83d", "\ude00;,"]);
});

test("of a long text whose bytes nobody counted it is told that there are at least so many", () => {
  const list = [{ ...message(0, "x"), bytes: -20_028 }, message(1, "y"), { ...message(2, "z"), bytes: -3000 }];
  expect(packOf(list)).toBe("3 1000,t0 1 -20028 1 r 0,t0 1,t0 1 -3000;;xyz");
  const messages = unpackMessages(packOf(list))?.map(({ bytes, atLeast }) => ({ bytes, atLeast }));
  expect(messages).toEqual([{ bytes: 20_028, atLeast: true }, { bytes: null }, { bytes: 3000, atLeast: true }]);
});

test("a flood of one socket costs each message no more than its time and its length", () => {
  const list = Array.from({ length: 100 }, (_, nth) => message(nth, "x"));
  expect(packOf(list)).toBe(`100 1000,t0 1  1 r 0${",t0 1".repeat(99)};;${"x".repeat(100)}`);
});

test.each([
  ["no message where one is counted", "1 1000;;"],
  ["more than is counted", "1 1000,t0 1  1 r 0,t0 1;;xx"],
  ["a text that is too short", "1 1000,t0 2  1 r 0;;x"],
  ["a text that is left over", "1 1000,t0 1  1 r 0;;xx"],
  ["bytes that are not there", "1 1000,b0 3  1 r 0;;"],
  ["bytes that are left over", "1 1000,u0 0  1 r 0;AAAA;"],
  ["one that follows none", "1 1000,t0 1;;x"],
  ["a form that there is not", "1 1000,x0 1  1 r 0;;x"],
  ["a time that no date has", "1 8640000000000000,t1 1  1 r 0;;x"],
  ["no time", "1,t0 1  1 r 0;;x"],
  ["a head that is too long", `1 1000,t0 70000  1 r 0;;${"x".repeat(70_000)}`],
  ["nothing at all", ""],
])("no tap packs %s", (_, packed) => {
  expect(unpackMessages(packed)).toBeNull();
});

function message(nth: number, head: string): Said {
  return { at: 1000, socket: 1, direction: "received", nth, head, bytes: null };
}

function told({ at, socket, direction, nth, head, bytes }: Said) {
  const isBinary = head instanceof Uint8Array;
  const text = isBinary ? Buffer.from(head).toString("base64") : head;
  return {
    kind: "message",
    at,
    socket,
    direction,
    nth,
    head: text,
    isBinary,
    bytes: bytes ?? (isBinary ? head.length : null),
  };
}

/** As the tap holds them until it packs them. */
function packOf(list: readonly Said[]): string {
  const groups: Uint8Array[] = [];
  let next: Held | null = null;
  for (const each of [...list].reverse()) {
    const { at, socket, direction, nth, head, bytes } = each;
    const form = head === null ? "u" : head instanceof Uint8Array ? "b" : "t";
    const text = typeof head === "string" ? head : "";
    next = { at, socket, isSent: direction === "sent", nth, form, text, length: head?.length ?? 0, bytes, next };
    if (head instanceof Uint8Array) {
      const whole = new Uint8Array(wholeGroups(head.length));
      whole.set(head);
      groups.unshift(whole);
    }
  }
  return next ? pack(next, list.length, Buffer.concat(groups).toString("base64")) : "";
}
