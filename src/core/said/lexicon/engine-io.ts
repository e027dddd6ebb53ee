import { messages } from "./message.js";

const engineIo = { protocol: "engine-io" } as const;
const client = { ...engineIo, side: "client" } as const;
const server = { ...engineIo, side: "server" } as const;

/** What Engine.IO and Socket.IO say, in JavaScript and in the other languages' ports. */
export const ENGINE_IO_MESSAGES = messages({
  "transport-unknown": {
    ...server,
    phase: "open",
    pattern:
      /transport unknown|invalid transport|unknown transport|transport .{0,20}not (enabled|allowed|in .{0,20}transports|supported by configuration)|(no transports|unsupported transport) for request/i,
    means: "The server does not offer this transport (code 0).",
    shows: { status: 400, "engineIo.code": 0 },
  },
  "session-id-unknown": {
    ...server,
    phase: "poll",
    pattern:
      /session id unknown|invalid (sid|session)\b|unknown (sid|session)\b|is not registered\. closing connection|session .{0,20}(is )?(disconnected|closed|not found)/i,
    means: "The server does not know the session's id (code 1).",
    shows: { status: 400, "engineIo.code": 1 },
  },
  "bad-handshake-method": {
    ...server,
    phase: "open",
    pattern: /bad handshake method/i,
    means: "The first request was not a GET (code 2).",
    shows: { status: 400, "engineIo.code": 2 },
  },
  "bad-request": {
    ...server,
    pattern: /"?code"?\s*:\s*3\b.{0,40}bad request|handshake error.{0,20}bad request/i,
    means: "The server answered bad request (code 3).",
    shows: { status: 400, "engineIo.code": 3 },
  },
  "forbidden-by-server": {
    ...server,
    pattern: /"?code"?\s*:\s*4\b.{0,40}|allowRequest/i,
    means: "The server forbade the connection (code 4).",
    shows: { "engineIo.code": 4 },
  },
  "protocol-version-unsupported": {
    ...server,
    phase: "open",
    pattern: /unsupported protocol version|"?code"?\s*:\s*5\b/i,
    means: "The server does not speak the client's protocol version (code 5).",
    shows: { status: 400, "engineIo.code": 5 },
  },
  "versions-differ": {
    ...engineIo,
    phase: "open",
    pattern:
      /socket\.io server in v2\.x with a v3\.x client|unsupported version of the socket\.io or engine\.io|(different|incompatible|mismatch\w*|not compatible|wrong) .{0,40}(version|protocol)s?\b(?! number)|version (mis-?match|incompatib)|unexpected response from server|allowEIO3/i,
    means: "Client and server speak different versions of the protocol.",
  },
  "length-framed-answer": {
    ...engineIo,
    phase: "open",
    pattern: /\b\d{2,3}:0\{"sid"/i,
    means: "The server frames its packets as version 2 does (97:0{…}).",
    shows: { "engineIo.serverVersion": "3", "engineIo.openAnswer": "open-packet" },
  },
  "server-error": {
    ...client,
    phase: "open",
    pattern: /\bserver error\b(?!.{0,20}50\d)/i,
    means: "The client could not read the server's first answer (server error).",
  },
  "no-open-packet": {
    ...client,
    phase: "open",
    pattern:
      /OPEN packet not returned by server|no OPEN packet\b|unexpected packet from server, aborting|error parsing open packet|open packet contained no sid|unexpected error decoding packet/i,
    means: "The first packet was not the one that opens a session.",
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
  "probe-error": {
    ...client,
    phase: "upgrade",
    channel: "websocket",
    pattern:
      /probe error|upgrade ?error|failed websocket upgrade|did not complete upgrade|(stays?|stuck|remains?|keeps?) (on|with|at|in|using) (xhr-?)?(long-?)?polling|(only|always) (uses? |connects? (via|with|over) |on )?(xhr-?|long-?)?polling|(not|never|n't) upgrad(e|ed|ing) to web ?sockets?|upgrade to web ?sockets? (fail|does|is not|never)/i,
    means: "The upgrade from polling to WebSocket failed.",
  },
  "parse-error": {
    ...client,
    phase: "message",
    pattern: /\bparse(r)? error\b/i,
    means: "A packet could not be decoded (parse error).",
  },
  "ping-timeout": {
    ...engineIo,
    phase: "close",
    pattern:
      /ping[ _-]?timeout(?!['"]? ?[:=])|heartbeat time ?out|pong (not received|timeout)|packet queue is empty, aborting|server has stopped communicating|PONG response has not been received/i,
    means: "A side missed the other's heartbeat (ping timeout).",
  },
  "client-gone": {
    ...engineIo,
    side: "server",
    pattern: /Client is gone, closing socket/i,
    means: "The server heard no ping from the client, and closed its side.",
    benign: true,
  },
  "transport-close": {
    ...engineIo,
    phase: "close",
    pattern: /transport (close|end)\b/i,
    means: "The other side ended the transport (transport close).",
  },
  "transport-failure": {
    ...engineIo,
    phase: "close",
    pattern: /transport error\b/i,
    means: "The transport broke (transport error).",
  },
  "server-disconnected": {
    ...engineIo,
    phase: "close",
    pattern: /io server disconnect|server namespace disconnect/i,
    means: "The server disconnected the socket on purpose.",
  },
  "client-disconnected": {
    ...engineIo,
    pattern: /io client disconnect|client namespace disconnect/i,
    means: "The client disconnected on purpose.",
    benign: true,
  },
  "forced-close": {
    ...engineIo,
    phase: "close",
    pattern: /forced (server )?close/i,
    means: "A side closed the engine itself.",
    benign: true,
  },
  "connect-error": {
    ...client,
    phase: "open",
    pattern:
      /connect_error|connect_failed|reconnect_failed|connection failed due to|cannot connect to (the )?socket|socketio\.exceptions\.ConnectionError|engineio\.exceptions\.ConnectionError/i,
    means: "The client reports a connection error.",
  },
  "connect-timeout": {
    ...client,
    phase: "open",
    pattern: /connect_timeout|error: timeout\b|connect_error .{0,20}timeout/i,
    means: "The client waited in vain for its connection.",
  },
  "invalid-namespace": {
    ...engineIo,
    phase: "connect",
    pattern: /invalid namespace|can't find namespace for endpoint/i,
    means: "The server has no such namespace.",
    shows: { "socketIo.connectError": "Invalid namespace" },
  },
  "namespace-failed": {
    ...client,
    phase: "connect",
    pattern:
      /one or more namespaces failed to connect|namespaces? .{0,30}(failed|unable|not able|can ?not) to connect|(can ?not|can't|unable to|not able to|doesn't|never) connect\w* .{0,30}namespaces?/i,
    means: "A namespace could not be joined.",
  },
  "namespace-not-connected": {
    ...client,
    phase: "message",
    pattern:
      /BadNamespaceError|is not a connected namespace|is not connected to (requested )?namespace|tried emitting when not connected|socket(\.io)? is not connected|emit\w* .{0,30}before .{0,20}connect/i,
    means: "Something was sent before the namespace was joined.",
  },
  "namespace-refused": {
    ...engineIo,
    phase: "connect",
    pattern:
      /io\.use\b|connection (to namespace \S{1,80} was )?rejected( by server)?|application rejected connection|middleware .{0,60}(next\(|refus|reject)|"?type"?\s*:\s*4\b.{0,60}"nsp"/i,
    means: "A middleware of the namespace refused the client.",
  },
  "origin-not-accepted": {
    ...server,
    phase: "open",
    pattern:
      /is not an accepted origin|not (within|among|in) the accepted origins|not accept\w* (the |this |my |our )?origin|illegal origin|origin not (allowed|accepted)|handshake unauthori[sz]ed|request origin .{0,40}not allowed/i,
    means: "The server does not accept the page's origin.",
  },
  "cors-option-named": {
    pattern: /cors_allowed_origins|cors(Allowed)?Origins?|SetOrigins|\borigins:|WithOrigins|allowed origins?/i,
    means: "The server's list of origins is named.",
    benign: true,
  },
  "invalid-frame-header": {
    phase: "upgrade",
    channel: "websocket",
    pattern:
      /invalid frame header|received frame with (invalid|unexpected)|RSV1 must be clear|unrecognized frame opcode|one or more reserved bits are on/i,
    means: "The WebSocket carried bytes that are no frames.",
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
      /handleUpgrade\(\) was called more than once|(two|2|second|another|multiple|other) (web ?socket|ws|upgrade) (servers?|handlers?)|(share|shares|shared|sharing|on) (the |one |an? |a single )?(same )?http server|(\bws\b|websocket) (server |and )+socket\.?io|socket\.?io .{0,30}\band (a |another )?(ws|express-ws)\b|(also|both) .{0,60}\b(ws|websocket-server|WebSocket\.Server|express-ws|faye|vite|hmr)\b/i,
    means: "Two WebSocket servers share one HTTP server.",
  },
  "too-many-packets": {
    ...engineIo,
    phase: "message",
    pattern: /too many packets in payload|max_decode_packets/i,
    means: "A polling request carried more packets than the server decodes.",
  },
  "payload-too-large": {
    phase: "message",
    pattern:
      /max(imum)? ?(http ?buffer ?size|payload( size)? exceeded|payload size)|maxHttpBufferSize|max_http_buffer_size|maximum message size|message size .{0,20}exceeds|payload (is )?too (large|big)|(message|packet|frame) (is )?too (large|big|long)|message too big|exceeds? .{0,30}(payload|message|frame|buffer) size/i,
    means: "A message is larger than the receiver takes.",
  },
  "client-script-missing": {
    ...engineIo,
    phase: "open",
    pattern:
      /socket\.io(\.min)?\.js.{0,60}(404|not found|failed to load|ERR_ABORTED|MIME)|(404|not found|cannot get|failed to load|\bGET\b).{0,140}\/socket\.io(\.min)?\.js|\bio is not defined/i,
    means: "The server does not serve its own client script.",
    shows: { status: 404 },
  },
  "app-listen": {
    ...server,
    pattern: /app\.listen\(|http\.createServer\(|server\.listen\(|require\(['"]http['"]\)\.Server|express\(\)\.listen/i,
    means: "The server's listen call is shown.",
    benign: true,
  },
  "cannot-get-socket-io": {
    ...server,
    phase: "open",
    pattern: /cannot (get|post) \/(\S{0,60}\/)?socket\.io|(morgan|express).{0,40}\/socket\.io\/\S{0,200} 404\b/i,
    means: "The HTTP server answered that it has no such route: nothing of Socket.IO listens on it.",
    shows: { status: 404 },
  },
  "worker-class": {
    ...server,
    pattern:
      /gthread|need to use the (gevent-websocket|eventlet) server|gevent-websocket server is not configured|write\(\) before start_response|gunicorn .{0,60}(--threads|sync\b|worker timeout)|\[CRITICAL\] WORKER TIMEOUT|sync workers?\b|worker[- ]class[ =]\W?(sync|gthread)|waitress|mod_wsgi|passenger|wsgi server/i,
    means: "A Python web server is named whose workers cannot hold a WebSocket or several requests at once.",
    benign: true,
  },
  "python-websocket-missing": {
    ...server,
    phase: "upgrade",
    pattern:
      /websocket transport (is )?not available|must install a websocket server|(install|missing|without|neither) .{0,40}(simple-websocket|gevent-websocket|websocket-client|eventlet)|(simple-websocket|gevent-websocket|websocket-client|eventlet|gevent|wsproto) .{0,12}not installed|No supported WebSocket library|websocket-client package not installed/i,
    means: "The Python side has no WebSocket library.",
  },
  "raw-websocket": {
    ...engineIo,
    phase: "open",
    pattern:
      /new WebSocket\(|(plain|raw|native|pure|standard|normal|regular|vanilla) web ?sockets? ?(server|client)?|websocketd|\bws:\/\/echo/i,
    means: "A plain WebSocket is used.",
    benign: true,
  },
  "raw-client": {
    ...engineIo,
    phase: "open",
    pattern:
      /destroying non-socket\.io upgrade|(plain|raw|native|pure|standard|normal|regular|vanilla) (javascript )?web ?sockets? .{0,40}(to|with|against) .{0,30}socket\.?io|new WebSocket\(.{0,120}socket\.io|\b(ws|websocket|wscat|postman) (client|library)?.{0,40}(to|with|against) .{0,20}socket\.?io server|web ?socket .{0,20}on the client/i,
    means: "A client that is not Socket.IO's talks to a Socket.IO server.",
  },
  "engine-connected": {
    ...engineIo,
    pattern: /socket connected with id|decoded 0\{"sid"/i,
    means: "A socket connected.",
    benign: true,
  },
});
