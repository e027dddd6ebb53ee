import { messages } from "../message.js";
import { client, engineIo } from "./speakers.js";

/** What Socket.IO says of its connection and its namespaces. */
export const SOCKET_IO = messages({
  "connect-error": {
    ...client,
    phase: "open",
    pattern:
      /connect_error|connect_failed|reconnect_failed|connection failed due to|(can ?not|can't|could not|couldn't|unable to) connect to (the )?socket|connecting to (the )?(socket )?server|connection to (the )?socket server|socketio\.exceptions\.ConnectionError|engineio\.exceptions\.ConnectionError|ConnectionFailureException|error during connection via http|the socket was unable to connect|error with websocket connection|ConnectionFailedException/i,
    means: "The client reports a connection error.",
  },
  "php-session-not-opened": {
    ...client,
    phase: "open",
    pattern:
      /ServerConnectionFailureException|Expected "?HTTP\/1\.1 101"?, had ""|Undefined (index|array key):? "?(upgrades|sid)\b/i,
    means: "PHP's client could not open its session, and does not tell why.",
  },
  "connect-timeout": {
    ...client,
    phase: "open",
    pattern: /connect_timeout|socket connection time-?out|error: timeout\b|connect_error .{0,20}timeout/i,
    means: "The client waited in vain for its connection.",
  },
  "invalid-namespace": {
    ...engineIo,
    phase: "connect",
    pattern:
      /invalid (socket\.io )?namespace|can't find namespace for endpoint|connect to namespace without handler|doesn't have a namespace handler/i,
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
      /BadNamespaceError|is not a connected namespace|is not connected to (requested )?namespace|tried emitting when not connected|(?<!57 ?\W)\bsocket(\.?io)? is not connected|emit\w* .{0,30}before .{0,20}connect|emit\w* .{0,20}(right|immediately|directly) after .{0,20}(\bio\(|connect)/i,
    means: "Something was sent before the namespace was joined.",
  },
  "namespace-refused": {
    ...engineIo,
    phase: "connect",
    pattern:
      /io\.use\b|connection (to namespace \S{1,80} was )?rejected(?! by (the )?network| \(403)( by server)?|application rejected connection|middleware .{0,60}(next\(|refus|reject)|connect_error due to (?!(?:xhr|websocket|webtransport|polling|timeout|transport|server|parse|decode|error|invalid namespace|the server|undefined|null)\b)[a-z]\w+ |connect_error.{0,80}(unauthori[sz]ed|not authori[sz]ed|authenticat\w+|(invalid|bad|wrong|missing) (token|credentials?|user ?name|password|api ?key)|access denied|jwt\b)|(authenticat\w+|token|jwt|unauthori[sz]ed).{0,60}socket\.?io middleware|socket\.handshake\.(auth|query|headers)\b|next\(new Error|socketio-jwt|"?type"?\s*:\s*4\b.{0,60}"nsp"|\b44(\/[\w-]{1,40},)?(\{"message":(?!"Invalid namespace)|\\?"(?!Invalid namespace)[a-z])|SocketPacket \{type: 4; data: \[(?!Invalid namespace)/i,
    means: "A middleware of the namespace refused the client.",
  },
  "connects-and-drops": {
    ...engineIo,
    pattern:
      /\bconnect(ed|ion)\b.{1,60}\bdisconnect(ed|ion)\b.{1,60}\bconnect(ed|ion)\b.{1,60}\bdisconnect(ed|ion)\b|\bconnects? (and|then|,|but) (immediately |instantly |directly |then |right away )?(dis-?connect|re-?connect)\w*|\bconnect(s|ed|ions?)\b.{0,30}\b(twice|two times|(multiple|several|many) times)\b|(two|2|multiple|several) (connection|connect)\b.{0,3} events|creates? (multiple|many|several|two) (clients|connections|sockets|sessions)/i,
    means: "One client connects several times, and leaves at once.",
  },
  "server-alone-connected": {
    ...engineIo,
    phase: "connect",
    pattern:
      /\b(server|back[- ]?end|logs?|console)\b.{0,60}\b(connected|connects|joined|connection event)\b.{0,30}\b(but|yet|while|although|however|and)\b.{0,40}\b(client|browser|page|app|front-?end)\b.{0,40}((\bnever|\bnot|n['’]?t)\b.{0,24}\bconnect(ed|ion|s)?\b|\bconnected\b.{0,12}\bfalse\b)|\bsocket\.(id\b.{0,20}\b(undefined|null)|connected\b.{0,20}\bfalse)\b.{0,80}\b(server|back-?end|node)\b.{0,40}\b(prints?|logs?|says?|sees?|shows?)\b/i,
    means: "The server sees the client connect, and the client itself does not.",
  },
  "version2-greeting": {
    ...client,
    phase: "connect",
    pattern:
      /(writing packet|encoding packet) \{"type":0,"nsp":"\/"\}.{0,900}(decoded 0 as \{"type":0,"nsp":"\/"\}|type "message", data "0")/i,
    means: "A client of version 3 or later was let in by a bare 0, as servers of version 2 do.",
    shows: { "engineIo.clientVersion": "4", "socketIo.joinedAsVersion2": true },
  },
  "engine-connected": {
    ...engineIo,
    pattern: /socket connected with id|decoded 0\{"sid"/i,
    means: "A socket connected.",
    benign: true,
  },
});
