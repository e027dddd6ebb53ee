import { messages } from "../message.js";
import { client, server, signalr } from "./speakers.js";

/** What is said of timeouts, of ends and of what a client does about them. */
export const SIGNALR_CLOSE = messages({
  "closed-with-error": {
    ...signalr,
    phase: "close",
    pattern:
      /connection closed with an error|(server returned an error on close|server closed the connection with the following error)(?!: (?!connection closed with an error)\w)|received close message with an error(?!: ?['"]?(?!connection closed with an error|error\b|null\b)\w)/i,
    means: "The server closed the connection with an error that it does not name.",
  },
  "closed-with-reason": {
    ...signalr,
    phase: "close",
    pattern:
      /(server returned an error on close|server closed the connection with the following error|received close message with an error): ?['"]?(?!connection closed with an error|error\b|null\b)\w/i,
    means: "The server closed the connection with a reason of its own.",
  },
  "closed-by-exception": {
    ...signalr,
    phase: "close",
    pattern:
      /connection closed with an error\. (?!InvalidData|OperationCancel|TaskCancel|IOException|WebSocket)\w{0,60}Exception\b/i,
    means: "The server closed the connection over an exception that it names.",
  },
  "closed-with-code": {
    ...client,
    phase: "close",
    channel: "websocket",
    pattern: /connection disconnected with error '|websocket closed with status code: ?(?!100[015]\b)\d{4} \(/i,
    means: "The client tells how its connection ended.",
  },
  "start-request-failed": {
    ...client,
    phase: "connect",
    pattern: /error during start request|\bstart request failed\b|(invalid|error parsing) start response/i,
    means: "The start request of SignalR 2.x failed, which runs the server's OnConnected.",
  },
  "server-silent": {
    ...client,
    phase: "close",
    pattern:
      /keep alive has been missed, connection may be dead|\btimeout interval elapsed \(|server timeout .{0,60}elapsed without receiving|server timeout (\(\d+(\.\d+)?ms\) )?elapsed|server timeout\. did not receive a message for|keep alive timed out\. {1,2}notifying|reconnecting .{0,40}server timeout|serverTimeout(InMilliseconds)? .{0,40}elapsed/i,
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
      /(KeepAliveInterval|ClientTimeoutInterval|serverTimeoutInMilliseconds|keepAliveIntervalInMilliseconds|ServerTimeout)\s*(\w+ ){0,4}(=|:|\(|to |of |set |is |\d|(was|were|has been|got) (\w+ )?(changed|raised|increased|lowered|set|modified))|\bkeep-?alive\b.{0,24}\bset to \d|(chang|increas|rais|lower|modif|extend|lengthen)\w* .{0,30}(KeepAliveInterval|ClientTimeoutInterval|serverTimeout\w*|keepAliveInterval\w*)/i,
    means: "Keep-alive interval or timeout have been changed from their defaults.",
    benign: true,
  },
  "double-start": {
    ...client,
    pattern:
      /before stop\(\) was called|cannot start a HubConnection that is not in the '?Disconnected|HubConnection cannot be started if it is not in the|connection was stopped (during (negotiation|the \w+ request|page load)|before it could be started)|start request aborted because connection\.stop/i,
    means: "start() and stop() crossed.",
    benign: true,
  },
  "retries-exhausted": {
    ...client,
    phase: "close",
    pattern: /couldn'?t reconnect within the configured timeout|reconnect retries have been exhausted/i,
    means: "The client gave up reconnecting.",
  },
  "invocation-canceled": {
    ...client,
    phase: "close",
    pattern:
      /invocation canceled due to (the underlying )?connection being closed|(disconnected|started reconnecting) before invocation result was received|\bhubInvocationCancelled\b/i,
    means: "The connection was closed under a running invocation.",
  },
  "stop-called": {
    ...client,
    phase: "close",
    pattern:
      /\b\w{0,40}(hub|conn)\w{0,40}(\.current)?\??\.(stop|StopAsync|DisposeAsync)\(|\b(call(s|ed|ing)?|before|after|on|in) (the )?(\w+\.){0,3}(stop|StopAsync)\(\)/i,
    means: "The client stops the connection itself.",
    benign: true,
  },
  "websocket-1006": {
    phase: "close",
    channel: "websocket",
    pattern:
      /websocket closed with status code: ?1006|websocket (was )?closed\.? .{0,30}1006|\bcode:? ?1006\b|\b(signalr|web ?sockets?|hub|disconnect\w*)\W{1,3}((with|code|error|status) ){0,2}1006\b/i,
    means: "The WebSocket ended without a close frame (1006).",
    shows: { "close.code": 1006 },
  },
  "abort-called": {
    ...server,
    phase: "close",
    pattern:
      /\b(Hub)?Context\??\.Abort\(\)|HubCallerContext\.Abort|(calls?|called|calling|using) (Context\.)?Abort\(?\)? .{0,40}\bhub\b/i,
    means: "The hub calls Context.Abort().",
  },
});
