import { bodyText, type Exchange, header, parseJsonObject } from "../exchange.js";

/** https://socket.io/docs/v4/troubleshooting-connection-issues/, with the length of the default message in bytes. */
const CODES: Record<number, { message: string; jsonBytes: number; textBytes: number }> = {
  0: { message: "Transport unknown", jsonBytes: 40, textBytes: 17 },
  1: { message: "Session ID unknown", jsonBytes: 41, textBytes: 18 },
  2: { message: "Bad handshake method", jsonBytes: 43, textBytes: 20 },
  3: { message: "Bad request", jsonBytes: 34, textBytes: 11 },
  4: { message: "Forbidden", jsonBytes: 32, textBytes: 9 },
  5: { message: "Unsupported protocol version", jsonBytes: 51, textBytes: 28 },
};

/** The Engine.IO error of an answer: from its body, or from its length where CORS hides the body. */
export function engineIoError(exchange: Exchange): { code: number; message: string; byLength: boolean } | null {
  if (exchange.status !== 400 && exchange.status !== 403) return null;
  const text = bodyText(exchange.responseBody);
  const json = parseJsonObject(text);
  if (json && typeof json.code === "number" && typeof json.message === "string") {
    return { code: json.code, message: json.message, byLength: false };
  }
  const known = Object.entries(CODES).find(([, each]) =>
    text ? each.message === text.trim() : hasLengthOf(exchange, each),
  );
  return known ? { code: Number(known[0]), message: known[1].message, byLength: !text } : null;
}

function hasLengthOf(exchange: Exchange, code: { jsonBytes: number; textBytes: number }): boolean {
  const length = Number(
    header(exchange.responseHeaders, "content-length") ?? exchange.responseBody?.bytes ?? Number.NaN,
  );
  const type = header(exchange.responseHeaders, "content-type") ?? "";
  return length === (type.includes("json") ? code.jsonBytes : code.textBytes);
}
