import { messages } from "../message.js";
import { client, engineIo } from "./speakers.js";

/** What is said of ends: the reasons of disconnect, and what made a side close. */
export const ENGINE_IO_CLOSE = messages({
  "parse-error": {
    ...client,
    phase: "message",
    pattern:
      /\bparse(r)? error\b(?!.{0,80}\bHPE_)|got (binary|plaintext) data when (not )?reconstructing|unknown packet type \d/i,
    means: "A packet could not be decoded (parse error).",
  },
  "ping-timeout": {
    ...engineIo,
    phase: "close",
    pattern:
      /ping[ _-]?timeout(?!['"]? ?([:=]|\d|to \d|is \d|of \d|option|setting))|heartbeat time ?out|pong (not received|timeout)|packet queue is empty, aborting|server has stopped communicating|PONG response has not been received|did not send a P[IO]NG packet in time/i,
    means: "A side missed the other's heartbeat (ping timeout).",
  },
  "script-lost-server": {
    ...client,
    phase: "close",
    pattern:
      /packet queue is empty, aborting|server has stopped communicating, aborting|server did not send a PING packet|PONG response has not been received, aborting|server timeout \(\d[\d.]{0,12}ms\)|(Runtime|Timeout)Exception: Server timeout|server timeout\. did not receive/i,
    means: "A client outside the browser heard nothing of the server, and gave up.",
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
    pattern: /transport (closed?|end(ed)?)\b|(lost (the )?connection|connection lost) to (the )?(socket )?server/i,
    means: "The other side ended the transport (transport close).",
  },
  "client-released": {
    ...client,
    pattern:
      /\b(manager|engine|client) is being released|\b(SocketManager|manager|socket)\b.{0,40}\b(local (variable|constant|let)|deallocated|released|goes? out of scope|garbage[- ]collected)\b/i,
    means: "The client's object was let go of while it was in use.",
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
  "ping-options-named": {
    ...engineIo,
    pattern:
      /\bping[_ ]?(interval|timeout)\b\W{0,4}([:=(]|to|of|is|was|at)?\s*\d|\bping[_ ]?(interval|timeout)\b.{0,50}\b(default|value|set|increas|decreas|rais|lower|chang|reduc)\w*.{0,30}\b\d{1,9} ?(s|ms|sec\w{0,6}|minutes?)\b|\bheart_?beat_?(interval|timeout)\b/i,
    means: "The interval or the timeout of the heartbeat is named.",
    benign: true,
  },
  "too-many-packets": {
    ...engineIo,
    phase: "message",
    pattern: /too many packets in payload|max_decode_packets(?!\s?[=:]\s?\d| (is |was )?set to \d)/i,
    means: "A polling request carried more packets than the server decodes.",
  },
  "payload-too-large": {
    phase: "message",
    pattern:
      /max(imum)? ?(http ?buffer ?size|payload( size)? exceeded|payload size)|maxHttpBufferSize|max_http_buffer_size|maximum message size|message size .{0,20}exceeds|(?<!413\W{1,3}|ReasonPhrase: .)payload (is )?too (large|big)(?!: Status code)|(message|packet|frame) (is )?too (large|big|long)|message too big|Advancing examined to the end would cause pipe to deadlock|max(imum)? frame length|TooLongFrameException|(content|frame) length .{0,20}exceed|size \d+ exceeds limit|exceeds? .{0,30}(payload|message|frame|buffer) size/i,
    means: "A message is larger than the receiver takes.",
  },
});
