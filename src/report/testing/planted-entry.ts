/** When and as what number a secret is planted. */
export interface Where {
  at: string;
  /** The same in epoch seconds, as messages have it. */
  seconds: number;
  count: number;
}

/** Plants one secret; null where a secret of this form cannot stand there. */
export type Plant = (secret: string, where: Where) => Bed | null;

/** What holds a secret: parts of a HAR, or a piece of a log beside it. */
interface Bed {
  entries?: object[];
  pages?: object[];
  logged?: object;
  pageEvents?: object;
  asked?: object;
  log?: string;
  /** What is looked for, where the secret is cut up. */
  pieces?: string[];
}

export const HOST = "app.test";
export const RS = "\u001e";

interface Parts {
  url?: string;
  method?: string;
  requestHeaders?: [string, string][];
  responseHeaders?: [string, string][];
  status?: number;
  body?: string;
  type?: string;
  encoding?: string;
  postData?: object;
  more?: object;
  request?: object;
  response?: object;
}

const headers = (pairs: [string, string][]) => pairs.map(([name, value]) => ({ name, value }));

/** A SignalR negotiate request, which every export keeps. */
export function negotiate({ at }: Where, parts: Parts = {}): object {
  const { url = `https://${HOST}/chat/negotiate?negotiateVersion=1`, method = "POST", status = 401 } = parts;
  const { body = "", type = "application/json" } = parts;
  return {
    startedDateTime: at,
    time: 12,
    request: {
      method,
      url,
      httpVersion: "HTTP/1.1",
      headers: headers([["X-SignalR-User-Agent", "Microsoft SignalR/10.0"], ...(parts.requestHeaders ?? [])]),
      queryString: [],
      cookies: [],
      headersSize: -1,
      bodySize: 0,
      ...(parts.postData ? { postData: parts.postData } : {}),
      ...parts.request,
    },
    response: {
      status,
      statusText: "",
      httpVersion: "HTTP/1.1",
      headers: headers([["Content-Type", type], ...(parts.responseHeaders ?? [])]),
      cookies: [],
      content: {
        size: body.length,
        mimeType: type,
        text: body,
        ...(parts.encoding ? { encoding: parts.encoding } : {}),
      },
      redirectURL: "",
      headersSize: -1,
      bodySize: -1,
      ...parts.response,
    },
    cache: {},
    timings: { send: 0, wait: 12, receive: 0 },
    ...parts.more,
  };
}

export type Direction = "send" | "receive";

/** A socket with these messages, text or (as base64) binary. */
export function socket(
  { at, seconds }: Where,
  url: string,
  messages: [direction: Direction, data: string, isBinary?: boolean][],
  parts: Parts = {},
): object {
  const frames = messages.map(([type, data, isBinary], index) => ({
    type,
    time: seconds + (index + 1) / 100,
    opcode: isBinary ? 2 : 1,
    data,
  }));
  return {
    ...negotiate({ at, seconds, count: 0 }, { method: "GET", ...parts, url, status: parts.status ?? 101, body: "" }),
    _resourceType: "websocket",
    _webSocketMessages: frames,
    ...parts.more,
  };
}

/** A SignalR socket after its handshake. */
export function hub(where: Where, ...messages: [Direction, object | string][]): object {
  const written = messages.map(
    ([direction, message]) =>
      [direction, (typeof message === "string" ? message : JSON.stringify(message)) + RS] as [Direction, string],
  );
  return socket(where, `wss://${HOST}/chat?id=${where.count}`, [
    ["send", `{"protocol":"json","version":1}${RS}`],
    ["receive", `{}${RS}`],
    ...written,
  ]);
}

export function socketIo(where: Where, ...messages: [Direction, string, boolean?][]): object {
  return socket(where, `wss://${HOST}/socket.io/?EIO=4&transport=websocket`, [
    ["receive", '0{"sid":"x","upgrades":[],"pingInterval":25000,"pingTimeout":20000}'],
    ...messages,
  ]);
}

export function pubSub(where: Where, ...messages: [Direction, object | string][]): object {
  const written = messages.map(
    ([direction, message]) =>
      [direction, typeof message === "string" ? message : JSON.stringify(message)] as [Direction, string],
  );
  return socket(where, `wss://${HOST}/client/hubs/chat`, written, {
    requestHeaders: [["Sec-WebSocket-Protocol", "json.webpubsub.azure.v1"]],
  });
}

/** Two halves, each long enough to be looked for; null where a secret is too short for that. */
export function halves(secret: string): [string, string] | null {
  const cut = Math.floor(secret.length / 2);
  const parts: [string, string] = [secret.slice(0, cut), secret.slice(cut)];
  return parts.every((part) => part.trim() === part && part.length >= 8 && !/^[\d.,-]*$/.test(part)) ? parts : null;
}
