import type { Content } from "./traffic.js";

/** What has been read of one side of an exchange. A source that knows no bodies may tell of it first: then only its `head`. */
export type Reading = "unread" | "head" | "whole";

export function readingOf(body: Content | null): Reading {
  return body ? "whole" : "head";
}

export function isNew(reading: Reading, body: Content | null): boolean {
  return reading === "unread" || (reading === "head" && body !== null);
}
