import { readFileSync } from "node:fs";
import { resolve } from "node:path";
import { HttpTransportType, type HubConnection, HubConnectionBuilder, LogLevel } from "@microsoft/signalr";
import { io } from "socket.io-client";
import { afterEach, describe, expect, it } from "vitest";
import { WebSocket } from "ws";
import { readHar } from "../har/read.js";
import { parseWireScript } from "../knowledge/wire-script.js";
import { type Replay, type ReplayOptions, startReplay } from "./replay.js";

const running: Replay[] = [];
afterEach(async () => void (await Promise.all(running.splice(0).map((each) => each.stop()))));

async function replay(events: Parameters<typeof startReplay>[0], options: ReplayOptions = {}): Promise<Replay> {
  const started = await startReplay(events, options);
  running.push(started);
  return started;
}

const ofCapture = (name: string) => replay(readHar(readFileSync(resolve(`e2e/captures/${name}.har`), "utf8")).events);

const ofScript = (script: string, options?: ReplayOptions) => replay(parseWireScript(script), options);

function hub({ endpoints: [endpoint] }: Replay, transport?: HttpTransportType): HubConnection {
  return new HubConnectionBuilder()
    .withUrl(endpoint?.live ?? "", transport === undefined ? {} : { transport })
    .configureLogging(LogLevel.None)
    .build();
}

