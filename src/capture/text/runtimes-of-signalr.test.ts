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
  "backplane-named": ["the hub closes with 1011 since AddStackExchangeRedis was added (SignalR)"],
  "script-lost-server": [
    "HubConnection: System.TimeoutException: Server timeout (60000.00ms) elapsed without receiving a message",
    "com.microsoft.signalr: java.lang.RuntimeException: Server timeout elapsed without receiving a message",
  ],
  "certificate-refused": [
    "HubConnection.StartAsync: 0x80072F0D, the certificate authority is not valid",
    "HubConnection: Die Zertifizierungsstelle ist ungültig oder falsch",
  ],
  "cloudflare-answered": ["HubConnection: StatusCode: 503, Headers: { CF-RAY: 41a, Server: cloudflare }"],
  "challenge-set": ["negotiate is answered with a browser integrity check (SignalR)"],
  "answer-is-empty": [
    "SignalR: negotiate on the function app returns a blank body",
    "SignalR: the negotiate function runs, its response is empty",
  ],
  "azure-sent-too-early": ["AzureSignalRNotConnectedException: my BackgroundService broadcasts to all clients"],
  "fallback-before-hub": ["MapHub<ChatHub> stands below MapFallbackToFile (SignalR)"],
  "connection-info-miscased": [
    'SignalR: negotiate answers {"Url": "https://a.test/client/?hub=h", "AccessToken": "x"}',
    "my function returns SignalRConnectionInfo, and the properties are in PascalCase (SignalR)",
  ],
  "cors-header-refused": ["SignalR: x-client-id is not allowed by Access-Control-Allow-Headers"],
  "upstream-answers-404": ["awps-tunnel (Web PubSub): [Upstream] POST /events 404"],
  "trigger-not-invoked": ["the Web PubSub event handler is never called"],
  "upstream-read-timed-out": [
    'upstream timed out (110) while reading response header from upstream, request: "GET /hubs/desk?id=a1 HTTP/1.1"',
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
    "Authorization failed. Please check connection string and see if the AccessKey is correct. (Azure SignalR)",
    "Azure SignalR: ServiceEndpoints is empty. ConnectionString is null, empty, or consists only of white-space.",
    "Unable to resolve the value for property 'SignalRConnectionInfoAttribute.ConnectionStringSetting'.",
  ],
};

test.each(Object.entries(SAID_OF_SIGNALR))("%s, whoever says it", (id, texts) => {
  for (const text of texts) {
    const told = eventsFromText(text).events.flatMap(({ messages }) => messages);
    expect(told, text).toContain(id);
  }
});
