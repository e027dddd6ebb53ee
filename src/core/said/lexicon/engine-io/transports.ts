import { messages } from "../message.js";
import { client, engineIo, server } from "./speakers.js";

/** What is said of polling, of WebSockets and of the upgrade between them. */
export const ENGINE_IO_TRANSPORTS = messages({
  "transports-differ": {
    ...engineIo,
    phase: "open",
    pattern:
      /\b(server|back-?end)\b.{0,40}\btransports?\b\W{0,6}\W?web ?socket\W{1,3}(?!\W?polling).{0,120}\bpolling\b|\b(server|back-?end)\b.{0,40}\btransports?\b\W{0,6}(xhr-)?polling\W{1,3}(?!\W?web ?socket).{0,120}\bweb ?socket|io\.set\(\W?transports\W{1,6}(xhr-)?polling\W{1,3}\]/i,
    means: "Client and server are given different transports.",
  },
  "xhr-poll-error": {
    ...client,
    phase: "open",
    pattern: /xhr poll(ing)? error|xhr post error|XMLHttpRequest error|error during long poll request/i,
    means: "A polling request failed; the browser did not tell the client why.",
  },
  "websocket-error": {
    ...client,
    phase: "connect",
    channel: "websocket",
    pattern: /\bwebsocket error\b/i,
    means: "The client's WebSocket failed; the browser did not tell the client why.",
  },
  "requests-overlap": {
    ...engineIo,
    phase: "poll",
    pattern: /\boverlap from client\b|\brequest overlap\b/i,
    means: "Two requests of one session were under way at once, which the server refuses.",
  },
  "probe-error": {
    ...client,
    phase: "upgrade",
    channel: "websocket",
    pattern:
      /probe error|\b(uses?|used|using) (long-?)?polling (all the time|always|only)|never upgrad(es?|ed) (the )?(connection|transport)|(?<!type=|http)upgrade ?error|failed websocket upgrade|no PONG packet|did not allow upgrading to web ?sockets|IllegalWebsocketUpgrade|did not complete upgrade|(stays?|stuck|remains?|keeps?) (on|with|at|in|using) (xhr-?)?(long-?)?polling|(only|always) (uses? |connects? (via|with|over) |on )?(xhr-?|long-?)?polling|(not|never|n't) upgrad(e|ed|ing) to web ?sockets?|upgrade to web ?sockets? (fail|does|is not|never)/i,
    means: "The upgrade from polling to WebSocket failed.",
  },
  "invalid-frame-header": {
    phase: "upgrade",
    channel: "websocket",
    pattern:
      /invalid frame header|received frame with (invalid|unexpected)|RSV[123]( and RSV3)? must be clear|unrecognized frame opcode|one or more reserved bits are on|invalid web ?socket frame\b/i,
    means: "The WebSocket carried bytes that are no frames.",
  },
  "no-upgrades-offered": {
    ...engineIo,
    phase: "open",
    pattern: /"upgrades\\?":\s?\[\s?\]/i,
    means: "The server offers no WebSocket when it opens a session.",
  },
  "websocket-not-offered": {
    ...client,
    phase: "open",
    pattern: /server does not support the websocket transport/i,
    means: "The client misses WebSockets among what the server offers.",
  },
  "page-among-frames": {
    phase: "upgrade",
    channel: "websocket",
    // "<" is 0x3C: the bits of a page where those of a frame belong.
    pattern: /reserved1 = 0, reserved2 = 1, reserved3 = 1|RSV2 and RSV3 must be clear/i,
    means: "What came where a frame belongs begins like a page of HTML.",
  },
  "accept-header-wrong": {
    channel: "websocket",
    phase: "connect",
    pattern: /incorrect '?Sec-WebSocket-Accept|Sec-WebSocket-Accept'? header .{0,30}(invalid|wrong|missing|mismatch)/i,
    means: "The answer to the handshake was made for another request.",
  },
  "handle-upgrade-twice": {
    ...server,
    phase: "upgrade",
    pattern:
      /handleUpgrade\(\) was called more than once|(two|2|second|another|multiple|other) (web ?socket|ws|upgrade) (servers?|handlers?)|(share|shares|shared|sharing|on) (the |one |an? |a single )?(same )?http server|(\bws\b|websocket) (server |and )+socket\.?io|socket\.?io .{0,30}\band (a |another )?(ws|express-ws)\b|\b(graphql|apollo)\b.{0,30}subscription|subscriptions-transport-ws|graphql-ws|SubscriptionServer|(Express)?PeerServer|\bexpress-status-monitor\b|\/_next\/webpack-hmr\S{0,40} failed|\bLiveQueryServer\b|\baedes\b|\by-websocket\b|\bexpress-ws\b|(also|both) .{0,60}\b(ws|websocket-server|WebSocket\.Server|express-ws|faye|vite|hmr)\b/i,
    means: "Two WebSocket servers share one HTTP server.",
  },
  "upgraded-twice": {
    ...server,
    phase: "upgrade",
    pattern: /handleUpgrade\(\) was called more than once/i,
    means: "Two handlers answered one upgrade.",
  },
  "python-websocket-missing": {
    ...server,
    phase: "upgrade",
    pattern:
      /websocket transport (is )?not available|running under Werkzeug|\bweb ?socket is not available|only (the )?polling transport is available|must install a websocket server|(install|missing|without|neither) .{0,40}(simple-websocket|gevent-websocket|websocket-client|eventlet)|(simple-websocket|gevent-websocket|websocket-client|eventlet|gevent|wsproto) .{0,12}(not|n't) installed|No supported WebSocket library|websocket-client package not installed|Invalid async_mode specified/i,
    means: "The Python side has no WebSocket library.",
  },
  "websocket-driver-missing": {
    ...server,
    phase: "open",
    pattern: /No driver \(WebSockets\) has been selected/i,
    means: "NestJS found no driver for its gateways.",
  },
  "raw-websocket": {
    ...engineIo,
    phase: "open",
    pattern:
      /new WebSocket\(|\bWebSocketsClient\b(?!.{0,2000}beginSocketIO)|(?<!\bSocketI[oO][cC]lient\b.{0,2000})\bwebSocket\.begin(SSL)?\(|\[WSc\] Connected to url: \/(?!socket\.io)|(plain|raw|native|pure|standard|normal|regular|vanilla) web ?sockets? ?(server|client)?|websocketd|\bws:\/\/echo/i,
    means: "A plain WebSocket is used.",
    benign: true,
  },
  "websocket-library": {
    side: "client",
    pattern:
      /java[- ]?web ?socket\b|arduinoWebSockets|WebSocketsClient|org\.java_websocket|websocat|\bwscat\b|\bStarscream\b|websocket-sharp|WebSocketSharp|gorilla\/websocket|nhooyr|websocket-client\b|websockets\.(connect|client|sync)|import websockets?\b|NativeWebSocket|react-use-websocket|reconnecting-?websocket|web_socket_channel|IOWebSocketChannel|postman|k6\/ws|\bClientWebSocket\b|new WebSocket\(|(plain|raw|native|pure|standard|normal|regular|vanilla) web ?sockets?/i,
    means: "A library for plain WebSockets is named.",
    benign: true,
  },
  "raw-client": {
    ...engineIo,
    phase: "open",
    pattern:
      /destroying non-socket\.io upgrade|(plain|raw|native|pure|standard|normal|regular|vanilla) (javascript )?web ?sockets? .{0,40}(to|with|against) .{0,30}socket\.?io|new WebSocket\(.{0,120}socket\.io|\b(ws|websocket|wscat|postman) (client|library)?.{0,40}(to|with|against) .{0,20}socket\.?io server|web ?socket .{0,20}on the client|\braw web ?socket (client|request|connection)|\b(web_socket_channel|OkHttp\w* web ?socket|useWebSocket|ws\.connect|NativeWebSocket|IOWebSocketChannel)\b.{0,60}(\b(to|against|with) (an? |my |our |the )?socket\.?io\b|\bserver\b.{0,12}\bsocket\.?io\b)|socket\.?io server.{0,140}\b(with|using|from) (an? |my )?(\S{1,12} ){0,2}web ?socket (client|library)/i,
    means: "A client that is not Socket.IO's talks to a Socket.IO server.",
  },
});
