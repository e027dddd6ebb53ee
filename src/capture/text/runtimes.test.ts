import { expect, test } from "vitest";
import { eventsFromText } from "./events-from-text.js";

/** One failure in the words of many runtimes: browsers, Node, .NET, Java, Swift, Dart, Python, Go, PHP. */
const SAID: Readonly<Record<string, readonly string[]>> = {
  "upgrade-with-content": [
    "bad request data: \"Requests with 'Connection: Upgrade' cannot have content in the request body.\"",
  ],
  "negotiate-timed-out": [
    "Error: Failed to complete negotiation with the server: Error: A timeout occurred.",
    "Failed to complete negotiation with the server: TimeoutError: A timeout occurred.",
  ],
  "rejoin-failed": [
    "Failed to rejoin. Please retry or reload the page.",
    "Reconnection failed. Try reloading the page if you're unable to reconnect.",
  ],
  "connection-refused": [
    "Error: connect ECONNREFUSED 127.0.0.1:3000",
    "SocketException: Connection refused (OS Error: Connection refused, errno = 61), address = localhost, port = 50723",
    "aiohttp.client_exceptions.ClientConnectorError: [Connect call failed ('127.0.0.1', 5000)]",
    'reqwest::Error { source: ConnectError("tcp connect error", Os { code: 111, kind: ConnectionRefused }) }',
  ],
  "name-not-resolved": [
    "getaddrinfo ENOTFOUND api.example.test",
    "SocketException: Failed host lookup: 'api.example.test'",
    "nodename nor servname provided, or not known",
  ],
  "certificate-refused": [
    "System.Net.Http.WinHttpException: A security error occurred",
    "A security error occurred at System.Net.Http.WinHttpHandler.<StartRequest>d__105.MoveNext()",
    "x509: certificate signed by unknown authority",
    "The remote certificate was rejected by the provided RemoteCertificateValidationCallback.",
    "System.Net.WebException: Error: TrustFailure (The authentication or decryption has failed.)",
    "NSURLErrorDomain Code=-9807 errSSLXCertChainInvalid",
    "[waiting for connection] hostname '10.1.2.3' doesn't match 'live.example.test'",
  ],
  "plain-bytes-received": ["OpenSSL: error:1407609C:SSL routines:SSL23_GET_CLIENT_HELLO:http request"],
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
  "upgrade-header-missing": ["Invalid websocket upgrade (further occurrences will be logged with level INFO)"],
  "invalid-frame-header": ["RangeError: Invalid WebSocket frame: invalid status code 5774"],
  "upgraded-twice": ["Error: server.handleUpgrade() was called more than once with the same socket"],
  "php-session-not-opened": ["ElephantIO\\Exception\\ServerConnectionFailureException: An error occurred"],
  "page-router-asked": [
    '[Vue Router warn]: No match found for location with path "/socket.io/?EIO=4&transport=polling"',
    "Error: Cannot match any routes. URL Segment: 'socket.io'",
    'Error: No route matches URL "/socket.io/"',
  ],
  "cannot-get-socket-io": ['ActionController::RoutingError (No route matches [GET] "/socket.io")'],
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
  ],
  "answer-is-html": [
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
  "credentials-not-arrived": ["Authorization: Bearer undefined is sent to /chatHub/negotiate"],
  "app-start-failed": ["HTTP Error 500.30 - ASP.NET Core app failed to start (/chatHub/negotiate)"],
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
  "versions-differ": ["TypeError: Cannot read properties of undefined (reading 'sid')"],
  "request-failed-unsaid": ["Failed to complete negotiation with the server: XMLHttpRequest error."],
  "sse-buffered": ["With ServerSentEvents the messages are not delivered until the next one is sent."],
  "closed-by-exception": ['{"type":7,"error":"Connection closed with an error. HubException: not signed in"}'],
};

test.each(Object.entries(SAID))("%s, whoever says it", (id, texts) => {
  for (const text of texts) {
    const told = eventsFromText(text).events.flatMap(({ messages }) => messages);
    expect(told, text).toContain(id);
  }
});

test("what stands in many a text is not taken for a sentence", () => {
  const ids = (text: string) => eventsFromText(text).events.flatMap(({ messages }) => messages);
  expect(ids("public async Task SendMessage(string user, string message)")).not.toContain("server-blocked");
  expect(ids("Server returned an error on close: Signed in elsewhere.")).not.toContain("closed-with-error");
  expect(ids("Missing required property 'protocol'. (SignalR)")).not.toContain("connection-string-wrong");
  expect(ids("InvalidDataException: Missing required property 'connectionId'.")).not.toContain(
    "connection-string-wrong",
  );
  expect(ids('received close message with an error: "Signed in elsewhere"')).not.toContain("closed-with-error");
  expect(ids("our website does not support websockets")).not.toContain("websocket-missing");
  expect(ids("please ensure WebSockets are available. A VPN or proxy may be blocking the connection.")).not.toContain(
    "corporate-network",
  );
});

