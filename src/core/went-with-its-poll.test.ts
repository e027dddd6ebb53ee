import { describe, expect, it } from "vitest";
import { parseWireScript } from "../knowledge/wire-script.js";
import { look } from "./testing/witnessed.js";

const states = (script: string) => look(parseWireScript(script)).connections.map(({ state }) => state);

const SOCKET_IO = `page https://app.test
+0ms GET https://app.test/socket.io/?EIO=4&transport=polling
  < 200
  << 0{"sid":"s1","upgrades":[],"pingInterval":25000,"pingTimeout":20000,"maxPayload":1000000}
+5ms POST https://app.test/socket.io/?EIO=4&transport=polling&sid=s1
  >> 40
  < 200
  << ok
+5ms GET https://app.test/socket.io/?EIO=4&transport=polling&sid=s1
  < 200
  << 40{"sid":"n1"}
+5ms GET https://app.test/socket.io/?EIO=4&transport=polling&sid=s1`;

const SIGNALR = `page https://app.test
+0ms POST https://app.test/chat/negotiate?negotiateVersion=1
  > X-SignalR-User-Agent: Microsoft SignalR/10.0
  < 200
  << {"connectionId":"I","connectionToken":"T","negotiateVersion":1,"availableTransports":[{"transport":"LongPolling","transferFormats":["Text","Binary"]}]}
+5ms GET https://app.test/chat?id=T
  > X-SignalR-User-Agent: Microsoft SignalR/10.0
  < 200
+5ms POST https://app.test/chat?id=T
  > X-SignalR-User-Agent: Microsoft SignalR/10.0
  >> {"protocol":"json","version":1}␞
  < 200
+5ms GET https://app.test/chat?id=T
  > X-SignalR-User-Agent: Microsoft SignalR/10.0
  < 200
  << {}␞
+5ms GET https://app.test/chat?id=T
  > X-SignalR-User-Agent: Microsoft SignalR/10.0`;

describe.each([
  ["Socket.IO's polling", SOCKET_IO, "GET https://app.test/socket.io/?EIO=4&transport=polling&sid=s1"],
  [
    "SignalR's long polling",
    SIGNALR,
    "GET https://app.test/chat?id=T\n  > X-SignalR-User-Agent: Microsoft SignalR/10.0",
  ],
])("%s", (_, session, poll) => {
  it("is open while a poll waits", () => expect(states(session)).toEqual(["open"]));

  it.each(["net::ERR_ABORTED", "silence"])("went with its last poll that ended in %s", (end) => {
    const ended = end === "silence" ? "\n  +9s given up" : `\n  < ${end}`;
    expect(states(session + ended)).toEqual(["closed"]);
  });

  it("is open where another poll came after one that was given up", () => {
    expect(states(`${session}\n  < net::ERR_ABORTED\n+5ms ${poll}`)).toEqual(["open"]);
  });
});
