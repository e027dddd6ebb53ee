import { get as getPlain } from "node:http";
import { get as getSecure } from "node:https";
import type { ProtocolName } from "../../src/core/connection.js";

const UPGRADE =
  "-N --http1.1 -H 'Connection: Upgrade' -H 'Upgrade: websocket' -H 'Sec-WebSocket-Version: 13' -H 'Sec-WebSocket-Key: dGhlIHNhbXBsZSBub25jZQ=='";

/**
 * Lines for a shell that send the first request of the handshake as the page of a scenario does: to the address that stands
 * in its script, with its origin. A page that names none is asked for itself.
 */
export async function byHand(page: string, protocol: ProtocolName): Promise<string[]> {
  const script = await textOf(new URL(page));
  const requests = REQUESTS[protocol](script, new URL(page));
  if (requests.length === 0) return [line("", new URL(page))];
  const origin = `-H 'Origin: ${new URL(page).origin}'`;
  return [...new Set(requests.map(({ options, url }) => line(`${options} ${origin}`, url)))];
}

interface Request {
  options: string;
  url: URL;
}

const REQUESTS: Record<ProtocolName, (script: string, page: URL) => Request[]> = {
  signalr(script, page) {
    const named = [...script.matchAll(/\bwithUrl\("([^"]+)"/g)].map(([, url = ""]) => url);
    const hubs = named.length > 0 ? named : [page.hash.slice(1)].filter((hash) => hash !== "");
    return hubs.map((hub) => {
      const url = new URL(hub, page);
      url.pathname += "/negotiate";
      url.searchParams.set("negotiateVersion", "1");
      return { options: "-X POST", url };
    });
  },
  "engine-io": (script, page) =>
    [...script.matchAll(/\bio\("([^"]*)"(.*)/g)].map(([, address = "", rest = ""]) => {
      const [, path = "/socket.io"] = /"path":"([^"]+)"/.exec(rest) ?? [];
      return {
        options: "",
        url: new URL(`${path.replace(/\/$/, "")}/?EIO=4&transport=polling`, new URL(address, page)),
      };
    }),
  "web-pubsub": (script) =>
    [...script.matchAll(/"(wss?:\/\/[^"]+\/client\/[^"]*)"/g)].map(([, address = ""]) => ({
      options: UPGRADE,
      url: new URL(address.replace(/^ws/, "http")),
    })),
};

/** Names below `.test` lead to this machine, and the lab's certificate is known to the lab's browser alone. */
function line(options: string, url: URL): string {
  const named = url.hostname.endsWith(".test") ? `--resolve ${url.hostname}:${url.port}:127.0.0.1` : "";
  const insecure = url.protocol === "https:" ? "-k" : "";
  return ["curl -i", insecure, named, options.trim(), `'${url.href.replace(/#.*/, "")}'`].filter(Boolean).join(" ");
}

/** Empty where the page does not answer over HTTP; the scenario is held open all the same. */
function textOf({ protocol, port, pathname, search, host }: URL): Promise<string> {
  const options = { host: "127.0.0.1", port, path: pathname + search, headers: { host }, rejectUnauthorized: false };
  const get = protocol === "https:" ? getSecure : getPlain;
  return new Promise((done) => {
    get(options, (answer) => {
      let text = "";
      answer.setEncoding("utf8").on("data", (part: string) => {
        text += part;
      });
      answer.on("end", () => done(text));
    }).on("error", () => done(""));
  });
}