describe("the official SignalR client on a replayed capture", { timeout: 10_000 }, () => {
  it.each([
    ["WebSockets", "signalr-healthy-websockets", HttpTransportType.WebSockets],
    ["Server-Sent Events", "signalr-healthy-server-sent-events", HttpTransportType.ServerSentEvents],
    ["long polling", "signalr-healthy-long-polling", HttpTransportType.LongPolling],
  ])("connects and talks over %s, twice", async (_, capture, transport) => {
    const replayed = await ofCapture(capture);
    for (let time = 0; time < 2; time += 1) {
      const connection = hub(replayed, transport);
      const told = new Promise((resolve) => connection.on("told", resolve));
      await connection.start();
      expect(await connection.invoke("Echo", "one")).toMatch(/^\[data-\d+;\d+B\]$/);
      await connection.send("Tell", "two");
      expect(await connection.invoke("Echo", "three")).toMatch(/^\[data-/);
      expect(await told).toMatch(/^\[data-/);
      await connection.stop();
    }
  });

  it.each([
    ["no connection with that id", "signalr-no-connection-with-that-id", /404|WebSocket failed/],
    ["a token that has expired", "signalr-negotiate-unauthorized", /401/],
    [
      "a page in place of an answer",
      "signalr-negotiate-answered-with-html",
      /Invalid negotiation|JSON|Unexpected token/,
    ],
    ["WebSockets that are off", "signalr-websocket-bad-request", /WebSocket failed|404|negotiat/],
  ])("meets %s again", async (_, capture, message) => {
    await expect(hub(await ofCapture(capture)).start()).rejects.toThrow(message);
  });

  it("is let go by the server, as it was then", async () => {
    const connection = hub(await ofCapture("signalr-closes-right-after-connecting"));
    const closed = new Promise((resolve) => connection.onclose(resolve));
    await connection.start();
    expect(String(await closed)).toMatch(/Connection closed with an error/);
  });
});

const POLLING = `
+1s GET https://chat.test/socket.io/?EIO=4&transport=polling&t=a
  < 200
  < Content-Type: text/plain; charset=UTF-8
  << 0{"sid":"session-number-one","upgrades":["websocket"],"pingInterval":25000,"pingTimeout":20000,"maxPayload":1000000}
+20ms POST https://chat.test/socket.io/?EIO=4&transport=polling&t=b&sid=session-number-one
  >> 40
  < 200
  << ok
+5ms GET https://chat.test/socket.io/?EIO=4&transport=polling&t=c&sid=session-number-one
  < 200
  < Content-Type: text/plain; charset=UTF-8
  << 40{"sid":"space-number-one"}
`;

describe("the official Socket.IO client on a replayed recording", { timeout: 10_000 }, () => {
  it("connects by polling, moves to a WebSocket, and is told of an event", async () => {
    const { endpoints } = await ofScript(`page https://chat.test${POLLING}
+20ms WS wss://chat.test/socket.io/?EIO=4&transport=websocket&sid=session-number-one
  < 101
  +5ms -> 2probe
  +5ms <- 3probe
  +5ms -> 5
  +200ms <- 42["news","hello"]`);
    expect(endpoints).toMatchObject([{ recorded: "https://chat.test/socket.io/" }]);
    const socket = io(new URL(endpoints[0]?.live ?? "").origin, { reconnection: false });
    try {
      expect(await new Promise((resolve) => socket.on("news", resolve))).toBe("hello");
      expect(socket.io.engine.transport.name).toBe("websocket");
      expect(socket.io.engine.id).not.toBe("session-number-one");
    } finally {
      socket.close();
    }
  });

  it("hears the same code of Engine.IO", async () => {
    const { endpoints } = await ofScript(`page https://chat.test
+1s GET https://chat.test/socket.io/?EIO=4&transport=polling&t=a
  < 400
  < Content-Type: application/json
  << {"code":5,"message":"Unsupported protocol version"}`);
    const answer = await fetch(`${endpoints[0]?.live}?EIO=4&transport=polling`);
    expect([answer.status, await answer.json()]).toEqual([400, { code: 5, message: "Unsupported protocol version" }]);
  });
});

describe("a replayed WebSocket", { timeout: 10_000 }, () => {
  const socketTo = ({ endpoints: [endpoint] }: Replay) =>
    new WebSocket((endpoint?.live ?? "").replace(/^http/, "ws"), "json.webpubsub.azure.v1");

  it("is closed with the recorded code and reason", async () => {
    const replayed = await ofScript(`page https://app.test
+1s WS wss://app.webpubsub.azure.com/client/hubs/chat
  > Sec-WebSocket-Protocol: json.webpubsub.azure.v1
  < 101
  < Sec-WebSocket-Protocol: json.webpubsub.azure.v1
  +5ms <- {"type":"system","event":"connected","userId":"u","connectionId":"c"}
  +50ms closed 1008 by server`);
    const socket = socketTo(replayed);
    const said: string[] = [];
    socket.on("message", (data) => said.push(String(data)));
    const code = await new Promise((resolve) => socket.on("close", resolve));
    expect([code, said.length, socket.protocol]).toEqual([1008, 1, "json.webpubsub.azure.v1"]);
  });

  it("is refused with the recorded status", async () => {
    const replayed = await ofScript(`page https://app.test
+1s WS wss://app.webpubsub.azure.com/client/hubs/chat
  > Sec-WebSocket-Protocol: json.webpubsub.azure.v1
  < 401`);
    const error = await new Promise((resolve) => socketTo(replayed).on("error", resolve));
    expect(String(error)).toMatch(/401/);
  });
});

describe("what is replayed", { timeout: 10_000 }, () => {
  const NEGOTIATE = `page https://app.test
+1s POST https://app.test/chat/negotiate?negotiateVersion=1
  > X-SignalR-User-Agent: Microsoft SignalR/10.0`;

  it("leads from one origin to the other, and no token is older than it was", async () => {
    const issued = Math.floor(Date.UTC(2026, 0, 1) / 1000);
    const replayed = await ofScript(`${NEGOTIATE}
  < 200
  << {"url":"https://svc.test/client/?hub=chat","accessToken":"[token-1;480B;exp=${issued + 3600}]"}
+20ms POST https://svc.test/client/negotiate?hub=chat&negotiateVersion=1
  > X-SignalR-User-Agent: Microsoft SignalR/10.0
  < 401`);
    const first = await fetch(`${replayed.endpoints[0]?.live}/negotiate`, { method: "POST" });
    const { url, accessToken } = (await first.json()) as { url: string; accessToken: string };
    expect(url).toBe(`${replayed.addresses.get("https://svc.test")}/client/?hub=chat`);
    expect(Number(/exp=(\d+)/.exec(accessToken)?.[1])).toBeGreaterThan(Date.now() / 1000);
    expect((await fetch(url.replace("/?", "/negotiate?"), { method: "POST" })).status).toBe(401);
  });

  it("lets a page of any origin in where the recorded one needed no leave, and answers for the rest as recorded", async () => {
    const { endpoints } = await ofScript(`${NEGOTIATE}\n  < 404`);
    const headers = { origin: "http://localhost:3000", "access-control-request-method": "POST" };
    const preflight = await fetch(`${endpoints[0]?.live}/negotiate`, { method: "OPTIONS", headers });
    expect([preflight.status, preflight.headers.get("access-control-allow-origin")]).toEqual([204, headers.origin]);
    const refused = await ofScript(`page https://app.test
+1s PREFLIGHT https://api.test/hub/negotiate?negotiateVersion=1
  > Origin: https://app.test
  > Access-Control-Request-Method: POST
  < 204
+5ms POST https://api.test/hub/negotiate?negotiateVersion=1
  > Origin: https://app.test
  > X-SignalR-User-Agent: Microsoft SignalR/10.0
  < 200 net::ERR_FAILED`);
    const [place] = refused.endpoints;
    const other = await fetch(`${place?.live}/negotiate`, { method: "OPTIONS", headers });
    expect([other.status, other.headers.get("access-control-allow-origin")]).toEqual([204, null]);
  });

  it("allows a page its own header in place of one that the export labelled, where that was allowed", async () => {
    const asking = (allowed: string) => `page https://app.test
+1s PREFLIGHT https://api.test/hub/negotiate?negotiateVersion=1
  > Origin: https://app.test
  > Access-Control-Request-Method: POST
  > Access-Control-Request-Headers: [name-1;9B],x-requested-with
  < 204
  < Access-Control-Allow-Origin: https://app.test
  < Access-Control-Allow-Headers: ${allowed}
+5ms POST https://api.test/hub/negotiate?negotiateVersion=1
  > Origin: https://app.test
  > X-SignalR-User-Agent: Microsoft SignalR/10.0
  < 404`;
    const headers = {
      origin: "https://app.test",
      "access-control-request-method": "POST",
      "access-control-request-headers": "x-contoso,x-requested-with",
    };
    const allowedBy = async (script: string) => {
      const [place] = (await ofScript(script)).endpoints;
      const answer = await fetch(`${place?.live}/negotiate`, { method: "OPTIONS", headers });
      return answer.headers.get("access-control-allow-headers");
    };
    expect(await allowedBy(asking("[name-1;9B], X-Requested-With"))).toBe("x-requested-with, x-contoso");
    expect(await allowedBy(asking("X-Requested-With"))).toBe("x-requested-with");
  });

  it("has nobody on the port where nobody was, and says what it cannot show", async () => {
    const nobody = await ofScript(`${NEGOTIATE}\n  < net::ERR_CONNECTION_REFUSED`);
    await expect(fetch(`${nobody.endpoints[0]?.live}/negotiate`, { method: "POST" })).rejects.toThrow();
    const forbidden = await ofScript(`${NEGOTIATE}\n  < csp`);
    expect(forbidden.notes.join()).toMatch(/browser forbade it/);
  });

  it("says of each request what answered it", async () => {
    const said: string[] = [];
    const { endpoints } = await ofScript(`${NEGOTIATE}\n  < 503`, { say: (line) => void said.push(line) });
    await fetch(`${endpoints[0]?.live}/negotiate?access_token=secret`, { method: "POST" });
    await fetch(`${endpoints[0]?.live}/other`);
    expect(said).toEqual([
      expect.stringMatching(/^POST \/chat\/negotiate {2}503/),
      "GET /chat/other  is not in the recording",
    ]);
  });
});
