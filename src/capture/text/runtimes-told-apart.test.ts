import { expect, test } from "vitest";
import { eventsFromText } from "./events-from-text.js";

test.each([
  ["binds-loopback", 'socketio.run(app, host="127.0.0.1", port=5000)'],
  ["path-prefix", "the client asks /_blazor instead of /shop/_blazor (SignalR)"],
  ["browser-alone-fails", "SignalR connects in the Unity editor, as WebGL it does not"],
  ["large-payload", "SignalR ends with long content, MaximumReceiveMessageSize is as it was"],
  ["browser-alone-fails", "Error with CORS in Chrome, but the hub works with the .NET client"],
  ["loopback-listener", "socket.io refused. netstat: tcp   0   0 127.0.0.1:3000   0.0.0.0:*   LISTEN   812/node"],
  ["loopback-listener", "socket.io refused. ss -ltn: LISTEN 0      511        127.0.0.1:3000      0.0.0.0:*"],
  ["static-server", "socket.io 404, the page comes from npx http-server"],
  ["release-only", "socket.io fails in the release build of React Native, debug ok"],
  ["release-only", "socket.io does not connect in the release build. In debug mode it works"],
  ["dev-proxy-named", "Nuxt devProxy for /socket.io fails"],
  ["dev-proxy", "GET http://localhost:8100/socket.io/ 404"],
  ["port-doubted", "how do I get socket.io to connect without port 9000?"],
  ["socketio-server-named", "the backend is Spring Boot with netty socket.io"],
])("%s is a part of the scene", (id, text) => {
  expect(eventsFromText(text).events.flatMap(({ scene }) => scene)).toContain(id);
});

/** Sentences that resemble others, and what they do not say. */
test.each([
  [
    "connection-reset",
    "WebSocketException: Connection to 'https://h.example.test:0/chat?id=a#' was not upgraded to websocket",
  ],
  [
    "transport-not-offered",
    "HubConnection: Couldn't use preferred transport, as the 'WebSockets' transport isn't supported by the server!",
  ],
  ["offline", "SignalR fails, and there is no network error in the console"],
  ["classic-server-named", "the SignalR server is in ASP.NET 8, with ASP.NET Identity"],
  ["old-server-host", "one SignalR server, and the clients on Windows 7 get server-sent events"],
  ["old-server-host", "SignalR, Windows Server 2019, from Windows 7 it fails"],
  ["waf-status", "SignalR: Access denied due to invalid subscription key."],
  ["websockets-not-offered", '"availableTransports":["WebSockets","ServerSentEvents","LongPolling"]'],
  [
    "no-transports-in-answer",
    "SignalR: Failed to start the transport 'LongPolling': TypeError: Cannot set property 'onreceive' of undefined",
  ],
  ["unauthorized", "netty-socketio: Unauthorized client with sessionId: 2f1 with ip: /10.0.0.2. Channel closed!"],
  ["forbidden", "SignalR: Forbidden: JSONP is disabled."],
  [
    "server-error",
    "Cannot connect to the socket server. [Error: websocket error]; what I get is a socket server error",
  ],
  ["cut-after-idle", "Azure SignalR was dropped. Will reconnect after the back off period."],
  ["cut-after-idle", "every 5 seconds there is an error in the console, GET /socket.io/ failed"],
  ["name-not-resolved", "socket.io: java.io.FileNotFoundException: http://192.0.2.9:8000/socket.io/1/"],
  ["wrong-address-said", "the socket.io server runs on port 4000 and nothing connects"],
  ["server-error", "socket.io: GET /socket.io/?EIO=4&transport=polling 500 (Internal Server Error)"],
  ["upstream-failed", "gosocketio: dial tcp 127.0.0.1:8000: connect: connection refused"],
  ["namespace-not-connected", "sio::client: Error getting remote endpoint: asio.system:57 (Socket is not connected)"],
  [
    "server-opens-anew",
    "1a: Sending packet OPEN data {'sid': '1a'}\n1a: Sending packet MESSAGE data 0{\"sid\":\"2\"}\n1a: Received packet MESSAGE data 2[\"hi\"]\n2b: Sending packet OPEN data {'sid': '2b'}",
  ],
])("not %s", (id, text) => {
  expect(eventsFromText(text).events.flatMap(({ messages }) => messages)).not.toContain(id);
});
