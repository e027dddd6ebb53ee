/** Whom the edge lets in: by the token, and by the application's handler of `connect`. */
import type { IncomingMessage } from "node:http";
import type { Duplex } from "node:stream";
import type { ServiceLog } from "./service-log.js";
import { type Claims, readClaims, verify } from "./token.js";
import type { Subject, Upstream } from "./upstream.js";

/** A refusal, or what the client is let in with. */
export type Admission =
  | { status: number; body?: string; contentType?: string }
  | { claims: Claims; connectionId: string; subprotocol?: string };

export function hubNameIn({ pathname, searchParams }: URL): string | null {
  const asked = /^\/clients?\/(?:mqtt\/)?hubs\/([^/]+)$/.exec(pathname)?.[1];
  return asked ?? (/^\/client\/?$/.test(pathname) ? searchParams.get("hub") : null);
}

/** Null for a token that is missing, wrongly signed, expired, or made for another address. */
export function claimsOf(url: URL, address: string, key: string, log: ServiceLog): Claims | null {
  const token = url.searchParams.get("access_token") ?? "";
  const claims = verify(token, key);
  const audience = readClaims(token)?.aud;
  if (audience && audience !== address) {
    const message = `Failed to validate audience. Expected Audiences: ${address}. Actual Audiences: ${audience}.`;
    log.write({ eventName: "ConnectionFailed", level: "Warning", message });
  }
  return claims && claims.exp * 1000 > Date.now() && audience === address ? claims : null;
}

const connected = { claims: {}, query: {}, headers: {}, subprotocols: [], clientCertificates: [] };

/** 4xx of the application goes back to the client as it is, anything else that is no success as 500. */
export async function askToConnect(
  upstream: Upstream,
  subject: Subject,
  request: IncomingMessage,
  claims: Claims,
): Promise<Admission> {
  const subprotocols = (request.headers["sec-websocket-protocol"] ?? "").split(",").map((each) => each.trim());
  const body = JSON.stringify({ ...connected, claims: { sub: [claims.sub ?? ""], role: claims.role }, subprotocols });
  const { status, body: answer, contentType } = await upstream.ask({ event: "connect", type: "sys", subject, body });
  if (status >= 500) return { status: 500 };
  if (status >= 300) return { status, body: answer, contentType };
  const given =
    status === 200 && answer
      ? (JSON.parse(answer) as { subprotocol?: string; roles?: string[]; groups?: string[] })
      : {};
  return {
    connectionId: subject.connectionId,
    claims: {
      ...claims,
      role: [...claims.role, ...(given.roles ?? [])],
      "webpubsub.group": [...claims["webpubsub.group"], ...(given.groups ?? [])],
    },
    ...(given.subprotocol && { subprotocol: given.subprotocol }),
  };
}

const REASONS: Record<number, string> = {
  400: "Bad Request",
  401: "Unauthorized",
  403: "Forbidden",
  404: "Not Found",
  429: "Too Many Requests",
  500: "Internal Server Error",
  502: "Bad Gateway",
  503: "Service Unavailable",
};

export function refuse(
  socket: Duplex,
  { status, body = "", contentType }: Extract<Admission, { status: number }>,
): void {
  const type = body ? `Content-Type: ${contentType || "text/plain"}\r\n` : "";
  const head = `HTTP/1.1 ${status} ${REASONS[status] ?? "Refused"}\r\n${type}Content-Length: ${Buffer.byteLength(body)}\r\nConnection: close\r\n\r\n`;
  socket.end(head + body);
}
