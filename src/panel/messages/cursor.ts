/** Reads bytes from the first to the last; throws a RangeError where they end too early. */
export interface Cursor {
  isAtEnd(): boolean;
  byte(): number;
  /** Unsigned, the highest byte first. */
  number(bytes: 2 | 4): number;
  /** Seven bits a byte, the lowest first: protobuf's, MQTT's and SignalR's lengths. Beyond 2^53 a bigint. */
  varint(): number | bigint;
  take(bytes: number): Uint8Array;
  rest(): Uint8Array;
}

/** Ten bytes hold 64 bits. */
const LONGEST_VARINT = 10;

export function cursorOver(bytes: Uint8Array): Cursor {
  let place = 0;

  function byte(): number {
    const value = bytes[place];
    if (value === undefined) throw new RangeError("the bytes end too early");
    place += 1;
    return value;
  }

  function take(count: number): Uint8Array {
    if (count > bytes.length - place) throw new RangeError("the bytes end too early");
    place += count;
    return bytes.subarray(place - count, place);
  }

  function varint(): number | bigint {
    let value = 0n;
    for (let nth = 0; nth < LONGEST_VARINT; nth += 1) {
      const next = byte();
      value |= BigInt(next & 0x7f) << BigInt(7 * nth);
      if (next < 0x80) return value <= BigInt(Number.MAX_SAFE_INTEGER) ? Number(value) : value;
    }
    throw new RangeError("a number that does not end");
  }

  return {
    isAtEnd: () => place >= bytes.length,
    byte,
    number: (count) => take(count).reduce((value, each) => value * 256 + each, 0),
    varint,
    take,
    rest: () => take(bytes.length - place),
  };
}

/** Null where the bytes are no UTF-8. */
export function textOf(bytes: Uint8Array): string | null {
  try {
    return new TextDecoder("utf-8", { fatal: true }).decode(bytes);
  } catch {
    return null;
  }
}
