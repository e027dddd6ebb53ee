import type { Page, Response, WebSocket } from "playwright";

/** Every secret that servers hand out to a page and that the page sends, read off the wire beside the extension. */
export interface HandedOut {
  /** Waits for the bodies that are still on their way. */
  all(): Promise<ReadonlyMap<string, Kind>>;
  stop(): void;
}

export type Kind = "sid" | "connectionToken" | "connectionId" | "reconnectionToken" | "token" | "cookie" | "credentials";

const IN_JSON = /"(sid|connectionToken|connectionId|reconnectionToken|accessToken)":"([^"]+)"/g;

export function watchSecrets(page: Page): HandedOut {
  const found = new Map<string, Kind>();
  const reading: Promise<void>[] = [];
  const read = (text: string) => {
    for (const [, name = "", secret = ""] of text.matchAll(IN_JSON)) {
      found.set(secret, name === "accessToken" ? "token" : (name as Kind));
    }
  };
  const readUrl = (url: string) => {
    const token = new URL(url).searchParams.get("access_token");
    if (token) found.set(token, "token");
  };
  const onResponse = (response: Response) => {
    readUrl(response.url());
    reading.push(readHeaders(response, found), readBody(response, read));
  };
  const onSocket = (socket: WebSocket) => {
    readUrl(socket.url());
    socket.on("framereceived", ({ payload }) => read(String(payload)));
  };
  page.on("response", onResponse);
  page.on("websocket", onSocket);
  return {
    all: async () => {
      await Promise.all(reading);
      return found;
    },
    stop: () => void page.off("response", onResponse).off("websocket", onSocket),
  };
}

async function readHeaders(response: Response, found: Map<string, Kind>): Promise<void> {
  const cookies = await response.headerValues("set-cookie");
  for (const cookie of cookies) found.set(cookie.replace(/^[^=]*=|;.*$/gs, ""), "cookie");
  const authorization = await response.request().headerValue("authorization");
  if (authorization) found.set(authorization.replace(/^\w+ /, ""), "credentials");
}

/** A page that is left drops the bodies that it has not read; nobody was handed those. */
async function readBody(response: Response, read: (text: string) => void): Promise<void> {
  await response.text().then(read, () => undefined);
}
