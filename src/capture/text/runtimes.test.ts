import { expect, test } from "vitest";
import { eventsFromText } from "./events-from-text.js";

/** What clients of other languages, and the service's SDK, say of SignalR. */
const SAID_OF_SIGNALR: Readonly<Record<string, readonly string[]>> = {
  "not-connected-yet": [
    "signalr: client not started. Call client.Start() before using it",
    "pysignalr: RuntimeError: The socket was never run",
    "pysignalr: RuntimeError('Connection is closed')",
    "LogSignalR: Error: Cannot send data to non connected websocket.",
    "SwiftSignalRClient: Attempting to send data before connection has been started.",
    "SwiftSignalRClient: Sending data failed - connection not in the 'connected' state",
  ],
  "hub-method-unknown": ["signalr: Unknown method Sned", "signalr: HubException: Method does not exist."],
  "hub-arguments-refused": [
    "com.microsoft.signalr: JsonSyntaxException: Expected BEGIN_OBJECT but was STRING at line 1 column 54 path $.arguments[0]",
    "SwiftSignalRClient: typeMismatch(Swift.Int, Swift.DecodingError.Context(codingPath: []",
    "BestHTTP: OnMessages - Invocation - Invoke: InvalidCastException: Specified cast is not valid.",
    "SignalR: A client callback for event tick with 2 argument(s) was found, however an error occurred because Guid",
    "SignalR: Deserializing object of the `Int32` type for 'argument' failed.",
  ],
  "argument-count": [
    "[HubConnection]: OnMessages - Invocation - GetRealArguments: argType.Length(3) < arguments.length(2)",
    "signalr: to many StreamIds for channel parameters of method Join",
  ],
  "hub-threw": ["SignalR: Duplicate definitions of 'Send'. Overloading is not supported."],
  "client-method-unknown": [
    "[HubConnection] No subscription could be found for invocation '[Invocation Id: , Target: 'News'",
    "signalrcore: Event 'news' hasn't fired any handler",
  ],
  "socket-already-closed": [
    "SignalRCoreClient - WARNING - Connection closed socket is already closed.",
    "websocket._exceptions.WebSocketConnectionClosedException: Connection is already closed.",
  ],
  "negotiation-failed": [
    "HubConnection: Negotiation Request Finished Successfully, but the server sent an error. Status Code: 404-Not Found",
    "HubConnection: Negotiation Request - Connection Timed Out!",
    "signalrcore.hub.errors.UnAuthorizedHubError",
  ],
  "no-compatible-transport": [
    "HubConnection: Couldn't use preferred transport, as the 'WebSockets' transport isn't supported by the server!",
  ],
  "negotiate-redirect-loop": ["HubConnection closed: 'MaxRedirects (100) reached!'"],
  "classic-server-named": [
    "an old ASP.NET 4.7 application with SignalR",
    'SignalR negotiate: {"ConnectionToken":"a","TryWebSockets":true,"ProtocolVersion":"1.5"}',
    "the hub is in ASP.NET MVC 5",
    "our server is written in .NET Framework, the SignalR app on the phone is new",
  ],
  "core-client-named": [
    "at BestHTTP.SignalRCore.HubConnection.OnMessages",
    "SignalR on Android with the ASP.NET Core client",
    "WebSocketHubConnectionP2 of SignalR for Android",
  ],
  "no-transports-in-answer": [
    "Error: Failed to start the connection. TypeError: Cannot set property 'onreceive' of undefined",
  ],
  "no-requested-transports": ["SignalR: No requested transports available on the server."],
  "old-server-host": [
    "SignalR server on Windows 7",
    "SignalR hosted with HTTP.sys on Windows Server 2008 R2",
    "SignalR, Windows 7 with HttpListener",
  ],
  "prereleases-differ": ["SignalR: a release candidate at the server, client 1.0.0-preview2-final"],
  "payload-not-serializable": ["SignalRKore: Completion result could not be parsed as Int"],
  "timeouts-configured": ["SignalR: keep-alive of the server set to 2 minutes"],
  "server-silent": ["signalr: timeout interval elapsed (30s)"],
  "hub-protocol-refused": ["signalr: protocol messagepack not supported"],
  "handshake-garbled": ["LogSignalR: Error: Bad handshake response."],
  "closed-before-handshake": ["SignalR: connection closed while handshake was in progress."],
  "message-misshapen": [
    "LogSignalR: Error: Field 'type' not found in message {}",
    "SignalR: Field 'target' not found for 'invocation' message",
    "signalr_netcore: Invalid payload for Completion message.",
    "SwiftSignalRClient: unknownMessageType",
    "SignalR: Insufficient items in Invocation array.",
    "SignalR: Reading map length for 'headers' failed.",
  ],
  "answer-not-json": [
    "com.microsoft.signalr: Error reading NegotiateResponse: com.google.gson.stream.MalformedJsonException",
  ],
  "transport-not-offered": ["SignalR: The Server-Sent Events transport only supports the 'Text' transfer format"],
  "connection-string-wrong": [
    "Azure SignalR: ServiceEndpoints is empty. ConnectionString is null, empty, or consists only of white-space.",
    "Unable to resolve the value for property 'SignalRConnectionInfoAttribute.ConnectionStringSetting'.",
  ],
};

