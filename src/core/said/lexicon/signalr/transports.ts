import { messages } from "../message.js";
import { client, server, signalr } from "./speakers.js";

/** What is said of the transports, and of the ids by which their requests are known. */
export const SIGNALR_TRANSPORTS = messages({
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
    pattern: /error with the transport|failed to start the transport '?WebSockets|ensure WebSockets are available/i,
    means: "The client's WebSocket failed; the browser did not tell the client why.",
    channel: "websocket",
  },
  "transport-tried-after-negotiate": {
    ...client,
    phase: "connect",
    pattern: /failed to start the transport ['"]?(WebSockets|ServerSentEvents|LongPolling)/i,
    means: "The client had chosen this transport from negotiate's answer, so negotiate succeeded.",
    shows: { "negotiate.status": 200, "negotiate.skipped": false },
  },
  "transports-exhausted": {
    ...client,
    phase: "connect",
    pattern:
      /failed to start the transport '?LongPolling|unable to connect to the server with any of the available transports|unable to initialize any of the available transports|no transport could be initialized|\btransport (failed|timed out) trying to connect\b|fallback transports exhausted/i,
    means: "Every transport failed in turn.",
  },
  "transport-fallback": {
    ...client,
    phase: "connect",
    pattern:
      /failed to connect via WebSockets|(webSockets|serverSentEvents|foreverFrame) transport (failed to connect|timed out when trying)|fallback-long-polling|fall(s|ing|en)? ?back to (the )?(long[- ]?polling|server-?sent|SSE)|switches to another transport|uses? (long[- ]?polling|server-?sent)[\w -]{0,20} instead|(long[- ]?polling|server-?sent)[\w -]{0,20} instead of web ?socket|(is|stays?|remains?|stuck|connects?|connected|runs?) (only )?(on |in |with |over |via |using |through |by )?(the )?long[- ]?polling|web ?sockets? (is |are )?not (being )?used|(always|only) (uses?|gets?|has|offers?|shows?|tries|via|by|over|with)? ?(long[- ]?polling|server-?sent)/i,
    means: "WebSockets failed and another transport took over.",
  },
  "transport-not-offered": {
    ...signalr,
    phase: "connect",
    pattern:
      /negotiation can only be skipped when using the WebSocket transport|transport not supported by this end ?point|'?(WebSockets|ServerSentEvents|LongPolling)'? is disabled by the client|(?<!'WebSockets' )transport .{0,30}(is )?not (supported|enabled|available) (by|on) the server|requested transport .{0,40}not|(?<!Protocol error: )Unknown transport|does not support '?(Binary|Text)\b|does not support the requested transfer format|only supports the '?Text'? transfer format|transfer format is not supported by this transport|no (requested )?transports .{0,40}(on|by) the server|no client transport is compatible|no transports remain|\bJSONP is disabled\b/i,
    means: "The transport that is asked for is not among those of the other side.",
  },
  "no-compatible-transport": {
    ...client,
    phase: "negotiate",
    pattern:
      /no compatible transports|'WebSockets' transport (isn't|is not) supported by the server|\bnoSupportedTransportAvailable\b|only supports? web ?sockets|WebSockets (are )?not supported (on|by) the server|no fallback transport|(server|endpoint|(web ?)?site|host|service) (does not|doesn't) (support|offer) web ?sockets?|unable to initiate a SignalR connection to the server|server is not configured to support web ?sockets/i,
    means: "The server does not offer WebSockets, the only transport that the client has.",
  },
  "websockets-not-offered": {
    ...signalr,
    phase: "negotiate",
    pattern:
      /"?availableTransports"?\s*:\s*\[(?![^\]]{0,600}WebSockets)[^\]]{10,600}\]|(supported|available|offered) ?transports?\b(?!.{0,9}web ?sockets).{0,60}(server[- ]?s(ent|ide)[- ]?events|\bSSE\b)\W{1,6}(and |or )?long[- ]?polling(?!,? (and|or) web)/i,
    means: "The negotiate answer lists no WebSockets.",
  },
  "old-server-host": {
    ...server,
    pattern:
      /(?<!windows )\b(server|host(ed|ing|s)?|http\.?sys|http ?listener|weblistener)\b(?![^.;]{0,50}\b(client|user|pc)s?\b)[^.;,]{0,40}\bwindows (7|vista|server 2008( r2)?)\b|\bwindows (7|vista|server 2008( r2)?)\b[^.;]{0,30}\b(http\.?sys|http ?listener|weblistener)\b/i,
    means: "The server's own Windows is one whose HTTP.sys has no WebSockets.",
    benign: true,
  },
  "no-requested-transports": {
    ...client,
    phase: "connect",
    pattern: /no requested transports available on the server/i,
    means: "The .NET client could use none of the transports that it was told to use.",
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
  "connection-token-missing": {
    ...server,
    phase: "connect",
    pattern: /missing connection ?token/i,
    means: "A server of SignalR 2.x was asked without the connectionToken that its own clients send.",
    shows: { status: 400 },
  },
  "request-method-refused": {
    ...signalr,
    phase: "message",
    pattern:
      /requests are not allowed for websocket connections|cannot terminate this connection using the delete endpoint/i,
    means: "The hub refuses this method for the transport that the connection uses.",
  },
  "identity-changed": {
    ...server,
    phase: "connect",
    pattern: /unrecognized user identity|user identity cannot change|name of the user changed from '/i,
    means: "The user's identity changed during the connection.",
  },
  "identity-change-told": {
    ...server,
    phase: "connect",
    pattern: /\buser(?:['’]?s)? identity (?:has |had |was )?changed\b/i,
    means: "Somebody tells that the user's identity changed.",
  },
  "sse-refused": {
    ...client,
    phase: "connect",
    channel: "eventsource",
    pattern:
      /EventSource timed out trying to connect|serverSentEvents transport timed out|EventSource failed to connect|EventSource's response has a MIME type(?! \(['"]text\/html)/i,
    means: "The event stream did not begin.",
  },
  "stream-not-found-on-server": {
    ...client,
    phase: "connect",
    channel: "eventsource",
    pattern: /EventSource failed to connect\.? The connection could not be found on the server/i,
    means: "The event stream was refused after negotiation; the browser did not tell the client why.",
  },
  "servarr-not-updating": {
    ...client,
    phase: "connect",
    pattern: /could not connect to SignalR, UI won'?t update/i,
    means: "Radarr, Sonarr and their kin say so where the hub's WebSocket and what it falls back to fail.",
  },
  "other-server-got-it": {
    ...signalr,
    pattern:
      /negotiat\w+ .{0,60}\b(one|first|same|instance|server|pod|node|worker)\b.{0,120}\b(connect\w*|websocket|request|sse|poll\w*)\b.{0,60}(another|different|other|second|not the same) (\w+ )?(server|instance|pod|node|machine|worker|one)|connections? (\w+ )?(go|goes|going|sent|routed|land|lands) to (a )?random (\w+ ){0,2}(servers?|instances?|pods?|nodes?|tasks?|machines?|workers?)|(requests?|calls?) (\w+ ){0,4}(hit|reach|go(es)? to|land on|end up on|are (sent|routed) to|routed to) (a )?(different|another|other) (servers?|instances?|pods?|nodes?|machines?|workers?)|negotiat\w*.{0,80}\b(server|node|instance|pod|machine|backend|host) ?#?(A|1|one)\b.{0,140}\b(server|node|instance|pod|machine|backend|host) ?#?(B|2|two)\b/i,
    means: "The requests of one connection reach different servers.",
  },
  "hub-not-proxied": {
    side: "proxy",
    phase: "connect",
    channel: "websocket",
    pattern: /'?\/notifications\/(anonymous-)?hub'? should be proxied to the websocket server/i,
    means: "The application itself says that the proxy does not hand the hub's WebSocket on.",
  },
  "websocket-feature-missing": {
    side: "server",
    phase: "connect",
    channel: "websocket",
    pattern:
      /there is no WebSocket feature available|no IHttpWebSocketFeature|not a valid web ?socket request|server (does not|doesn't) support websockets? requests?/i,
    means: "The server was asked for a WebSocket and has none to give to this request.",
  },
  "transports-mixed": {
    ...signalr,
    phase: "connect",
    pattern: /cannot change transports mid-connection|is already active|connection .{0,20}already (in use|active)/i,
    means: "One connection id is used by two requests.",
  },
  "transport-unnamed": {
    ...server,
    phase: "connect",
    pattern: /Protocol error: Unknown transport/i,
    means:
      "A server of SignalR 2.x was asked for something that names no transport of its own, as when the URL is opened by hand.",
  },
  "notifications-hub-refused": {
    side: "proxy",
    phase: "connect",
    channel: "websocket",
    pattern:
      /notifications\/(anonymous-)?hub\b.{0,200}(not work|n't work|broken|\b40[04]\b|\b502\b|fail)|(broken|not working|does ?n.t work|\b40[04]\b|\b502\b).{0,160}notifications\/(anonymous-)?hub\b/i,
    means: "Requests to the hub of notifications are refused.",
  },
});
