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