/** One failure in the words of many runtimes: browsers, Node, .NET, Java, Swift, Dart, Python, Go, PHP. */
const SAID: Readonly<Record<string, readonly string[]>> = {
  "pubsub-client-named": ["WebPubSubClient was answered 401", "azure-messaging-webpubsubclient cannot connect"],
  "upgrade-with-content": [
    "bad request data: \"Requests with 'Connection: Upgrade' cannot have content in the request body.\"",
  ],
  "negotiate-timed-out": [
    "Failed to complete negotiation with the server: TimeoutException after 0:00:02.000000: Future not completed",
    "HubConnection: Negotiation Request - Processing the request Timed Out!",
    "Error: Failed to complete negotiation with the server: Error: A timeout occurred.",
    "Failed to complete negotiation with the server: TimeoutError: A timeout occurred.",
  ],
  "rejoin-failed": [
    "Failed to rejoin. Please retry or reload the page.",
    "Reconnection failed. Try reloading the page if you're unable to reconnect.",
  ],
  "connection-refused": [
    "websocket._exceptions: [WinError 10061] Kết nối bị từ chối. sio.connect('http://127.0.0.1:5000')",
    "sio::client: asio async_connect error: system:10061",
    "socket.io: the connection to ws://localhost:3000/socket.io/ was refused",
    "[WS-Client] connection to 192.168.0.10:3000 Failed; SocketIOclient of an ESP32",
    "Error: connect ECONNREFUSED 127.0.0.1:3000",
    "SocketException: Connection refused (OS Error: Connection refused, errno = 61), address = localhost, port = 50723",
    "LogSignalR: Error: Could not connect to host",
    "aiohttp.client_exceptions.ClientConnectorError: [Connect call failed ('127.0.0.1', 5000)]",
    'reqwest::Error { source: ConnectError("tcp connect error", Os { code: 111, kind: ConnectionRefused }) }',
  ],
  "name-not-resolved": [
    "SocketIOUnity: Curl error 6: Could not resolve host: api.example.test",
    "sio::client: asio async_resolve error: asio.netdb:1 (Host not found (authoritative))",
    "SocketIOClient.ConnectionException: Es ist kein solcher Host bekannt.",
    "getaddrinfo ENOTFOUND api.example.test",
    "SocketException: Failed host lookup: 'api.example.test'",
    "nodename nor servname provided, or not known",
  ],
  "certificate-refused": [
    "rust_socketio: invalid peer certificate: UnknownIssuer",
    "[WS-Client] certificate mismatch; SocketIOclient",
    "System.Net.Http.WinHttpException: A security error occurred",
    "A security error occurred at System.Net.Http.WinHttpHandler.<StartRequest>d__105.MoveNext()",
    "x509: certificate signed by unknown authority",
    "The remote certificate was rejected by the provided RemoteCertificateValidationCallback.",
    "System.Net.WebException: Error: TrustFailure (The authentication or decryption has failed.)",
    "NSURLErrorDomain Code=-9807 errSSLXCertChainInvalid",
    "[waiting for connection] hostname '10.1.2.3' doesn't match 'live.example.test'",
  ],
  "plain-bytes-received": [
    "OpenSSL: error:1407609C:SSL routines:SSL23_GET_CLIENT_HELLO:http request",
    "netty-socketio: NotSslRecordException: not an SSL/TLS record: 474554202f736f636b65742e696f",
  ],
  "tls-bytes-received": ["WARN AuthorizeHandler - Blocked wrong request! url: /bad-request, params: {}"],
  "plain-where-tls": [
    "HandshakeException: Handshake error in client (OS Error: WRONG_VERSION_NUMBER(tls_record.cc:242))",
    "javax.net.ssl.SSLException: Unable to parse TLS packet header",
    "tls: first record does not look like a TLS handshake",
    "SSL_ERROR_RX_RECORD_TOO_LONG",
  ],
  cleartext: [
    "CLEARTEXT communication to 10.0.2.2 not permitted by network security policy",
    "Bad state: Insecure HTTP is not allowed by platform: http://10.0.2.2:5000/hub",
  ],
  "websocket-status": [
    "java.net.ProtocolException: Expected HTTP 101 response but was '200 OK'",
    "websocket: bad handshake",
    "WebSocketException: Connection to 'https://app.test/hub' was not upgraded to websocket",
    "rust_engineio: Error with websocket connection: HTTP error: 502 Bad Gateway",
    "behind nginx, wss error 400",
  ],
  "no-open-packet": [
    "thread panicked: EngineIO Error: Invalid packet id: 56",
    "go-socket.io client: invalid open",
    "socketIO_client/__init__.py, in _engineIO_session: packet = self._transport.recv_packet() StopIteration",
  ],
  "server-error": ["rust_engineio: Got illegal handshake response: expected value at line 1"],
  "ping-timeout": ["rust_engineio: The server did not send a PING packet in time"],
  "probe-error": ["WebSocket upgrade failed: no PONG packet", "Server did not allow upgrading to websockets"],
  "invalid-namespace": ["failed connect to namespace without handler", "root ('/') doesn't have a namespace handler"],
  "upgrade-header-missing": [
    "envoy has no upgrade_configs for /socket.io/",
    "Invalid websocket upgrade (further occurrences will be logged with level INFO)",
    "engine bad request: unexpected transport without upgrade",
  ],
  "invalid-frame-header": ["RangeError: Invalid WebSocket frame: invalid status code 5774"],
  "upgraded-twice": ["Error: server.handleUpgrade() was called more than once with the same socket"],
  "php-session-not-opened": ["ElephantIO\\Exception\\ServerConnectionFailureException: An error occurred"],
  "page-router-asked": [
    '[Vue Router warn]: No match found for location with path "/socket.io/?EIO=4&transport=polling"',
    "Error: Cannot match any routes. URL Segment: 'socket.io'",
    'Error: No route matches URL "/socket.io/"',
    'React Router: No routes matched location "/socket.io/?EIO=4"',
  ],
  "cannot-get-socket-io": [
    "E_ROUTE_NOT_FOUND: Cannot GET:/socket.io/",
    'Symfony: No route found for "GET http://localhost:8000/socket.io/"',
    'ActionController::RoutingError (No route matches [GET] "/socket.io")',
    "h3: Cannot find any path matching /socket.io/?EIO=4&transport=polling",
    "No route found for path 'socket.io/'.",
    "django: Not Found: /socket.io/",
    "The current path, socket.io/, didn't match any of these.",
    "Spring: No static resource socket.io.",
    "Laravel: The route socket.io could not be found.",
    "Sanic: Requested URL /socket.io/ not found",
  ],
  "file-server-refuses": ["You don't have permission to access /socket.io/ on this server."],
  "closed-before-handshake": [
    "System.InvalidOperationException: The server disconnected before the handshake could be started.",
    "The transport disconnected before the connection could be fully initialized.",
    "signalrcore: Connection closed during handshake",
  ],
  "negotiation-failed": [
    "NegotiationException: There was a problem in the negotiation with the server",
    "SignalRClient.SignalRError.webError(statusCode: 404)",
    'SignalRError.invalidNegotiationResponse(message: "no JSON")',
    "signalrcore: Negotiate response must be a JSON object",
    "at Microsoft.AspNetCore.Http.Connections.Client.HttpConnection.NegotiateAsync(Uri url)",
    "HttpConnection.<GetNegotiationResponseAsync>d__51.MoveNext()",
  ],
  "answer-is-html": [
    "GET /socket.io/?EIO=4 200, the response is React's index.html",
    "signalr_netcore: Response Content-Type not supported: text/html; charset=utf-8",
    'EventSource\'s response has a MIME type ("text/html") that is not "text/event-stream". (signalr)',
  ],
  "answer-not-json": [
    "Unexpected token G in JSON at position 0",
    "json.decoder.JSONDecodeError: Expecting value: line 1 column 1 (char 0)",
    "com.google.gson.stream.MalformedJsonException: Use JsonReader.setLenient(true) at line 1 column 1 path $",
    "FormatException: Unexpected character (at character 1)",
  ],
  "url-not-absolute": [
    "System.UriFormatException: Invalid URI: The format of the URI could not be determined.",
    "TypeError: Only absolute URLs are supported",
    "DOMException: Failed to construct 'WebSocket': The URL '/hub' is invalid.",
    '$.connection.hub.url = "hubs.app.test";',
  ],
  "answer-is-text": ["signalr_netcore: Negotation response content must be a json."],
  "no-compatible-transport": ["SignalRError.noSupportedTransportAvailable"],
  "no-transports-in-answer": ["None of the transports supported by the client are supported by the server."],
  "transports-exhausted": ["Transport timed out trying to connect", "SignalR: Fallback transports exhausted."],
  "transport-tried-after-negotiate": ['Failed to start the transport "ServerSentEvents": Error'],
  "websocket-feature-missing": ["System.InvalidOperationException: Not a valid web socket request."],
  "start-request-failed": ["SignalR: The start request failed. Stopping the connection."],
  "not-connected-yet": [
    "Cannot connect to SignalR hub. Unable to transmit messages",
    "Trying to send a message while the connection is not active. (CONNECTING)",
    "Cannot send unless the transport is active",
    "SignalRClient.SignalRError.invalidState",
  ],
  "server-silent": ["Server timeout. Did not receive a message for 30.0 seconds."],
  "argument-count": ["The function accept 2 arguments but message provided 1."],
  "binding-failed": ['{"type":3,"error":"Failed to invoke \\u0027Save\\u0027 due to an error on the server."}'],
  "transport-error": [
    "Unable to connect, please ensure WebSockets are available. A VPN or proxy may be blocking the connection.",
  ],
  "closed-with-reason": [
    "Server returned an error on close: Signed in elsewhere.",
    "HubConnection: received close message with an error: 'Signed in elsewhere'",
  ],
  "token-garbled": ["IDX12741: JWT must have three segments (JWS) or five segments (JWE). (hub)"],
  "jsonp-refused": ["$.connection.hub.start({ jsonp: true }) gives 403 for /signalr/negotiate?callback=jQuery1"],
  "credentials-not-arrived": [
    "Access denied due to missing subscription key.",
    "Authorization: Bearer undefined is sent to /chatHub/negotiate",
    "socket.io: handshake.query.token is undefined on the server",
  ],
  "app-start-failed": [
    "HTTP Error 503. The service is unavailable.",
    "Function host is not running.",
    "HTTP Error 500.30 - ASP.NET Core app failed to start (/chatHub/negotiate)",
  ],
  "websocket-interrupted": [
    "SignalR: WebSocketException (0x80070026): Reached the end-of-file",
    "SignalR: The WebSocket is in an invalid state ('Aborted') for this operation.",
  ],
  "azure-no-server-connection": [
    "Azure SignalR: Connection to service (Primary)https://chat.service.signalr.net handshake failed",
  ],
  "negotiate-answer-incomplete": ["InvalidDataException: Missing required property 'connectionId'."],
  "app-server-closed": ["Azure SignalR: Connection ended. Reason: Application server closed the connection."],
  "app-server-reported": [
    "Azure SignalR: Application server closed the connection. Server reported error: Sequence contains no elements",
  ],
  "origin-not-accepted": [
    "Sails: A socket was rejected via the `sails.config.sockets.onlyAllowOrigins` array.",
    'python-engineio 400 "Not an accepted origin."',
    "CORS policy execution failed. Request origin https://app.test does not have permission to access the resource.",
  ],
  "wrong-address-said": ["The client must connect to a client url, not a server url."],
  "service-without-servers": ["No app server is currently connected to the Azure service."],
  "connection-id-garbled": ["Protocol error: ConnectionId is in incorrect format."],
  "circuit-not-started": [
    "Error: The circuit failed to initialize.",
    "Uncaught (in promise) Error: Failed to invoke 'StartCircuit' due to an error on the server.",
  ],
  "versions-differ": [
    "Sails v1.0.x is not compatible with the socket.io/sails.io.js client SDK version you are using (0.10.3).",
    "info - unhandled socket.io url",
    "python-engineio: KeyError: 'sid'",
    "TypeError: Cannot read properties of undefined (reading 'sid')",
    "socket.io in Safari: TypeError: undefined is not an object (evaluating 'e.data.sid')",
    `socket.io in Firefox: TypeError: can't access property "sid", t.data is undefined`,
  ],
  "request-failed-unsaid": ["Failed to complete negotiation with the server: XMLHttpRequest error."],
  "sse-buffered": [
    "With ServerSentEvents the messages are not delivered until the next one is sent.",
    "With Server-Sent Events behind a balancer (SignalR) the messages arrive all at once",
  ],
  "closed-by-exception": ['{"type":7,"error":"Connection closed with an error. HubException: not signed in"}'],
  "endpoint-not-executed": [
    "The request reached the end of the pipeline without executing the endpoint: '/chatHub'. (SignalR)",
  ],
  "identity-changed": ["The name of the user changed from 'alice' to 'bob'. (HttpConnectionDispatcher)"],
  "transport-not-offered": ["SignalR: Forbidden: JSONP is disabled."],
  "hub-busy": ["The connection Ab1 has a long running application logic that prevents the connection from complete."],
  "hub-arguments-refused": ['{"Result":null,"Error":"Parameter count mismatch.","Id":"0"} (SignalR)'],
  "session-id-unknown": [
    "socket.io warn - client not handshaken client should reconnect",
    "WARN netty-socketio: Unauthorized client with sessionId: 2f1 with ip: /10.0.0.2. Channel closed!",
  ],
  "requests-overlap": ["engine:polling request overlap", "engine transport error: overlap from client"],
  "old-client-fails": [
    "socket.io: Uncaught TypeError: Cannot read property 'onClose' of null",
    "at io.socket.IOConnection.handshake(IOConnection.java:300)",
  ],
  "server-opens-anew": [
    "1a: Sending packet OPEN data {'sid': '1a'}\n1a: Sending packet MESSAGE data 0\n2b: Sending packet OPEN data {'sid': '2b'}\n2b: Sending packet MESSAGE data 0\n3c: Sending packet OPEN data {'sid': '3c'}",
    "socketio - User 1a connected to socketIO endpoint.\nUser 2b connected to socketIO endpoint.\nUser 3c connected to socketIO endpoint.",
  ],
  "not-found": ["socket.io: java.io.FileNotFoundException: http://192.0.2.9:8000/socket.io/?EIO=3&transport=polling"],
  "address-malformed": ["GET http://0.0.11.184:8080/socket.io/?EIO=4&transport=polling"],
  "authorization-named": [
    "socket.io: io.set('authorization', check)",
    "netty-socketio: config.setAuthorizationListener(data -> false)",
  ],
  "polling-works": [
    "socket.io: with transports: ['websocket'] it fails, transports: ['polling'] makes it work",
    "socket.io works over long polling",
  ],
  "upstream-failed": [
    "heroku: H12 Request timeout path=/socket.io/",
    "Cloud Run: The request failed because the connection to the instance had an error. /socket.io/",
    "socket.io: 503, no endpoints available for service",
    "Yarp: No available destinations after load balancing for cluster 'hub'.",
    "Ocelot: ConnectionToDownstreamServiceError",
    "502 Application failed to respond (socket.io)",
    "Yarp: Request: An error was encountered before receiving a response.",
  ],
  "gateway-lacks-route": [
    'POST /hub/negotiate {"message":"Missing Authentication Token"}',
    'POST /hub/negotiate { "statusCode": 404, "message": "Resource not found" }',
    "POST /hub/negotiate default backend - 404",
    'Kong: {"message":"no Route matched with those values"}',
    "Ocelot: UnableToFindDownstreamRouteError: Failed to match Route configuration for upstream path: /hub/negotiate",
  ],
  "challenge-set": ["Cloudflare's under attack mode is on", "every visitor gets a challenge first"],
  "invalid-hostname": [
    "The host 'hub.example.test' does not match an allowed host.",
    "Invalid HTTP_HOST header: 'hub.example.test'.",
    "Blocked hosts: hub.example.test",
    "DisallowedHost at /socket.io/",
  ],
  "server-said-down": ["Error 403 - This web app is stopped.", "Tunnel chat.ngrok.io not found"],
  "connection-string-wrong": [
    "Connection string does not contain AccessKey",
    "ValueError: Connection string is either blank or malformed.",
    "AzureSignalRConfigurationNoEndpointException",
  ],
  "service-connection-dropped": [
    "Connection to 'https://chat.service.signalr.net' was dropped, probably caused by network instability or service restart. Will reconnect after the back off period.",
  ],
  "duplicate-access-token": ["Multiple access tokens are found in your request. (Azure SignalR)"],
  "upstream-refused-5xx": ["Web PubSub: the upstream event handler responded with 500"],
  "no-transport-in-common": ["None of the transports supported by the client are supported by the server."],
  "foreign-server": ["socket.io-client connects to wss://echo.websocket.org"],
  "connection-timed-out": [
    "socket.io: dial tcp 203.0.113.4:3000: i/o timeout",
    "sio::client: [error] handle_connect error: Timer Expired",
  ],
  "cleartext-refused": ["SocketIOUnity: InvalidOperationException: Insecure connection not allowed"],
  "forbidden-by-server": ["sails.io.js: Failed to connect socket (possibly due to failed `beforeConnect` on server)"],
  "script-lost-server": ["rust_socketio: The server did not send a PING packet in time"],
  "connect-error": [
    "The socket was unable to connect. (sails.io.js)",
    "rust_socketio: Error during connection via http: error sending request",
  ],
  "handle-upgrade-twice": [
    "socket.io on Next's custom server: WebSocket connection to 'ws://localhost:3000/_next/webpack-hmr' failed",
    "socket.io after adding express-status-monitor: WebSocket is closed before the connection is established",
  ],
  "request-filter-named": [
    "/socket.io/ 406 by mod_security",
    "SignalR: 403 by the WAF policy",
    "Socket.IO behind the Front Door WAF",
  ],
  unauthorized: ["laravel-echo-server: Client can not be authenticated, got HTTP status 403"],
  "cut-after-idle": ["Azure's balancer cuts the socket.io connection after it was 4 minutes idle"],
  "raw-client": [
    "Flutter web_socket_channel to a socket.io server: not upgraded to websocket",
    "k6 ws.connect('ws://localhost:3000') to a socket.io backend returns 400",
  ],
  "listens-elsewhere": [
    "NestJS: app.useWebSocketAdapter(new IoAdapter()); socket.io 404",
    "the socket.io gateway is not linked properly to the http service",
  ],
  "cors-no-allow-origin": ["socketioxide: CORS Missing Allow Origin"],
  "upstream-missing": [
    "Web PubSub: there is no event handler in the hub's settings",
    "Web PubSub: nothing arrives, the hub settings are empty",
  ],
  "websocket-missing": [
    "SignalR with HttpTransportType.WebSockets throws PlatformNotSupportedException",
    "SignalR says: this platform is not supported websocket",
    "PlatformNotSupportedException: Operation is not supported. at System.Net.WebSockets.ClientWebSocket..ctor()",
    "ReferenceError: Can't find variable: WebSocket",
    "TypeError: WebSocket is not a constructor",
    "ReferenceError: Property 'WebSocket' doesn't exist",
  ],
  "answer-not-http": [
    "System.IO.IOException: The server returned an invalid or unrecognized response.",
    "HttpRequestException: Received an invalid status line: '\u0015\u0003\u0001'.",
    "curl: (1) Received HTTP/0.9 when not allowed",
    "Error: Parse Error: Expected HTTP/",
    String.raw`malformed HTTP response "\x15\x03\x01\x00\x02\x02P"`,
    "java.net.ProtocolException: Unexpected status line: \u0015\u0003\u0001",
    "http.client.BadStatusLine: ",
  ],
  "upstream-unreachable": [
    "upstream connect error or disconnect/reset before headers. reset reason: connection failure",
    "No available destinations after load balancing for cluster 'hub'.",
    "HTTP Error 502.5 - ANCM Out-Of-Process Startup Failure",
  ],
  offline: [
    "the app has no network available",
    "when there is no internet the start fails",
    "HttpRequestException: Network subsystem is down",
    "I turn off 4G and the socket goes",
  ],
};

test.each([...Object.entries(SAID), ...Object.entries(SAID_OF_SIGNALR)])("%s, whoever says it", (id, texts) => {
  for (const text of texts) {
    const told = eventsFromText(text).events.flatMap(({ messages }) => messages);
    expect(told, text).toContain(id);
  }
});

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
