import type { Story } from "../witness.js";

/** Where a time stands between the first and the last of a connection. */
export interface Scale {
  start: number;
  end: number;
  place(at: number): string;
  span(from: number, to: number): { insetInlineStart: string; insetInlineEnd: string };
}

/** What is alive goes on until now, whether or not anything is said on it. */
export function scaleOf({ connection, exchanges, closes }: Story, until = connection.lastAt): Scale {
  const start = exchanges.reduce((first, { startedAt }) => Math.min(first, startedAt), connection.startedAt);
  const end = closes.reduce((last, { at }) => Math.max(last, at), Math.max(start + 1, connection.lastAt, until));
  return scaleBetween(start, end);
}

export function scaleBetween(start: number, last: number): Scale {
  const end = Math.max(start + 1, last);
  const place = (at: number) => `${((Math.min(Math.max(at, start), end) - start) / (end - start)) * 100}%`;
  return {
    start,
    end,
    place,
    span: (from, to) => ({ insetInlineStart: place(from), insetInlineEnd: `calc(100% - ${place(to)})` }),
  };
}
