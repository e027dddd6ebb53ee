/**
 * What the three official troubleshooting guides name, a row each: ASP.NET Core SignalR's ("Troubleshoot connection
 * errors"), Socket.IO's ("Troubleshooting connection issues") and Azure Web PubSub's ("Troubleshooting guide for common
 * issues"). Every row must be shown by a scenario, or by a log that `explain` reads.
 */
export const GUIDE_ROWS = {
  "signalr/404-other-server":
    "404: several servers without sticky sessions, the other one does not know the connection",
  "signalr/404-wrong-endpoint": "404: the client asks at another path than the hub's",
  "signalr/404-id-expired": "404: too long between negotiate and the request with its id",
  "signalr/400-websockets-off": "400 or 503: a client of WebSockets only, where the server has none",
  "signalr/307-websocket": "307: a WebSocket without negotiate is redirected to HTTPS",
  "signalr/307-negotiate": "307: the negotiate request is redirected to HTTPS",
  "signalr/405-cors-off": "405: the application has no CORS",
  "signalr/0-origin-missing": "0: Access-Control-Allow-Origin is missing",
  "signalr/0-credentials-missing": "0: Access-Control-Allow-Credentials is not true",
  "signalr/413-token-too-large": "413: the access token is too large",
  "signalr/transient-drop": "A connection that was up is dropped by the network",
  "socket-io/network-failure": "Anything in between fails for a moment, and the connection is cut",
  "socket-io/server-restarted": "The server is restarted, or ended by a scaling policy",
  "socket-io/network-lost": "The user loses the network, or changes it",
  "socket-io/tab-frozen": "The browser freezes a tab that is not in use",
  "socket-io/unreachable": "The server cannot be reached",
  "socket-io/certificate": "The server's certificate is not trusted",
  "socket-io/debug-log": "What DEBUG=socket* prints of a connection that succeeds",
  "socket-io/connect-error-in-node": "connect_error in Node.js: nothing listens there",
  "socket-io/certificate-in-node": "connect_error in Node.js: a self-signed certificate",
  "socket-io/101": "101: the WebSocket is established",
  "socket-io/200": "200: HTTP long-polling",
  "socket-io/code-0": "400, code 0: transport unknown",
  "socket-io/code-1": "400, code 1: session ID unknown",
  "socket-io/code-2": "400, code 2: bad handshake method",
  "socket-io/code-3": "400, code 3: bad request",
  "socket-io/code-4": "403, code 4: refused by allowRequest",
  "socket-io/code-5": "400, code 5: a version 2 client without allowEIO3",
  "socket-io/cors": "Cross-origin requests are blocked",
  "web-pubsub/upstream-404": "The event handler's URL answers 404",
  "web-pubsub/upstream-500": "The event handler answers 500",
  "web-pubsub/upstream-target-invalid": "The handshake is denied as the target server is invalid",
  "web-pubsub/abuse-protection-origin": "Abuse protection: the answer allows no origin",
  "web-pubsub/abuse-protection-401": "Abuse protection: the upstream answers 401",
  "web-pubsub/closed-normal": "Closed by the client: Normal",
  "web-pubsub/closed-by-app-server": "Closed by a REST call of the application server: ClosedByAppServer",
  "web-pubsub/closed-service-reload": "Closed by maintenance or scaling of the service: ServiceReload",
  "web-pubsub/closed-ping-timeout": "Closed as the client was silent: PingTimeout",
  "web-pubsub/closed-slow-client": "Closed as the client reads too slowly: SlowClient",
  "web-pubsub/connection-count-limit": "More connections than the tier allows: ConnectionCountLimitReached",
} as const;

export type GuideRow = keyof typeof GUIDE_ROWS;
