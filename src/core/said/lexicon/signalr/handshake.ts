import { messages } from "../message.js";
import { client, server, signalr } from "./speakers.js";

/** What is said of the handshake over an open transport. */
export const SIGNALR_HANDSHAKE = messages({
  "hub-protocol-refused": {
    ...signalr,
    phase: "handshake",
    pattern:
      /protocol '?(messagepack|json|blazorpack|[\w-]{2,20})'? is not (supported|available)|\bprotocol (messagepack|json|blazorpack) not supported|no protocol .{0,20}messagepack|handshake.{0,40}protocol .{0,20}not (supported|available)|(requested )?protocol not (supported|available)|(AddMessagePackProtocol|MessagePackHubProtocol) .{0,60}(not|missing|without)/i,
    means: "The server does not know the hub protocol that the client asked for.",
    shows: { "signalr.handshakeError": "protocol refused" },
  },
  "no-protocols-registered": {
    ...server,
    phase: "handshake",
    pattern: /there are no supported protocols/i,
    means: "The hub has no protocol left that it may speak.",
  },
  "handshake-canceled": {
    ...signalr,
    phase: "handshake",
    pattern:
      /handshake was cancell?ed|did not (receive|send) .{0,30}handshake|handshake (timed? ?out|timeout)|Failed connection handshake|timed out waiting for .{0,30}to respond to the handshake|no handshake message received/i,
    means: "The protocol's handshake was not completed in time.",
  },
  "handshake-garbled": {
    ...signalr,
    phase: "handshake",
    pattern:
      /expected a handshake (response|request)|\bbad handshake response|error parsing handshake response|invalid handshake (response|request)|unexpected message .{0,20}while waiting for the handshake|when reading handshake (request|response)|error processing the handshake response/i,
    means: "Something other than the handshake response came first.",
  },
  "message-incomplete": {
    ...client,
    phase: "handshake",
    pattern: /\bmessage is incomplete\b/i,
    means: "What came over the transport does not end as a message of this version of the protocol does.",
  },
  "message-misshapen": {
    ...signalr,
    phase: "message",
    pattern:
      /missing required property '(type|target|arguments|invocationId|item|streamIds)'|(unknown|unsupported|invalid) (hub )?message type|expected '(type|target|arguments|invocationId)' to be of type|field '(type|target|arguments|invocationId)' not found|insufficient items in \w{1,40} array|reading (map|array) length for '\w{1,30}' failed|reading '\w{1,30}' as \w{1,12} failed|invalid payload for (invocation|stream ?item|completion|ping|close) message|\bunknownMessageType\b|(received )?unexpected message type '\w|(invocation|completion) message has too few properties|message was (not an? '(map|array)' type|an empty array)/i,
    means: "A message came that does not have the form of the hub protocol.",
  },
  "handshake-threw": {
    ...signalr,
    phase: "handshake",
    pattern: /unexpected error occurred during connection handshake/i,
    means: "The server could not read the handshake request: it came broken, or was meant for another version.",
  },
  "handshake-other-version": {
    ...client,
    phase: "handshake",
    pattern:
      /\binvalid ?handshake ?response\b(?!.{0,80}expected a handshake)|SignalRError\.handshakeError|handshakeError\(|unsupported handshake version/i,
    means: "The Swift client did not get the answer to its handshake that it knows.",
  },
  "closed-before-handshake": {
    ...signalr,
    phase: "handshake",
    pattern:
      /closed before the hub handshake could complete|disconnected before (the handshake (was completed|could be started)|the connection could be fully initialized|sending a handshake)|before handshake complete|connection closed while handshake was in progress|connection closed (before|during) (the )?handshake|handshake .{0,30}connection (was )?closed|websocket is not in the open state/i,
    means: "The connection was closed before its handshake was over.",
  },
  "stopped-before-handshake": {
    side: "client",
    phase: "connect",
    protocol: "signalr",
    pattern: /server disconnected before sending a handshake/i,
    means: "The connection ended before the handshake was answered.",
  },
});
