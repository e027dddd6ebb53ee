import type { Page, Response, WebSocket } from "playwright";

export interface Secret {
  kind: "sid" | "connectionToken" | "connectionId" | "reconnectionToken" | "token" | "cookie" | "credentials";
  value: string;
}

/** Every secret that servers hand out to a page and that the page sends, read off the wire beside the extension. */
export interface HandedOut {
  /** Waits for the bodies that are still on their way. */
  all(): Promise<readonly Secret[]>;
  stop(): void;
}

const IN_JSON = /"(sid|connectionToken|connectionId|reconnectionToken|accessToken)":"([^"]+)"/g;

export function watchSecrets(page: Page): HandedOut {
  const found: Secret[] = [];
  const reading: Promise<void>[] = [];
  const read = (text: string) => {
    for (const [, name = "", value = ""] of text.matchAll(IN_JSON)) {
      found.push({ kind: name === "accessToken" ? "token" : (name as Secret["kind"]), value });
    }
  };
  const readUrl = (url: string) => {
    const token = new URL(url).searchParams.get("access_token");
    if (token) found.push({ kind: "token", value: token });
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

async function readHeaders(response: Response, found: Secret[]): Promise<void> {
  const cookies = await response.headerValues("set-cookie");
  for (const cookie of cookies) found.push({ kind: "cookie", value: cookie.replace(/^[^=]*=|;.*$/gs, "") });
  const authorization = await response.request().headerValue("authorization");
  if (authorization) found.push({ kind: "credentials", value: authorization.replace(/^\w+ /, "") });
}

/** A page that is left drops the bodies that it has not read; nobody was handed those. */
async function readBody(response: Response, read: (text: string) => void): Promise<void> {
  await response.text().then(read, () => undefined);
}
