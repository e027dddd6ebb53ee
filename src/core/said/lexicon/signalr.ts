import { messages } from "./message.js";

const signalr = { protocol: "signalr" } as const;
const client = { ...signalr, side: "client" } as const;
const server = { ...signalr, side: "server" } as const;

/** What SignalR's clients and servers say: dotnet/aspnetcore `src/SignalR`, and SignalR/SignalR for 2.x. */
export const SIGNALR_MESSAGES = messages({
  "negotiation-failed": {
    ...client,
    phase: "negotiate",
    pattern:
      /failed to complete negotiation|error during negotiation( request)?|negotiat(ion|e) (with the server |request )?(fails|failed)|failing negotiat|fail\w* to negotiat|returned from negotiate|invalid negotiation response|error getting negotiation response|error parsing negotiate response|when reading negotiation response/i,
    means: "The client could not complete negotiation.",
  },
  "hubs-script-missing": {
    ...client,
    phase: "negotiate",
    pattern:
      /Error loading hubs\. Ensure your hubs reference is correct|\bsignalr\/(hubs|js)\b.{0,80}(\b404|not found|failed to load)|(\b404|not found|failed to load).{0,80}\bsignalr\/(hubs|js)\b/i,
    means: "The script that SignalR 2.x makes of its hubs (signalr/hubs) did not load.",
  },
  "client-scheme-invalid": {
    ...client,
    phase: "negotiate",
    pattern: /only valid uri schemes are 'http' and 'https'|Expected URL scheme 'http' or 'https' but/i,
    means: "The client was given a URL whose scheme it does not take (ws, wss or none).",
  },
  "not-a-signalr-endpoint": {
    ...client,
    phase: "negotiate",
    pattern: /this is not a signalr endpoint/i,
    means: "The client met a 404 where it expected a SignalR endpoint.",
    shows: { status: 404 },
  },
  "socket-not-found-on-server": {
    ...client,
    phase: "connect",
    channel: "websocket",
    pattern: /WebSocket failed to connect\.? The connection could not be found on the server/i,
    means: "The WebSocket was refused after negotiation; the browser did not tell the client why.",
  },
  "transport-error": {
    ...client,
    phase: "connect",
    pattern: /error with the transport|failed to start the transport '?WebSockets/i,
    means: "The client's WebSocket failed; the browser did not tell the client why.",
    channel: "websocket",
  },
  "transports-exhausted": {
    ...client,
    phase: "connect",
    pattern:
      /unable to connect to the server with any of the available transports|unable to initialize any of the available transports|no transport could be initialized/i,
    means: "Every transport failed in turn.",
  },
  "transport-fallback": {
    ...client,
    phase: "connect",
    pattern:
      /failed to connect via WebSockets|(webSockets|serverSentEvents|foreverFrame) transport (failed to connect|timed out when trying)|fallback-long-polling|fall(s|ing|en)? ?back to (the )?(long[- ]?polling|server-?sent|SSE)|switches to another transport|uses? (long[- ]?polling|server-?sent)[\w -]{0,20} instead|(long[- ]?polling|server-?sent)[\w -]{0,20} instead of web ?socket|web ?sockets? (is |are )?not (being )?used|(always|only) uses? (long[- ]?polling|server-?sent)/i,
    means: "WebSockets failed and another transport took over.",
  },
  "transport-not-offered": {
    ...signalr,
    phase: "connect",
    pattern:
      /none of the transports supported by the client|transport not supported by this end ?point|'?(WebSockets|ServerSentEvents|LongPolling)'? is disabled by the client|transport .{0,30}(is )?not (supported|enabled|available) (by|on) the server|requested transport .{0,40}not|Unknown transport|does not support '?(Binary|Text)\b|does not support the requested transfer format|no (requested )?transports .{0,40}(on|by) the server|no client transport is compatible|no transports remain/i,
    means: "The transport that is asked for is not among those of the other side.",
  },
  "no-compatible-transport": {
    ...client,
    phase: "negotiate",
    pattern:
      /no compatible transports|only supports? web ?sockets|WebSockets (are )?not supported (on|by) the server|no fallback transport|(server|endpoint) (does not|doesn't) (support|offer) web ?sockets?/i,
    means: "The server does not offer WebSockets, the only transport that the client has.",
  },
  "websockets-not-offered": {
    ...signalr,
    phase: "negotiate",
    pattern:
      /"?availableTransports"?\s*:\s*\[(?![^\]]{0,600}WebSockets)[^\]]{10,600}\]|(supported|available|offered) ?transports?\b.{0,60}(server[- ]?s(ent|ide)[- ]?events|\bSSE\b)\W{1,6}(and |or )?long[- ]?polling(?!,? (and|or) web)/i,
    means: "The negotiate answer lists no WebSockets.",
  },
  "connection-id-unknown": {
    ...server,
    phase: "connect",
    pattern:
      /no connection with that id|connection id is not present on the server|connection was not found on the server/i,
    means: "The server does not know the connection's id.",
  },
  "no-connection-with-that-id": {
    ...server,
    phase: "connect",
    pattern: /no connection with that id/i,
    means: "A SignalR server answered that it does not know the connection's id.",
    shows: { status: 404, "answer.body": "No Connection with that ID" },
  },
  "connection-id-missing": {
    ...server,
    phase: "connect",
    pattern: /connection ?id (is )?required/i,
    means: "A connect request came as a plain GET, without an id.",
    shows: { status: 400 },
  },
  "negotiate-succeeded": {
    ...signalr,
    pattern:
      /negotiat\w+ (request |call )?(succeeds|succeeded|works|worked|is (ok|fine|successful)|returns? 200|completes)|successful(ly)? .{0,40}negotiat|Established connection '[\w-]+' with the server/i,
    means: "Negotiate itself succeeded.",
    benign: true,
    shows: { "negotiate.status": 200, "negotiate.skipped": false },
  },
  "answer-is-html": {
    phase: "negotiate",
    pattern:
      /unexpected token '?<'?|"?<!doctype.{0,20}is not valid json|unexpected character encountered while parsing value: ?<|'<' is an invalid start|(gets?|got|returns?|returned|receives?) .{0,30}(html|default view|index\.html|login page)|(html( page)?|default view|index\.html|login page) (instead|(is |was )?returned)|negotiation response.{0,300}text\/html|text\/html.{0,300}negotiation response/i,
    means: "A page of HTML came where JSON belongs.",
    shows: { "answer.isHtml": true },
  },
  "answer-is-empty": {
    phase: "negotiate",
    pattern: /unexpected end of (json )?(input|data)|input does not contain any json tokens/i,
    means: "An empty answer came where JSON belongs.",
  },
  "classic-server": {
    ...client,
    phase: "negotiate",
    pattern: /connection attempt to an ASP\.NET SignalR Server/i,
    means: "The client of ASP.NET Core met a server of ASP.NET SignalR 2.x.",
    shows: { "signalr.family": "classic", "signalr.clientFamily": "core" },
  },
  "classic-negotiation": {
    ...signalr,
    phase: "negotiate",
    pattern: /\/negotiate\?.{0,80}clientProtocol=|negotiate.{0,60}"ProtocolVersion"/i,
    means: "The negotiate request is one of ASP.NET SignalR 2.x (clientProtocol).",
    benign: true,
  },
  "core-with-classic": {
    ...signalr,
    pattern:
      /(\.NET Framework|ASP\.NET SignalR|SignalR 2(\.\d|\.x)?|jquery\.signalR|MVC ?5|Microsoft\.AspNet\.SignalR|@Html|OWIN|self-?host(ed|ing)?|\bjquery\b|\/signalr\/hubs).{0,160}(ASP\.NET Core|SignalR Core|\.NET (Core|[5-9]|10)\b|@(aspnet|microsoft)\/signalr|AspNetCore\.SignalR)|(ASP\.NET Core|SignalR Core|\.NET Core|@(aspnet|microsoft)\/signalr|AspNetCore\.SignalR).{0,160}(\.NET Framework (4|server)|ASP\.NET SignalR|SignalR 2\.|jquery\.signalR|Microsoft\.AspNet\.SignalR|Microsoft\.Owin|MVC ?5|\/signalr\/hubs)|(CreateHubProxy|\$\.hubConnection|\$\.connection\.).{0,200}(ASP\.NET Core|AspNetCore|SignalR ?Core|MapHub<)|(ASP\.NET Core|AspNetCore|SignalR ?Core|MapHub<).{0,300}(CreateHubProxy|\$\.hubConnection|\$\.connection\.)|\bclient[ (:v]{1,4}2\.[0-4]\.\d.{0,200}AspNetCore\.SignalR|AspNetCore\.SignalR.{0,200}\bclient[ (:v]{1,4}2\.[0-4]\.\d|Microsoft\.AspNet\.SignalR.{0,300}\bKestrel\b|clientProtocol=[12]\.\d.{0,160}\b405\b|\b405\b.{0,160}clientProtocol=[12]\.\d/i,
    means: "SignalR of ASP.NET Core and SignalR 2.x are both named.",
    benign: true,
  },
  "no-transports-in-answer": {
    ...client,
    phase: "negotiate",
    pattern:
      /no transports returned in negotiat|(negotiat|HttpConnection|HubConnection|signalr).{0,300}Cannot read propert\w+ (of undefined \(reading )?'length'|Cannot read propert\w+ (of undefined \(reading )?'length'.{0,200}(HttpConnection|HubConnection|signalr)|availableTransports.{0,40}(undefined|missing|null)/i,
    means: "The negotiate answer lists no transports, as that of SignalR 2.x does not.",
  },
  "classic-version-incompatible": {
    ...signalr,
    phase: "negotiate",
    pattern: /using a version of the client that isn't compatible|incompatible protocol version/i,
    means: "The client of SignalR 2.x met a server of another protocol version.",
  },
  "client-version-incompatible": {
    ...signalr,
    phase: "negotiate",
    pattern:
      /(using|you are using) a version of the client that isn't compatible|incompatible protocol version|protocol version .{0,30}(is )?not (supported|compatible)|does not support version \d+ of the/i,
    means: "Client and server speak different versions of the protocol.",
  },
  "negotiate-version-refused": {
    ...signalr,
    phase: "negotiate",
    pattern: /client requested (a non-integer protocol version|version '?\d+'?, but the server does not support)/i,
    means: "The server refused the client's negotiate version.",
    shows: { "negotiate.answer": "error" },
  },
  "hub-protocol-refused": {
    ...signalr,
    phase: "handshake",
    pattern:
      /protocol '?(messagepack|json|blazorpack|[\w-]{2,20})'? is not (supported|available)|no protocol .{0,20}messagepack|handshake.{0,40}protocol .{0,20}not (supported|available)|(requested )?protocol not (supported|available)|AddMessagePackProtocol|MessagePackHubProtocol .{0,60}(not|missing|without)/i,
    means: "The server does not know the hub protocol that the client asked for.",
    shows: { "signalr.handshakeError": "protocol refused" },
  },
  "handshake-canceled": {
    ...signalr,
    phase: "handshake",
    pattern:
      /handshake was cancell?ed|did not (receive|send) .{0,30}handshake|handshake (timed? ?out|timeout)|Failed connection handshake|timed out waiting for .{0,30}to respond to the handshake/i,
    means: "The protocol's handshake was not completed in time.",
  },
  "handshake-garbled": {
    ...signalr,
    phase: "handshake",
    pattern:
      /expected a handshake (response|request)|error parsing handshake response|invalid handshake (response|request)|message is incomplete|unexpected message .{0,20}while waiting for the handshake|when reading handshake (request|response)|error processing the handshake response/i,
    means: "Something other than the handshake response came first.",
  },
  "closed-before-handshake": {
    ...signalr,
    phase: "handshake",
    pattern:
      /closed before the hub handshake could complete|disconnected before (the handshake was completed|sending a handshake)|before handshake complete|handshake .{0,30}connection (was )?closed|websocket is not in the open state/i,
    means: "The connection was closed before its handshake was over.",
  },
  "closed-with-error": {
    ...signalr,
    phase: "close",
    pattern:
      /connection closed with an error|server returned an error on close|server closed the connection with the following error|received close message with an error/i,
    means: "The server closed the connection with an error that it does not name.",
  },
  "server-silent": {
    ...client,
    phase: "close",
    pattern:
      /server timeout .{0,60}elapsed without receiving|keep alive timed out\. {1,2}notifying|reconnecting .{0,40}server timeout|serverTimeout(InMilliseconds)? .{0,40}elapsed/i,
    means: "The client heard nothing from the server for its server timeout.",
  },
  "client-inactive": {
    ...client,
    phase: "close",
    pattern: /has exceeded the inactivity timeout/i,
    means: "The client of SignalR 2.x found that it had been inactive for too long.",
  },
  "client-silent": {
    ...server,
    phase: "close",
    pattern:
      /client hasn'?t sent a message|client timeout .{0,40}elapsed|has not sent .{0,30}within the configured|ClientTimeoutInterval.{0,60}(elapsed|exceed|expired|cancel)/i,
    means: "The server heard nothing from the client for its client timeout.",
  },
  "timeouts-configured": {
    ...signalr,
    pattern:
      /(KeepAliveInterval|ClientTimeoutInterval|serverTimeoutInMilliseconds|keepAliveIntervalInMilliseconds|ServerTimeout)\s*(=|:|\(|to |of |set |is )/i,
    means: "Keep-alive interval or timeout have been changed from their defaults.",
    benign: true,
  },
  "hub-method-unknown": {
    ...signalr,
    phase: "message",
    pattern:
      /unknown hub method|hub ?method .{0,60}(does not|doesn't) exist|method does not exist|method .{0,60}could not be (resolved|found) on (type|the hub)|'[^']{1,60}' method could not be resolved|has no method '[^']{1,60}' on.{0,20}hub|no (hub )?method with the name|could not find (the )?hub ?method/i,
    means: "No hub method of that name exists.",
  },
  "negotiate-status-2xx": {
    ...client,
    phase: "negotiate",
    pattern: /unexpected status code returned from negotiate '?20[1-6]\b/i,
    means: "Negotiate succeeded with a status that no hub gives.",
  },
  "request-method-refused": {
    ...signalr,
    phase: "message",
    pattern:
      /requests are not allowed for websocket connections|cannot terminate this connection using the delete endpoint/i,
    means: "The hub refuses this method for the transport that the connection uses.",
  },
  "client-method-unknown": {
    ...client,
    phase: "message",
    pattern: /no client method with the name|failed to find handler for '|no callbacks registered for the method/i,
    means: "The server called a client method that nobody registered.",
    benign: true,
  },
  "argument-count": {
    ...signalr,
    phase: "message",
    pattern: /invocation provides \d+ argument|but target expects/i,
    means: "The number of arguments is not that of the hub method's parameters.",
  },
  "no-arguments-expected": {
    ...signalr,
    phase: "message",
    pattern: /but target expects 0\b/i,
    means: "The server expects no arguments, which its first versions also said of a method that they did not know.",
  },
  "hub-arguments-refused": {
    ...signalr,
    phase: "message",
    pattern:
      /error binding arguments|failed to bind argument|cannot get the value of a token type|could not be converted to (system\.|type)|method could not be resolved\. potential candidates|error (converting|reading).{0,40}argument|MessagePackSerializationException|deserializ\w+ .{0,60}(argument|parameter|invocation)|wrong (number|type)s? of (arguments|parameters)|argument (type )?mismatch|arguments? .{0,40}(do not|don't|does not|doesn't) match/i,
    means: "The arguments do not fit the hub method's parameters.",
  },
  "invocation-failed": {
    ...signalr,
    phase: "message",
    pattern:
      /failed to invoke '[^']{0,80}'(?! because)|(unexpected )?error occurred (while )?invoking|error invoking hub method/i,
    means: "The server failed to invoke the hub method and hides why.",
  },
  "method-unauthorized": {
    ...signalr,
    phase: "message",
    pattern: /because user is unauthorized|caller is not authorized to invoke/i,
    means: "The user is not authorized for the hub method.",
  },
  "hub-threw": {
    side: "server",
    phase: "message",
    pattern:
      /invoking '[^']{1,80}' on the server\. (?!HubException|InvalidData|Json|MessagePack)\w{1,60}Exception:|unable to resolve service for type|(NullReference|DbUpdate|Sql|KeyNotFound|MissingMethod|ObjectDisposed|ArgumentNull|Autofac\.\S{0,60})Exception|no parameterless constructor|unhandled exception was thrown by the application|cannot (resolve|consume) (scoped )?service|error while (resolving|activating)|(exception|error) (is |was )?(thrown|occurs|occurred) (in(side)?|by|from) (the |my )?\w*(hub|OnConnected)|cannot access a disposed (object|context)|exception .{0,60}(in|from|inside) (the |my )?hub|error when dispatching '?(OnConnectedAsync|OnDisconnectedAsync)|exception .{0,40}OnConnectedAsync|OnConnectedAsync .{0,60}(throw|exception|fail)|hub constructor/i,
    means: "The hub, or something that it needs, threw an exception.",
  },
  "hub-not-activated": {
    side: "server",
    phase: "close",
    pattern:
      /unable to resolve service for type .{0,300}while attempting to activate|no parameterless constructor|hub constructor|error while activating/i,
    means: "The hub itself, or something that its constructor takes, could not be created.",
  },
  "connected-hook-threw": {
    ...server,
    phase: "close",
    pattern:
      /error when dispatching "?'?"?OnConnectedAsync|exception .{0,40}(in|inside|from|by) (the |my )?(Hub\.)?OnConnected|exception .{0,40}in OnConnected(Async)?\b|OnConnectedAsync.{0,40}(throws|threw)/i,
    means: "The server's OnConnectedAsync threw.",
  },
  "hub-busy": {
    ...signalr,
    phase: "message",
    pattern:
      /long[- ]running (task|operation|hub|method|call|job)|block(s|ing|ed) .{0,60}(hub|same (hub)?connection|other (calls|invocations|methods|tasks|messages)|subsequent)|(hub )?(invocations?|calls?) .{0,40}(queued?|one (by one|at a time)|sequential)|MaximumParallelInvocations|thread ?pool starv|\.(Result|Wait\(\))[\s;].{0,40}hub|Thread\.Sleep/i,
    means: "A hub method runs long or blocks.",
  },
  "payload-not-serializable": {
    phase: "message",
    pattern:
      /self[- ]referencing loop|not (JSON )?serializable|serialization and deserialization of .{0,80}not supported|dynamic (data|objects?|types?)|loop(ed)? references?|reference loops?|cycl(e|ic) references?|possible object cycle|(does not|doesn't|not|can't) serializ\w+|Failed writing message|circular (reference|structure|json)|json(serialization)?exception.{0,80}serializ|(can ?not|could not|unable to|error|fail\w*) (be )?(serializ\w+|de-?serializ\w+)|not serializable|ReferenceLoopHandling|reference loop\b|Json\.Serialization\.\S{1,120}Writ(e|er)\w*\(|JsonSerializerInternalWriter|maximum call stack size exceeded/i,
    means: "A value could not be serialised.",
  },
  "not-connected-yet": {
    ...client,
    phase: "message",
    pattern:
      /cannot send data if the connection is not in the|connection is not in the '?connected'? state|cannot be called if the connection is not active|connection must be started before data can be sent|data cannot be sent because the|connection has not been established|there is no transport active|start (method )?must be called before|(invoke|send|call(ed)?) .{0,60}before .{0,30}(start|connect(ed|ion))|connection has not been (fully initialized|started)|still in CONNECTING state|already in CLOSING or CLOSED|the connection is not connected|cannot send until|hub ?connection (is|was) (not (connected|started|in)|null|undefined)|server disconnected before sending a handshake|connection (was )?not (yet )?(started|established)/i,
    means: "Something was sent before the connection stood.",
  },
  "double-start": {
    ...client,
    pattern:
      /before stop\(\) was called|connection was stopped (during (negotiation|the \w+ request|page load)|before it could be started)|start request aborted because connection\.stop/i,
    means: "start() and stop() crossed.",
    benign: true,
  },
  "circuit-gone": {
    ...signalr,
    phase: "handshake",
    pattern:
      /circuit state could not be retrieved|circuits? (can |may |will |gets? |get )?(disconnect|lost|terminat|evict)\w*|could not find (a |the )?circuit|circuit .{0,60}(not found|no longer|expired|been (lost|disposed|terminated)|doesn't exist)|(failed|unable|could not|couldn't) (to )?(rejoin|reconnect to the server)|server rejected the .{0,20}(circuit|reconnect)|reconnect (attempt )?(was )?rejected|circuit (was|is|has been) (rejected|evicted|removed)|circuit is not initialized|no longer available on the server|could not reconnect to the server\. reload/i,
    means: "The Blazor circuit that the client wants back is gone.",
  },
  "circuit-failed": {
    ...signalr,
    phase: "handshake",
    pattern:
      /circuit (has been shut ?down due to error|fail(ed|s) to initialize|not initialized)|circuit host not initialized|unhandled exception (on|in) (the current )?circuit/i,
    means: "The Blazor circuit failed with an exception.",
  },
  "components-invalid": {
    ...signalr,
    phase: "handshake",
    pattern:
      /list of component (records|descriptors|operations) is not valid|component (marker|descriptor|record)s? .{0,40}(not valid|invalid|outdated|mismatch)/i,
    means: "The server cannot read the component markers of the page.",
  },
  "key-ring-misses-key": {
    side: "server",
    pattern:
      /key .{0,80}was not found in the key ring|EphemeralXml|DataProtection|data protection|payload was invalid|cryptographicexception|unprotect|connection ?id is in the incorrect format|machine ?key/i,
    means: "The server cannot read what was protected with another key.",
  },
  "identity-changed": {
    ...server,
    phase: "connect",
    pattern: /unrecognized user identity|user identity cannot change/i,
    means: "The user's identity changed during the connection.",
  },
  antiforgery: {
    phase: "negotiate",
    pattern: /anti-?forgery|ValidateAntiForgery|XSRF|CSRF/i,
    means: "Antiforgery protection is named.",
  },
  "sse-refused": {
    ...client,
    phase: "connect",
    channel: "eventsource",
    pattern: /EventSource failed to connect|EventSource's response has a MIME type/i,
    means: "The event stream did not begin.",
  },
  "negotiate-in-url": {
    ...signalr,
    phase: "negotiate",
    pattern:
      /\/negotiate\/negotiate|withUrl\(.{0,120}\/negotiate["'`]|negotiate .{0,40}(twice|appended|duplicat|double)/i,
    means: "The client's URL already ends in /negotiate.",
  },
  "negotiate-redirect-loop": {
    ...client,
    phase: "negotiate",
    pattern: /negotiate redirection limit exceeded/i,
    means: "Negotiate led on to itself again and again.",
  },
  "stateful-reconnect-unasked": {
    ...client,
    phase: "negotiate",
    pattern: /didn't negotiate stateful reconnect but the server did/i,
    means: "The server promised a stateful reconnect that the client had not asked for.",
  },
  "skip-negotiation": {
    ...signalr,
    pattern: /skipNegotiation/i,
    means: "skipNegotiation is used.",
    benign: true,
  },
  "hub-mapped-twice": {
    ...signalr,
    phase: "negotiate",
    pattern:
      /AmbiguousMatchException|matched multiple endpoints|(mapp?(ed|s|ing)?|regist\w+|MapHub.{0,40}) .{0,30}twice|two .{0,20}MapHub/i,
    means: "Two endpoints match the hub's path.",
  },
  "transports-mixed": {
    ...signalr,
    phase: "connect",
    pattern: /cannot change transports mid-connection|is already active|connection .{0,20}already (in use|active)/i,
    means: "One connection id is used by two requests.",
  },
  "retries-exhausted": {
    ...client,
    phase: "close",
    pattern: /reconnect retries have been exhausted/i,
    means: "The client gave up reconnecting.",
  },
  "invocation-canceled": {
    ...client,
    phase: "close",
    pattern:
      /invocation canceled due to (the underlying )?connection being closed|disconnected before invocation result was received/i,
    means: "The connection was closed under a running invocation.",
  },
  "websocket-1006": {
    phase: "close",
    channel: "websocket",
    pattern: /websocket closed with status code: ?1006|websocket (was )?closed\.? .{0,30}1006|\bcode:? ?1006\b/i,
    means: "The WebSocket ended without a close frame (1006).",
    shows: { "close.code": 1006 },
  },
});
