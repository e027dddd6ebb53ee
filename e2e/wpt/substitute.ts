import type { IncomingHttpHeaders } from "node:http";

export type Ports = Record<"http" | "https" | "h2" | "ws" | "wss", number[]>;

/** Names that the browser is told to find on 127.0.0.1. */
export const HOST = "web-platform.test";
const OTHER_HOST = "not-web-platform.test";

interface Request {
  ports: Ports;
  url: URL;
  headers: IncomingHttpHeaders;
}

/** Fills in the `{{…}}` of a `.sub.` file. */
export function substitute(text: string, request: Request): string {
  return text.replace(/\{\{([^{}]+)\}\}/g, (_, expression: string) => fill(expression.trim(), request));
}

function fill(expression: string, { ports, url, headers }: Request): string {
  const [, name = "", first = "", second] = /^(\w+)(?:\[([^\]]*)\])?(?:\[([^\]]*)\])?/.exec(expression) ?? [];
  const [, header = "", instead = ""] = /^header_or_default\(([^,]+),\s*(.*)\)$/.exec(expression) ?? [];
  if (header) return String(headers[header.toLowerCase()] ?? instead);
  if (name === "ports") return String(ports[first as keyof Ports]?.[Number(second)] ?? 1);
  if (name === "host") return HOST;
  if (name === "domains") return under(first, HOST);
  if (name === "hosts") return under(second ?? "", first === "alt" ? OTHER_HOST : HOST);
  if (name === "GET") return url.searchParams.get(first) ?? "";
  if (name === "location") return String(url[first as "host"] ?? "");
  throw new Error(`Nothing is known of {{${expression}}}.`);
}

function under(subdomain: string, host: string): string {
  return subdomain === "" ? host : `${subdomain}.${host}`;
}
