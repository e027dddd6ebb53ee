import { duration } from "../../core/duration.js";

/** Made once: to make one takes longer than to draw a card. */
const CLOCK = new Intl.DateTimeFormat(undefined, {
  hour: "2-digit",
  minute: "2-digit",
  second: "2-digit",
  hourCycle: "h23",
});
const COUNT = new Intl.NumberFormat("en-US");

export function clockTime(at: number): string {
  return CLOCK.format(at);
}

/** With milliseconds, where one message is told from the next. */
export function exactTime(at: number): string {
  return `${clockTime(at)}.${String(Math.floor(at) % 1000).padStart(3, "0")}`;
}

export function length(ms: number): string {
  return duration(ms);
}

export function size(bytes: number | null, atLeast = false): string {
  if (bytes === null) return "size not observed";
  if (atLeast) return `at least ${size(bytes)}`;
  return bytes === 1 ? "1 byte" : `${thousands(bytes)} bytes`;
}

export function thousands(count: number): string {
  return COUNT.format(count);
}

export function counted(count: number, noun: string): string {
  return `${thousands(count)} ${noun}${count === 1 ? "" : "s"}`;
}