test("a close over a limit of the hub's own is no exception of the application", () => {
  const text =
    "Connection closed with an error. InvalidDataException: The maximum message size of 32768B was exceeded.";
  expect(eventsFromText(text).events.flatMap(({ messages }) => messages)).not.toContain("closed-by-exception");
});

test("ASP.NET Core's log tells the status behind the URL, or behind the time in older versions", () => {
  const statusIn = (text: string) => eventsFromText(text).events.map(({ status }) => status);
  expect(statusIn("websockets.exceptions.InvalidStatusCode: Status code not 101: 400 (signalr_aio)")).toEqual([400]);
  expect(statusIn("Request finished HTTP/2 GET https://localhost:5001/hub/negotiate - 405 0 - 1.2ms")).toEqual([405]);
  expect(statusIn("Information: Request finished in 11613.7288ms 101 for /hub")).toEqual([101]);
});

test("what a client only guesses of the server does not name the server", () => {
  const text =
    "Error during negotiation request. This client may be attempting to connect to an incompatible SignalR .Net Core server";
  expect(eventsFromText(text).events.flatMap(({ messages }) => messages)).not.toContain("aspnet-core-named");
});

test("a window that closes is not one of many, and another store's connection is not the hub's", () => {
  const messages = (text: string) => eventsFromText(text).events.flatMap((event) => event.messages);
  expect(messages("SignalR: Window unloading, stopping the connection.")).not.toContain("many-tabs");
  expect(messages("SignalR: Redis connection not started.")).not.toContain("not-connected-yet");
});

test("what a platform writes by habit is no scene", () => {
  const scene = (text: string) => eventsFromText(text).events.flatMap((event) => event.scene);
  expect(scene("Status Code: 403 Forbidden\nReferrer Policy: no-referrer-when-downgrade")).not.toContain("upgraded");
  expect(scene("it worked with 2.1, so we had to downgrade")).toContain("upgraded");
  expect(scene("io.socket.engineio.client.EngineIOException: xhr poll error")).not.toContain("python");
  expect(scene("INFO:engineio.client:Attempting polling connection")).toContain("python");
  const ephemeral =
    "SocketException: Connection refused (OS Error: Connection refused, errno = 111), address = h, port = 41524";
  expect(scene(ephemeral)).not.toContain("port");
  expect(scene("HTTPConnectionPool(host='h', port=5000): Max retries exceeded")).not.toContain("port");
  expect(scene("the server listens on port 5000")).toContain("port");
});

test("an upgrade that Starscream could not make is no upgrade of a session, and its status is read", () => {
  const { events } = eventsFromText("ERROR SocketEngine: Invalid HTTP upgrade. code=404, type=upgradeError");
  expect(events.flatMap(({ messages }) => messages)).not.toContain("probe-error");
  expect(events.map(({ status }) => status)).toEqual([404]);
});

test("a page that could not come back is not one whose circuit is gone", () => {
  const messages = (text: string) => eventsFromText(text).events.flatMap((event) => event.messages);
  expect(messages("Blazor: Failed to rejoin. Please retry or reload the page.")).not.toContain("circuit-gone");
  expect(messages("Could not reconnect to the server. Reload the page to restore functionality.")).toContain(
    "circuit-gone",
  );
});

test("milliseconds are no time after which a connection is cut", () => {
  const messages = (text: string) => eventsFromText(text).events.flatMap((event) => event.messages);
  expect(messages("SignalR: Failed to connect to 127.0.0.1 port 3012 after 0 ms")).not.toContain("cut-after-idle");
  expect(messages("SignalR: the socket closes after 5 m")).toContain("cut-after-idle");
});

test("the client's script is missing where a server said so, and not where nobody answered", () => {
  const messages = (text: string) => eventsFromText(text).events.flatMap((event) => event.messages);
  const script = "http://app.test:6001/socket.io/socket.io.js";
  expect(messages(`GET ${script} net::ERR_ABORTED 404 (Not Found)`)).toContain("client-script-missing");
  expect(messages(`GET ${script} net::ERR_CONNECTION_TIMED_OUT`)).not.toContain("client-script-missing");
  expect(messages(`I can't get it to work: curl ${script} is reset by peer`)).not.toContain("client-script-missing");
});

