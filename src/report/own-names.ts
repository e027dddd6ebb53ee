import type { TrafficEvent } from "../core/traffic.js";

/** What the user wants gone beside all that goes anyway. */
export interface OwnNames {
  also: readonly RegExp[];
  emails: boolean;
  ips: boolean;
}

const EMAIL = /[\w.+-]{1,64}(?:@|%40)[A-Za-z0-9-]{1,63}(?:\.[A-Za-z0-9-]{1,63}){1,8}/g;
const IPV4 =
  /(?<![\d.])(?!127\.|0\.0\.0\.0)(?:(?:25[0-5]|2[0-4]\d|1?\d?\d)\.){3}(?:25[0-5]|2[0-4]\d|1?\d?\d)(?![\d.])/g;
const IPV6 = /(?<![\w:])(?!::1(?![\w:]))(?:[0-9a-f]{1,4}:){2,7}(?::?[0-9a-f]{1,4}){1,6}(?![\w:])/gi;
/** Labels are no place to look for names. */
const LABEL =
  /(\[[a-z]{1,20}-\d{1,9};[^\][]*\]|%5B[a-z]{1,20}-\d{1,9}%3B(?:[^%]|%[^5%]|%5[^BD%])*%5D|host-\d{1,9}\.invalid)/;
/** Fields of an event that are ours: ids, kinds, times as text. */
const OURS = new Set(["kind", "id", "exchange", "channel", "encoding", "direction", "source", "page", "by", "what"]);

export function createOwnNames({ also, emails, ips }: OwnNames) {
  const patterns = [...also.map(everywhere), ...(emails ? [EMAIL] : []), ...(ips ? [IPV4, IPV6] : [])];

  function isHost(host: string): boolean {
    return patterns.some((pattern) => host.search(pattern) >= 0);
  }

  function sweep(event: TrafficEvent, label: (found: string) => string): TrafficEvent {
    const encoded = (found: string) => encodeURIComponent(label(found));
    return patterns.length === 0 ? event : (walk(event) as TrafficEvent);

    function walk(value: unknown, name = ""): unknown {
      if (typeof value === "string") return text(value, name === "url" ? encoded : label);
      if (Array.isArray(value)) return value.map((each) => walk(each));
      if (typeof value !== "object" || value === null) return value;
      return Object.fromEntries(
        Object.entries(value).map(([key, each]) => [key, OURS.has(key) ? each : walk(each, key)]),
      );
    }

    function text(whole: string, write: (found: string) => string): string {
      return patterns.reduce(
        (so, pattern) =>
          so
            .split(LABEL)
            .map((part, index) => (index % 2 ? part : part.replace(pattern, write)))
            .join(""),
        whole,
      );
    }
  }

  return { isHost, sweep };
}

function everywhere({ source, flags }: RegExp): RegExp {
  return new RegExp(source, flags.includes("g") ? flags : `${flags}g`);
}
