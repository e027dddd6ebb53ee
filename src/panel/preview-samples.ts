import type { TrafficEvent } from "../core/traffic.js";
import { parseWireScript } from "../knowledge/wire-script.js";

const NEGOTIATE = `  > X-SignalR-User-Agent: Microsoft SignalR/10.0
  < 200
  < Content-Type: application/json
  << {"connectionId":"a","connectionToken":"token-a","negotiateVersion":1,"availableTransports":[{"transport":"WebSockets","transferFormats":["Text","Binary"]}]}`;

const HEALTHY_SIGNALR = `
+1s POST https://app.test/orders/negotiate?negotiateVersion=1
${NEGOTIATE.replaceAll("token-a", "token-o")}
+30ms WS wss://app.test/orders?id=token-o
  < 101
  +5ms -> {"protocol":"json","version":1}␞
  +5ms <- {}␞
  +2s -> {"type":1,"target":"Place","arguments":[{"sku":"A-7","count":2}]}␞
  +20ms <- {"type":3,"invocationId":"0","result":null}␞`;

const HEALTHY_SOCKET_IO = `
+1s GET https://chat.test/socket.io/?EIO=4&transport=polling&t=aa
  < 200
  << 0{"sid":"s1","upgrades":["websocket"],"pingInterval":25000,"pingTimeout":20000,"maxPayload":1000000}
+5ms WS wss://chat.test/socket.io/?EIO=4&transport=websocket&sid=s1
  < 101
  +5ms -> 2probe
  +5ms <- 3probe
  +5ms -> 5
  +1s <- 42["news","hello"]`;

const STICKY = (token: string) => `
+3s POST https://app.test/chat/negotiate?negotiateVersion=1
${NEGOTIATE.replaceAll("token-a", token)}
+40ms WS wss://app.test/chat?id=${token}
  < 404
  < Content-Type: text/plain
  < Server: Kestrel
  << No Connection with that ID`;

const FAILING = `page https://app.test
${HEALTHY_SIGNALR}${STICKY("token-a")}${STICKY("token-b")}${STICKY("token-c")}${STICKY("token-d")}
+2s POST https://app.test/slow/negotiate?negotiateVersion=1
${NEGOTIATE.replaceAll("token-a", "token-s")}
+17s WS wss://app.test/slow?id=token-s
  < 404
+1s PREFLIGHT https://api.other.test/hub/negotiate?negotiateVersion=1
  > Access-Control-Request-Method: POST
  < 204
+5ms POST https://api.other.test/hub/negotiate?negotiateVersion=1
  > X-SignalR-User-Agent: Microsoft SignalR/10.0
  < 200 net::ERR_FAILED
+1s GET https://chat.test/socket.io/?EIO=4&transport=polling&t=b1
  < 200
  << 0{"sid":"s9","upgrades":["websocket"],"pingInterval":25000,"pingTimeout":20000,"maxPayload":1000000}
+30ms GET https://chat.test/socket.io/?EIO=4&transport=polling&t=b2&sid=s9
  < 400
  < Content-Type: application/json
  << {"code":1,"message":"Session ID unknown"}
+1s WS wss://prod.webpubsub.azure.com/client/hubs/news?access_token=abc
  > Sec-WebSocket-Protocol: json.webpubsub.azure.v1
  < 401
+1s POST https://app.test/upload/negotiate?negotiateVersion=1
${NEGOTIATE.replaceAll("token-a", "token-u")}
+30ms WS wss://app.test/upload?id=token-u
  < 101
  +5ms -> {"protocol":"json","version":1}␞
  +5ms <- {}␞
  +2s -> (40,000 bytes)
  +20ms closed 1006 by server
${HEALTHY_SOCKET_IO}
+1s GET https://app.test/logo.svg
  < 200
+1s GET https://app.test/api/orders
  < 200
+1s WS wss://app.test/late?id=token-x
+21s tick
`;

/** Nothing says what these are. */
const UNKNOWN = `page https://app.test
+1s POST https://app.test/live/negotiate
  < 401
+1s WS wss://app.test/live
  < 503
+1s GET https://app.test/api/orders
  < 200
`;

const CUT = (id: string) => `
+1s POST https://app.test/prices/negotiate?negotiateVersion=1
${NEGOTIATE.replaceAll("token-a", id)}
+30ms WS wss://app.test/prices?id=${id}
  < 101
  +5ms -> {"protocol":"json","version":1}␞
  +5ms <- {}␞
  +1s -> {"type":4,"invocationId":"1","target":"Ticks","arguments":["EUR"]}␞
  +100ms <- {"type":2,"invocationId":"1","item":{"price":1.08}}␞
  +100ms <- {"type":2,"invocationId":"1","item":{"price":1.09}}␞
  +100ms <- {"type":3,"invocationId":"1"}␞
  +60s closed 1006 by server`;

/** Something on the way cuts what is silent for a minute; one is refused what it asks for. */
const CUTS = `page https://app.test${CUT("p1")}${CUT("p2")}
+1s WS wss://news.webpubsub.azure.com/client/hubs/news?access_token=abc
  > Sec-WebSocket-Protocol: json.webpubsub.azure.v1
  < 101
  +5ms <- {"type":"system","event":"connected","userId":"u1","connectionId":"c1"}
  +5ms -> {"type":"joinGroup","group":"traders","ackId":1}
  +9ms <- {"type":"ack","ackId":1,"success":false,"error":{"name":"Forbidden","message":"The client does not have permission to join the group"}}
+200s tick
`;

const LONG = "a-very-long-segment-without-any-break-".repeat(12);

/** What a page may do to a panel that trusts it. */
const HOSTILE = `page https://app.test
+1s POST https://app.test/<img/src=x>/**bold**/[click](javascript:alert(1))/negotiate?negotiateVersion=1
${NEGOTIATE}
+40ms WS wss://app.test/<img/src=x>/**bold**/[click](javascript:alert(1))?id=token-a
  < 404
  < X-Evil: <script>alert(1)</script>
  << <script>document.body.innerHTML = ""</script>
+3s POST https://app.test/${LONG}/negotiate?negotiateVersion=1
${NEGOTIATE.replaceAll("token-a", "token-l")}
+40ms WS wss://app.test/${LONG}?id=token-l
  < 500
  << ${LONG.repeat(30)}
`;

const COVERAGE: TrafficEvent = {
  kind: "coverage",
  id: "coverage",
  at: 0,
  source: "devtools-network",
  notSeen: ["open-frames", "close-codes", "pending", "before-devtools", "page-blocks"],
};

export const SAMPLES: Record<string, TrafficEvent[]> = {
  failing: [COVERAGE, ...parseWireScript(FAILING)],
  healthy: [COVERAGE, ...parseWireScript(`page https://app.test\n${HEALTHY_SIGNALR}${HEALTHY_SOCKET_IO}`)],
  cuts: [COVERAGE, ...parseWireScript(CUTS)],
  hostile: [COVERAGE, ...parseWireScript(HOSTILE)],
  unknown: [COVERAGE, ...parseWireScript(UNKNOWN)],
  empty: [COVERAGE],
};
