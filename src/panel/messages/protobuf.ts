import { type Cursor, cursorOver, textOf } from "./cursor.js";

/** The fields of a message by their numbers; a schema in place of a type is a message within. */
export interface Schema {
  readonly [field: number]: readonly [name: string, type: "text" | "bytes" | "number" | "flag" | Schema];
}

/**
 * One message by its schema, fields by name; what the schema does not know is kept under its number.
 * https://protobuf.dev/programming-guides/encoding/ Throws a RangeError where it is no such message, or is cut off.
 */
export function readProtobuf(bytes: Uint8Array, schema: Schema): Record<string, unknown> {
  const cursor = cursorOver(bytes);
  const message: Record<string, unknown> = {};
  while (!cursor.isAtEnd()) {
    const tag = Number(cursor.varint());
    const known = schema[Math.floor(tag / 8)];
    const value = wireValue(cursor, tag % 8);
    message[known?.[0] ?? `#${Math.floor(tag / 8)}`] = known ? typed(value, known[1]) : value;
  }
  return message;
}

function wireValue(cursor: Cursor, type: number): Uint8Array | number | bigint {
  if (type === 0) return cursor.varint();
  if (type === 1) return cursor.take(8);
  if (type === 2) return cursor.take(Number(cursor.varint()));
  if (type === 5) return cursor.take(4);
  throw new RangeError(`wire type ${type}`);
}

function typed(value: Uint8Array | number | bigint, type: Schema[number][1]): unknown {
  if (type === "flag") return value === 1;
  if (!(value instanceof Uint8Array) && typeof type === "object") throw new RangeError("a number for a message within");
  if (!(value instanceof Uint8Array) || type === "bytes" || type === "number") return value;
  return type === "text" ? (textOf(value) ?? value) : readProtobuf(value, type);
}
