import { expect, test } from "vitest";
import { eventsFromText } from "./events-from-text.js";

/** One failure in the words of many runtimes: browsers, Node, .NET, Java, Swift, Dart, Python, Go, PHP. */
const SAID: Readonly<Record<string, readonly string[]>> = {
  "connection-refused": [
    "Error: connect ECONNREFUSED 127.0.0.1:3000",
    "SocketException: Connection refused (OS Error: Connection refused, errno = 61), address = localhost, port = 50723",
    "aiohttp.client_exceptions.ClientConnectorError: [Connect call failed ('127.0.0.1', 5000)]",
    "ElephantIO\\Exception\\ServerConnectionFailureException: An error occurred while trying to establish a connection",
  ],
  "name-not-resolved": [
    "getaddrinfo ENOTFOUND api.example.test",
    "SocketException: Failed host lookup: 'api.example.test'",
    "nodename nor servname provided, or not known",
  ],
  "certificate-refused": [
    "x509: certificate signed by unknown authority",
    "The remote certificate was rejected by the provided RemoteCertificateValidationCallback.",
    "System.Net.WebException: Error: TrustFailure (The authentication or decryption has failed.)",
    "NSURLErrorDomain Code=-9807 errSSLXCertChainInvalid",
  ],
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
  ],
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
  "answer-is-html": ["signalr_netcore: Response Content-Type not supported: text/html; charset=utf-8"],
  "answer-is-text": ["signalr_netcore: Negotation response content must be a json."],
  "no-compatible-transport": ["SignalRError.noSupportedTransportAvailable"],
  "no-transports-in-answer": ["None of the transports supported by the client are supported by the server."],
  "transports-exhausted": ["Transport timed out trying to connect", "SignalR: Fallback transports exhausted."],
  "transport-tried-after-negotiate": ['Failed to start the transport "ServerSentEvents": Error'],
  "websocket-feature-missing": ["System.InvalidOperationException: Not a valid web socket request."],
  "start-request-failed": ["SignalR: The start request failed. Stopping the connection."],
  "not-connected-yet": ["Cannot connect to SignalR hub. Unable to transmit messages"],
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

test("a close over a limit of the hub's own is no exception of the application", () => {
  const text =
    "Connection closed with an error. InvalidDataException: The maximum message size of 32768B was exceeded.";
  expect(eventsFromText(text).events.flatMap(({ messages }) => messages)).not.toContain("closed-by-exception");
});

test("ASP.NET Core's log tells the status behind the URL, or behind the time in older versions", () => {
  const statusIn = (text: string) => eventsFromText(text).events.map(({ status }) => status);
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