test("asking for the client's script is no answer of 404, and a refused connection is none either", () => {
  const messages = (text: string) => eventsFromText(text).events.flatMap((event) => event.messages);
  expect(messages("I can't get it to work: curl http://localhost:6001/socket.io/socket.io.js hangs")).not.toContain(
    "client-script-missing",
  );
  const refused = "Failed to load resource: net::ERR_CONNECTION_REFUSED http://localhost:3000/socket.io/socket.io.js";
  expect(messages(refused)).not.toContain("client-script-missing");
  expect(messages("GET http://localhost:3000/socket.io/socket.io.js 404 (Not Found)")).toContain(
    "client-script-missing",
  );
});

test("Passenger runs Node as well as Python", () => {
  const messages = (text: string) => eventsFromText(text).events.flatMap((event) => event.messages);
  expect(messages("our Node.js server with socket.io runs under Apache and Passenger")).not.toContain("worker-class");
  expect(messages("Flask-SocketIO under Passenger: 404")).toContain("worker-class");
});

test("C++ clients with and without TLS, Swift's unread answers and PHP's expectations", () => {
  const messages = (text: string) => eventsFromText(text).events.flatMap((event) => event.messages);
  const hungUp = "[error] handle_read_http_response error: websocketpp.transport:7 (End of File)";
  expect(messages(`sio::client connects to https://app.test/socket.io/\n${hungUp}`)).toContain("plain-client-hung-up");
  expect(messages(`sio::client connects to http://app.test/socket.io/\n${hungUp}`)).not.toContain(
    "plain-client-hung-up",
  );
  const swift = (answer: string) =>
    messages(`LOG SocketEngine: Handshaking\nERROR: Got unknown error from server ${answer}`);
  expect(swift("A|HB|E$")).toContain("answer-unread");
  expect(swift("<!DOCTYPE html>")).toEqual(expect.arrayContaining(["page-unread"]));
  expect(swift("<!DOCTYPE html>")).not.toContain("answer-unread");
  expect(swift("Welcome to socket.io.")).toContain("old-server-greets");
  const php = (had: string) => eventsFromText(`Socket.IO: Expected "HTTP/1.1 101", had "${had}"`).events;
  expect(php("HTTP/1.1 400").map((event) => event.status)).toContain(400);
  expect(php("").flatMap((event) => event.messages)).toContain("php-session-not-opened");
  expect(php("").map((event) => event.status)).not.toContain(101);
});

test("a server that offers no WebSocket is not a client that has none", () => {
  const messages = (text: string) => eventsFromText(text).events.flatMap((event) => event.messages);
  const said = messages("Socket.IO: This server does not support the websocket transport, aborting");
  expect(said).toContain("no-upgrades-offered");
  expect(said).not.toContain("websocket-missing");
  expect(messages("Socket.IO: our browser does not support WebSockets")).toContain("websocket-missing");
});

test("a microcontroller's plain WebSocket, and its class for Socket.IO", () => {
  const messages = (text: string) => eventsFromText(text).events.flatMap((event) => event.messages);
  const server = "esp32 keeps connecting and disconnecting; the server is node with socket.io\n";
  expect(messages(`${server}webSocket.begin(host, 3000, "/");`)).toContain("raw-websocket");
  expect(messages(`${server}webSocket.beginSocketIO(host, 3000);`)).not.toContain("raw-websocket");
  expect(messages(`${server}SocketIoClient webSocket; webSocket.begin(host, 3000);`)).not.toContain("raw-websocket");
});

test("a client's script that Engine.IO answers is no transport that is off", () => {
  const messages = (text: string) => eventsFromText(text).events.flatMap((event) => event.messages);
  const said = messages('GET /socket.io/socket.io.js is answered 400 {"code":0,"message":"Transport unknown"}');
  expect(said).toContain("client-script-asked");
  expect(messages('GET /socket.io/?EIO=4 is answered 400 {"code":0,"message":"Transport unknown"}')).not.toContain(
    "client-script-asked",
  );
});

test("an option that is named is no refusal: rejectUnauthorized is no 401, nor a certificate where it is off", () => {
  const said = (text: string) => eventsFromText(text).events.flatMap((event) => event.messages);
  const off = said("const socket = io('https://localhost:8888', { rejectUnauthorized: false })");
  expect(off).not.toContain("unauthorized");
  expect(off).not.toContain("certificate-refused");
  expect(said("socket.io: set rejectUnauthorized to false and it works")).toContain("certificate-refused");
  expect(said("socket.io server with allowEIO3: true disconnects the client")).toContain("allow-eio3-set");
});
