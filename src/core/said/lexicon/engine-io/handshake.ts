import { messages } from "../message.js";
import { client, engineIo, server } from "./speakers.js";

/** What Engine.IO says of opening a session: its error codes, versions that differ, origins. */
export const ENGINE_IO_HANDSHAKE = messages({
  "transport-unknown": {
    ...server,
    phase: "open",
    pattern:
      /transport unknown|invalid transport|unknown transport(?! "?undefined)|transport .{0,20}not (enabled|allowed|in .{0,20}transports|supported by configuration)|(no transports|unsupported transport) for request/i,
    means: "The server does not offer this transport (code 0).",
    shows: { status: 400, "engineIo.code": 0 },
  },
  "session-id-unknown": {
    ...server,
    phase: "poll",
    pattern:
      /session id unknown|client not handshaken|invalid (sid|session)\b|unknown (sid|session)\b|is not registered\. closing connection|unauthori[sz]ed client with session ?id|session .{0,20}(is )?(disconnected|closed|not found)/i,
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
    pattern: /"?code"?\s*:\s*4\b.{0,40}|allowRequest|failed ['"`]?beforeConnect/i,
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
      /socket\.io server in v\d\.x with a v\d\.x client|\bEIO=?3\b.{0,60}(but|instead of|wants?|expects?|needs?|requires?).{0,24}\bEIO=?4\b|\bEIO=?4\b.{0,60}(but|instead of|wants?|expects?|needs?|requires?).{0,24}\bEIO=?3\b|(client|server) is using an unsupported version|unsupported version of the socket\.io or engine\.io|(different|incompatible|mismatch\w*|not compatible|wrong) .{0,40}(version|protocol)s?\b(?! number)|not compatible with .{0,40}\b(client|sdk|server)\b.{0,12} version|unhandled socket\.io url|protocol version (not supported|unsupported)|version (mis-?match|incompatib)|版本(不|问题|冲突)|버전.{0,12}(다르|맞지)|unexpected response from server|Cannot read propert(y|ies) (of (undefined|null) \(reading )?'sid'|(undefined|null) is not an object \(evaluating '[\w$.]{1,24}\.sid'\)|can.t access property "sid"|KeyError: ?'(sid|upgrades)'/i,
    means: "Client and server speak different versions of the protocol.",
  },
  "old-protocol-url": {
    ...engineIo,
    pattern: /\/socket\.io\/1(\/?(?![\w./-])|\/(websocket|xhr-polling|jsonp|htmlfile|flashsocket))/i,
    means: "The client asks as version 0.9 did (/socket.io/1/).",
    benign: true,
  },
  "old-version-named": {
    ...engineIo,
    pattern:
      /socket\.?io\b.{0,80}(?<!\d\.)\b(v|version |@)?0\.[6-9]\b|(?<!\d\.)\b(v|version |@)?0\.[6-9](\.\d+)?\b.{0,80}socket\.?io/i,
    means: "Socket.IO 0.9 or older is named.",
    benign: true,
  },
  "allow-eio3-set": {
    ...engineIo,
    pattern: /allow_?EIO3['"]?\s{0,3}[:=]\s{0,3}true/i,
    means: "The server is told to let clients of version 2 in.",
    benign: true,
  },
  "allow-eio3-named": {
    ...engineIo,
    phase: "open",
    pattern:
      /allow_?EIO3|(v(ersion )?2|EIO=3|old(er)?|legacy)(\.[\dx]+)? (socket\.?io )?clients? .{0,80}(upgraded|new(er)?|v(ersion )?[34]|socket\.?io [34]) ?(\S{1,12} )?(server|back-?end)|\b(server|socket\.?io) (v(ersion )?)?[34]\b.{0,40}\bv(ersion )?2(\.[\dx]+)? clients?\b/i,
    means: "A server of version 3 or later, and clients of version 2, are named.",
    benign: true,
  },
  "opens-anew": {
    ...engineIo,
    phase: "open",
    pattern:
      /transport=polling&t=[\w.-]{4,14}(?!\S{0,80}sid=).{1,240}transport=polling&t=[\w.-]{4,14}(?!\S{0,80}sid=).{1,240}transport=polling&t=[\w.-]{4,14}(?!\S{0,80}sid=)/i,
    means: "The client begins session after session, and goes on with none.",
    benign: true,
  },
  "server-opens-anew": {
    ...server,
    phase: "open",
    pattern:
      /packet OPEN data.{1,300}packet MESSAGE data 0\b(?!\{).{1,120}packet OPEN data.{1,300}packet MESSAGE data 0\b(?!\{).{1,120}packet OPEN data|connected to socketIO endpoint.{1,160}connected to socketIO endpoint.{1,160}connected to socketIO endpoint/i,
    means: "The server opens session after session, and hears nothing in any of them.",
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
    pattern:
      /(?<!\b(socket|internal) )\bserver error\b(?!.{0,20}50\d|s? (logs?|files?|output|messages?|page|side))|illegal handshake response/i,
    means: "The client could not read the server's first answer (server error).",
  },
  "answer-unread": {
    ...client,
    phase: "open",
    pattern: /Got unknown error from server:? ?(?!"?\]?\s*$|<|\[?\\?"?<|Welcome to socket|\{)\S/im,
    means: "The server's answer was no packet of Engine.IO.",
  },
  "page-unread": {
    ...client,
    phase: "open",
    pattern: /Got unknown error from server:? ?\\?"?\s{0,4}<(!doctype|html)/i,
    means: "A page of HTML came where the session should be.",
  },
  "old-server-greets": {
    ...client,
    phase: "open",
    pattern: /Welcome to socket\.io\b/i,
    means: "A server of version 0.9 greets whoever asks it without a version.",
  },
  "old-client-fails": {
    ...client,
    phase: "open",
    pattern:
      /Error initializing handshake with (ws|http)|\bio\.socket\.(IOConnection|SocketIOException)\b|Cannot read propert(y|ies) (of null \(reading )?'onClose'|\bsocke\w{0,3}io4net\b|\bUnitySocketIO\b|\bnew io\.Socket\b|\bwss?:\/\/[^\s/]{0,80}\/socket\.io\/websocket\b/i,
    means: "A client that knows Socket.IO 0.9 or older alone.",
  },
  "no-open-packet": {
    ...client,
    phase: "open",
    pattern:
      /OPEN packet not returned by server|no OPEN packet\b|unexpected packet from server, aborting|error parsing open packet|open packet contained no sid|unexpected error decoding packet|invalid ?packet ?id\b|packet which did not follow the protocol format|\binvalid open\b|recv_packet\(\).{0,40}StopIteration|StopIteration.{0,80}(recv_packet|socketIO_client)/i,
    means: "The first packet was not the one that opens a session.",
  },
  "origin-not-accepted": {
    ...server,
    phase: "open",
    pattern:
      /\bCorsOrigins\b.{0,60}(n't|\b(not|lack\w*|miss\w*|without|wrong))\b|\bnot an accepted origin|not (within|among|in) the accepted origins|not accept\w* (the |this |my |our )?origin|(illegal|invalid) origin|\bonlyAllowOrigins\W{0,3} array|origin not (allowed|accepted)|handshake unauthori[sz]ed|request origin .{0,40}not allowed|request origin \S{1,160} does not have permission|\borigins? (?:was|were|is|are|gets?|got)(?: being)? (?:denied|rejected|refused)\b/i,
    means: "The server does not accept the page's origin.",
  },
  "cors-became-a-choice": {
    ...engineIo,
    pattern:
      /\b(migrat|upgrad|updat)\w*.{0,30}\bv?2\.[0-3]\b.{0,20}(to|->|=>|→) ?v?2\.4|socket\.?io.{0,80}\b2\.4\.[01]\b|\b2\.4\.[01]\b.{0,80}socket\.?io|socket\.?io\b.{0,40}\bv?2(\.[\dx]+){0,2} {0,2}(to|->|=>|→|up to) {0,2}v?[34]\b.{0,160}\bCORS\b|\bCORS\b.{0,160}socket\.?io\b.{0,40}\bv?2(\.[\dx]+){0,2} {0,2}(to|->|=>|→) {0,2}v?[34]\b/i,
    means: "A version is named since which Socket.IO sends no CORS headers unless told to.",
    benign: true,
  },
  "context-refused": {
    ...server,
    phase: "open",
    pattern:
      /blocked wrong (socket\.io-context )?request(?!! url: \/bad-request)|cannot find a ws handler for the path/i,
    means: "The server refused a request whose path is not its own.",
  },
  "origin-with-slash": {
    side: "server",
    pattern:
      /(origins?|WithOrigins|AllowOrigin)['"]?\s{0,2}[:=(]\s{0,2}\[?\s{0,2}['"]https?:\/\/[^'"\s/]{1,100}\/['"]/i,
    means: "An allowed origin ends in a slash, as no origin does that a browser sends.",
  },
  "authorization-named": {
    ...server,
    pattern:
      /\bset\(\s?['"]authorization['"]|\bset(Global)?Authorization\(|passport\.?socket\.?io\.authorize|\ballowRequest['"]?\s{0,2}[:=(]|\bverifyClient\b|\bsetAuthorizationListener\(|\bbeforeConnect['"]?\s{0,2}[:=(]/i,
    means: "A function of the server that lets clients in, or does not, is named.",
    benign: true,
  },
  "cors-option-named": {
    pattern:
      /\bcors['"]?\s{0,2}:\s{0,2}\{|cors_allowed_origins|\bonlyAllowOrigins\b|cors(Allowed)?Origins?|SetOrigins|\borigins\b ?(:|=|is\b|are\b|option|set\b|list)|io\.origins\(|\bcors origins? (is|are|=|:|set|to|contains?|has|have)\b|set\(["'`]origins|WithOrigins|allowed origins?/i,
    means: "The server's list of origins is named.",
    benign: true,
  },
});
