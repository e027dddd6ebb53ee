import type { Outcome, Role } from "../../core/connection.js";
import type { PageState } from "../../core/page-states.js";
import type { IdleGap } from "../connection/idle-gap.js";
import type { Limit } from "../connection/limits.js";
import type { TickKind } from "../connection/tick-kind.js";
import { counted, length } from "./figures.js";

/** The table, one connection’s timeline, two compared. */
export const connectionsWords = {
  connections: "All connections",
  connection: {
    show: "Show its timeline and messages",
    attempts: "Attempts",
    sent: "Messages sent",
    received: "Messages received",
    roundTrip: "Answers take (median)",
    timeline: "Timeline",
    page: "page",
    pageState: {
      hidden: "hidden",
      frozen: "stopped",
      offline: "offline",
      busy: "held up by a script",
      left: "left or loaded anew",
    } satisfies Record<PageState | "left", string>,
    channel: {
      preflight: "preflight",
      websocket: "WebSocket",
      eventsource: "EventSource",
      webtransport: "WebTransport",
    },
    limit: {
      idExpires: (seconds) => `The server forgets an id that is not used for ${seconds} s (default):`,
      handshakeDue: (seconds) => `The server waits ${seconds} s for the handshake (default):`,
      serverDue: (seconds) => `The client gives up after ${seconds} s without a word from the server (default):`,
      pingDue: (seconds) => `The next ping is due ${seconds} s after the last message (pingInterval and pingTimeout):`,
    } satisfies Record<Limit["name"], (seconds: number) => string>,
    limitState: {
      met: "in time.",
      missed: "that time went by.",
      open: "not reached.",
    } satisfies Record<Limit["state"], string>,
    aborted: "aborted",
    silent: (ms: number) => `silent for ${length(ms)}`,
    tick: { handshake: "handshake", ping: "ping or pong", message: "message" } satisfies Record<TickKind, string>,
    legend: "Ticks: sent above, received below; pings are pale, the handshake is thick.",
    oneAfterAnother: "One attempt after another",
    idleGap: ({ from, to, alike, whose }: IdleGap) =>
      [
        `Nobody had said anything for ${length(to - from)} when it was cut without a close frame.`,
        alike > 0 && `It was so with ${counted(alike, "other connection")} here.`,
        whose.length > 0 && `That is the default of ${whose.join(" and of ")}.`,
      ]
        .filter(Boolean)
        .join(" "),
    leftOut: (count: number) => `${counted(count, "request")} in between left out.`,
    back: "Back",
    toTimeline: "Show in the timeline of its connection",
  },
  compare: {
    title: "Two connections compared",
    pick: "Compare with",
    withWell: "Compare with one that works",
    whole: "The whole connection",
    step: {
      preflight: "CORS preflight",
      negotiate: "Negotiate",
      open: "Open",
      connect: "Connect",
      upgrade: "WebSocket upgrade",
      poll: "Poll",
      send: "Send",
      stop: "Stop",
    } satisfies Record<Role, string>,
    requests: "Requests",
    close: "Close",
    made: "Was this step taken",
    yes: "yes",
    no: "no",
    target: "Request",
    begun: "Begun after",
    query: "query:",
    request: "request header",
    response: "response header",
    observed: "observed",
    message: (nth: number) => `message ${nth}`,
    alike: "No difference that says anything.",
    rest: (count: number) => `${counted(count, "value")} that are alike, or differ each time`,
  },
  column: {
    state: "State",
    protocol: "Protocol",
    endpoint: "Endpoint",
    transport: "Transport",
    sent: "Sent",
    received: "Received",
    roundTrip: "Round trip",
    time: "Started",
    lasted: "Lasted",
  },
  state: {
    connecting: "connecting…",
    open: "open – healthy",
    closed: "closed normally",
    degraded: "works, but not as it should",
    failed: "failed",
  } satisfies Record<Outcome["state"], string>,
  showCard: "Show its card",
  attemptsHint: "How often the client asked for a session",
  roundTripHint:
    "How long an answer took: to the client’s first message, or else to the request that began the session",
};
