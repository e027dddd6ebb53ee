import type { Unseen } from "../core/analysis.js";
import type { Step } from "../core/card.js";
import type { Outcome, Phase, ProtocolName, Role, Transport, Trouble } from "../core/connection.js";
import type { Confidence } from "../core/diagnosis.js";
import type { PageState } from "../core/page-states.js";
import type { Channel } from "../core/traffic.js";
import { duration } from "../core/wording.js";
import type { FileFormat } from "../har/formats.js";
import type { Level } from "../report/redact.js";
import type { Facet } from "./filters.js";
import type { Sort } from "./sorting.js";
import type { Settings } from "./state/settings.js";

/** Every word that the panel says of its own; a translation replaces this file. Causes and fixes come from `knowledge/`. */
interface OptionWords {
  title: string;
  hint: string;
}

export const words = {
  appName: "Handshake Triage",
  cards: "Failed connections",
  connections: "All connections",

  toolbar: "Filter and actions",
  filter: "Filter",
  filterHint: "Filter: cause, URL, status  ( / )",
  filters: "Order and filters",
  clearFilter: "Show all cards",
  noneMatch: "No card matches the filter.",
  matching: (shown: number, all: number) => `${shown} of ${counted(all, "card")}`,
  exportHar: "Export HAR",
  exportHarHint: "Annotated HAR of what was recorded. Secrets are redacted.",
  exportReport: "Export report",
  exportReportHint: "Markdown for the ticket. Secrets are redacted.",
  exportAs: "Export as…",
  exportAsHint: "Choose the format and what is redacted, and see every replacement before",
  exported: (file: string, isRedacted = true) =>
    isRedacted ? `Saved ${file}. Secrets are redacted.` : `Saved ${file}. Nothing in it is redacted.`,
  exportFailed: (why: string) => `Nothing was saved: ${why}`,
  dismiss: "Dismiss",
  partMissing: "This part of the panel could not be loaded. Close DevTools and open it again; the recording stays.",
  recording: "Recording",
  paused: "Paused",
  pauseHint: "Pause: what happens from now on is neither shown nor exported  ( p )",
  resumeHint: "Record again; what happened meanwhile stays out  ( p )",
  clear: "Clear",
  clearHint: "Forget everything that was recorded",

  sort: {
    label: "Order of the cards",
    newest: "newest first",
    oldest: "oldest first",
    often: "most often first",
    gravest: "errors first",
    surest: "surest first",
    endpoint: "by endpoint",
  } satisfies Record<Sort | "label", string>,
  within: {
    label: "When it happened last",
    minutes: (count: number) =>
      count === 0 ? "at any time" : count === 60 ? "in the last hour" : `in the last ${counted(count, "minute")}`,
  },

  settings: {
    title: "Settings",
    hint: "What holds until it is changed  ( s )",
    recording: "Recording",
    keeps: "Keep the recording when the page is left",
    keepsHint: "Otherwise each page begins with an empty panel.",
    exports: "Exports begin with",
    payloads: "Payloads kept",
    payloadsHint: "What the application sends stays in the file, but for what looks like a secret.",
    emails: "E-mail addresses taken away",
    ips: "IP addresses taken away",
    theme: "Theme",
    themes: { devtools: "as DevTools", light: "light", dark: "dark" } satisfies Record<Settings["theme"], string>,
    close: "Close",
  },
  help: {
    title: "Keyboard shortcuts",
    hint: "Every key that does something  ( ? )",
    close: "Close",
    keys: [
      ["/", "to the filter"],
      ["?", "this list"],
      ["p", "pause recording, and go on"],
      ["e", "export as…"],
      ["s", "settings"],
      ["↑ ↓ j k", "from card to card, or from message to message"],
      ["Home End", "to the first, to the last"],
      ["Enter", "open and close a card; show what an evidence line rests on"],
      ["← →", "from tab to tab"],
      ["Escape", "close the details or a dialog"],
    ] as [keys: string, does: string][],
  },

  export: {
    title: "Export",
    formats: "File",
    format: {
      har: {
        title: "HAR",
        hint: "The traffic with the findings; opens in any browser’s network panel and here again.",
      },
      html: { title: "HTML report", hint: "One page to read, with the traffic inside; can be imported again." },
      json: { title: "JSON report", hint: "The findings, for scripts." },
      markdown: { title: "Markdown report", hint: "The findings, for a comment in a ticket." },
    } satisfies Record<FileFormat, OptionWords>,
    flavour: "For a comment in",
    levels: "Secrets",
    level: {
      strict: { title: "Strict", hint: "Only what is known to be harmless stays. For tickets that strangers read." },
      "keep-payloads": {
        title: "Keep payloads",
        hint: "What the application sends stays, but for what looks like a secret or stands under a telling name.",
      },
      none: { title: "Redact nothing", hint: "Everything stays. Only for yourself." },
    } satisfies Record<Level, OptionWords>,
    also: "Take away as well",
    emails: "E-mail addresses",
    ips: "IP addresses",
    own: "Names of your own, one a line",
    ownHint: "corp.example or /ORD-\\d+/",
    replaced: "What is replaced",
    stays: "What stays",
    looking: "Looking through the recording…",
    replacedCount: (times: number) =>
      times === 0 ? "Nothing has to be replaced." : `${counted(times, "replacement")}, by rule:`,
    staysCount: (times: number) =>
      times === 0
        ? "Nothing that the strict level would replace."
        : `Whoever gets this file can read ${counted(times, "value")} that may be secret, and may act in your name:`,
    save: {
      har: "Save HAR",
      html: "Save HTML",
      json: "Save JSON",
      markdown: "Save Markdown",
    } satisfies Record<FileFormat, string>,
    close: "Close",
  },
  sources: {
    label: "What is shown",
    name: { live: "This tab", text: "Explain a text" },
    hint: {
      live: "What the inspected tab does, as it happens",
      text: "Paste a console line, an exception or a log",
    },
    open: "Open a file…",
    openHint: "A HAR of any browser or proxy, a report of this tool, or a log; files can also be dropped here",
    close: "Close this file",
    drop: "Drop HARs, reports or logs to open them",
    reading: (name: string) => `Reading ${name}`,
    cancel: "Cancel",
    unreadable: (name: string) => `${name} could not be opened.`,
    emptyFile: "This file shows no SignalR, Engine.IO/Socket.IO or Web PubSub connection",
    emptyFileHint:
      "It has to be recorded while the connection is made: open the network log first, then load the page.",
  },
  explain: {
    label: "Console lines, an exception, a server’s or the service’s log",
    placeholder: "Error: No Connection with that ID: Status code '404'",
    protocol: "It is about",
    anyProtocol: "whatever it names",
    unnamed: "Nothing in the text names the library; say which one it is, and the answer gets surer.",
    line: "This line says so",
    nothing: "Paste what the console, the client or the server said",
    nothingHint:
      "Lines around it help: timestamps, stack traces and other noise do no harm. Nothing leaves this machine.",
    noFailure: "This text shows no failed SignalR, Engine.IO/Socket.IO or Web PubSub connection",
    noFailureHint: "Paste the lines before it, too, with the status, the error or the address, or open a HAR.",
  },

  connection: {
    show: "Show its timeline and messages",
    attempts: "Attempts",
    sent: "Messages sent",
    received: "Messages received",
    roundTrip: "Answers take (median)",
    timeline: "Timeline",
    page: "page",
    pageState: { hidden: "hidden", frozen: "stopped", offline: "offline" } satisfies Record<PageState, string>,
    channel: {
      preflight: "preflight",
      websocket: "WebSocket",
      eventsource: "EventSource",
      webtransport: "WebTransport",
    },
    idExpires: "the server forgets an unused id",
    pingDue: "the next ping was due",
    limit: (name: string, after: string, isReached: boolean) =>
      `${isReached ? "┆ " : ""}By its default, ${name} after ${after}${isReached ? "." : ", which was not reached."}`,
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
  messages: {
    count: (shown: number, all: number) =>
      shown === all ? thousands(all) : `${thousands(shown)} of ${thousands(all)}`,
    search: "Search in messages",
    direction: "Direction",
    both: "sent and received",
    kind: "Kind",
    anyKind: "all kinds",
    pings: (count: number) => `show ${counted(count, "ping")}`,
    noneMatch: "No message matches.",
    after: (took: string) => `after ${took}`,
    bytes: (count: number) => `${counted(count, "byte")}`,
    view: { tree: "Tree", raw: "Raw", hex: "Hex" },
    raw: "the message",
    noData: "It carries no data.",
    more: (count: number) => `and ${thousands(count)} more`,
  },

  background: {
    title: "Background recording",
    button: (isOn: boolean) => (isOn ? "Background: on" : "Background: off"),
    buttonHint: "Record connections before DevTools is open",
    isOff: "Off. Recording begins when DevTools is opened.",
    isOn: (since: number | null) =>
      since === null
        ? "On. A tab’s panel shows what failed before DevTools was opened."
        : `On since ${clockTime(since)}. A tab’s panel shows what failed from then on, before DevTools was opened.`,
    what: "Watches handshakes of SignalR, Socket.IO and Web PubSub in every tab while DevTools is closed. They stay in memory, within limits, until the browser or the tab is closed; private windows are never watched. The toolbar icon counts a tab’s failures.",
    switch: "Record in the background",
    price: "What it costs",
    hides:
      "While it is on, Chromium hides the status of every refused WebSocket handshake, from DevTools and from all extensions, this one included. Cards about refused sockets get less sure. Other requests keep their status.",
    gain: "What comes back",
    showsAgain:
      "Chromium shows the status of refused WebSocket handshakes again, unless another extension that watches requests hides it.",
    restart: "The extension restarts for it",
    restartLoses:
      "This panel closes, and everything recorded so far is lost, in all tabs. Pages and their connections go on. Close and open DevTools afterwards.",
    exportFirst: "Export HAR first",
    turnOn: "Turn on and restart",
    turnOff: "Turn off and restart",
    refused: "Nothing has changed: the permission was not given or not taken back.",
    close: "Close",
  },
  facet: {
    status: "Status",
    engineIoCode: "Engine.IO code",
    closeCode: "Close code",
    protocol: "Protocol",
    phase: "Phase",
    host: "Host",
  } satisfies Record<Facet, string>,

  severity: { error: "Error", warning: "Warning" } satisfies Record<Trouble["severity"], string>,
  unexplained: (phase: Phase) => `${failureWords[phase]} – no known cause fits`,
  occurrences: (count: number) => `×${count}`,
  occurrencesSpoken: (count: number) => `happened ${count} times`,
  between: (count: number, first: string, last: string) => `Seen ${count} times, first at ${first}, last at ${last}.`,
  sparkline: (struck: number, of: number) =>
    `Over the time that was recorded, cut into ${of} stretches, it happened in ${struck}.`,
  statusBadge: (status: number) => (status === 0 ? "Status 0" : `HTTP ${status}`),
  engineIoBadge: (code: number) => `Engine.IO ${code}`,
  closeBadge: (code: number) => `Close ${code}`,
  confidence: { confirmed: "Confirmed", likely: "Likely", possible: "Possible" } satisfies Record<Confidence, string>,
  confidenceMeans: {
    confirmed: "No other known cause could show what was observed.",
    likely: "The observations fit this clearly better than any other known cause.",
    possible: "The observations allow this, but do not single it out.",
  } satisfies Record<Confidence, string>,
  fit: (score: number) => `${fitWord(score)} fit (${score.toFixed(2)})`,

  brokeAt: (step: number, of: number, phase: Phase) => `broke at step ${step} of ${of}: ${phaseWords[phase]}`,
  brokeBeside: (phase: Phase) => `broke: ${phaseWords[phase]}`,
  steps: "How far it came",
  step: {
    passed: "passed",
    skipped: "skipped",
    broke: "broke here",
    "not-reached": "not reached",
  } satisfies Record<Step["state"], string>,

  request: "The request that broke",
  evidence: "Why we think so",
  noEvidence: "Only the failure itself speaks for this cause; nothing else was observed for or against it.",
  show: "Show",
  fix: "How to fix it",
  fixEverywhere: "Everywhere",
  otherCauses: "Other possible causes",
  decide: "What would decide",
  ruledOut: "Ruled out",
  reproduce: "See it again",
  notReproducible: "No command can show this again:",
  reference: "Official documentation",
  nothingFits: "Nothing in the catalogue of known causes fits what was observed. This is what broke:",
  nothingFitsAsk:
    "Export the report and attach it to a ticket: it holds everything that was seen, with secrets redacted.",
  copy: "Copy",
  copied: "Copied",
  copyFailed: "Could not copy – select the text instead",

  statusIsHidden: "The status is hidden",
  askAgain: "Ask the server again",
  askAgainHint:
    "The page sends this once more, as a plain GET with its cookies, without a body and without the id of a session. The server’s log will show it.",
  asked: "Asked. The answer appears here as evidence; if none comes, the page’s own policy forbids to ask.",
  askFailed: (why: string) => `Could not ask: ${why}`,

  details: "Details",
  close: "Close",
  closeHint: "Close the details (Esc)",
  gone: "This is no longer in the recording: it was cleared, or dropped when a limit was reached.",
  asRecorded: "Shown as recorded, on this machine only. Exports redact secrets.",
  general: "General",
  url: "URL",
  method: "Method",
  kind: "Kind",
  status: "Status",
  netError: "Network error",
  credentials: "Credentials",
  credentialsSent: "sent to other origins, too",
  credentialsKept: "not sent to other origins",
  started: "Started",
  took: "Took",
  initiator: "Asked for by",
  requestHeaders: "Request headers",
  responseHeaders: "Response headers",
  requestBody: "Request body",
  responseBody: "Response body",
  frames: "Messages",
  ofRequest: "On this connection",
  notObserved: "not observed",
  none: "none",
  pending: "pending – no answer yet",
  stillOpen: "still open",
  noReadableAnswer: "0 – the page got no readable answer",
  netErrorHidden: "hidden by the browser",
  onlyHead: (bytes: number) => `Only the beginning was kept, of ${size(bytes)}.`,
  onlySize: (bytes: number) => `Only the size is known: ${size(bytes)}.`,
  binary: (bytes: string) => `Binary, ${bytes}, shown as base64:`,
  showWhole: (count: number) => `Show all ${thousands(count)} characters`,
  latestFrames: (shown: number, all: number) => `The last ${shown} of ${thousands(all)} messages.`,
  showAllFrames: "Show all",
  sent: "sent",
  received: "received",
  closedBy: {
    page: "The page closed the socket",
    server: "The server closed the socket",
    unknown: "The socket closed; who closed it was not observed",
  },
  closeCode: "Close code",
  closeReason: "Reason",

  column: {
    state: "State",
    protocol: "Protocol",
    endpoint: "Endpoint",
    transport: "Transport",
    sent: "Sent",
    received: "Received",
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
  showMore: (count: number) => `Show ${thousands(count)} more`,
  firstCards: (shown: number, all: number) => `The first ${shown} of ${thousands(all)} cards.`,
  latestConnections: (shown: number, all: number) => `The latest ${shown} of ${thousands(all)}.`,

  nothingSeen: "No SignalR, Engine.IO/Socket.IO or Web PubSub connection seen yet",
  whatToDo: "Reload the page with this panel open, then do what fails. Failed connections appear here as cards.",
  allHealthy: (count: number) =>
    count === 1 ? "1 connection recognised, and it is healthy" : `${count} connections recognised, all healthy`,
  someConnecting: (healthy: number, connecting: number) =>
    `${counted(healthy + connecting, "connection")} recognised: ${healthy} healthy, ${connecting} still connecting`,
  benign: (count: number) => `${counted(count, "thing")} seen that looks like an error and is none`,
  keepGoing: "Nothing failed so far. Keep this panel open and do what fails.",

  coverage: "What this panel can’t see",
  coverageAll: "Sees everything it needs",
  coverageNothing: "No source reports a blind spot.",
  coverageUnknown: "What was not seen counts as unknown, never as “it did not happen”.",
  others: {
    title: "Not recognised",
    hint: "See what was not recognised, and say what it is",
    what: "Nothing in these requests says that they belong to one of the three protocols. If you know better, say so: what was recorded is looked at again, now and in later recordings. DevTools tells of a place’s plain requests only once it is marked.",
    none: "Everything that was recorded was recognised.",
    speaks: (url: string) => `What ${url} speaks`,
    unmarked: "not marked",
    close: "Close",
  },
  otherRequests: (count: number) =>
    count === 0
      ? "No other requests."
      : count === 1
        ? "1 other request belongs to none of the three protocols."
        : `${thousands(count)} other requests belong to none of the three protocols.`,
  missed: {
    title: "No longer in this recording",
    frames: (count: number) =>
      `${counted(count, "message")}: a limit was reached, and the oldest went first. Handshakes, failures and the first and last messages of each connection were kept.`,
    others: (count: number) =>
      `${counted(count, "request")} or other event: a limit was reached when all messages had gone.`,
    inPages: (count: number) => `Up to ${counted(count, "event")} that pages made faster than can be recorded.`,
  },
  notSeen: {
    frames: "WebSocket messages.",
    "open-frames": "Messages of a socket that is still open: they appear when it closes.",
    "close-codes": "Close codes and reasons, and which side closed.",
    statuses:
      "The status of a refused WebSocket handshake: background recording, or another extension that watches requests, hides it.",
    bodies: "Response bodies.",
    pending: "Requests that are still waiting for an answer.",
    "before-devtools": "What happened before DevTools was opened.",
    "page-blocks": "What the page itself blocked (CSP, mixed content) before a request was made.",
    "page-access":
      "The page from inside: that needs a reload of pages that were open before DevTools, and this extension’s access to the site.",
    workers:
      "Inside workers: close codes, and messages of sockets that are still open; of a SharedWorker nothing at all.",
  } satisfies Record<Unseen, string>,

  protocol: {
    signalr: "SignalR",
    "engine-io": "Engine.IO / Socket.IO",
    "web-pubsub": "Web PubSub",
  } satisfies Record<ProtocolName, string>,
  transport: {
    websocket: "WebSocket",
    sse: "server-sent events",
    webtransport: "WebTransport",
    "long-polling": "long polling",
    polling: "polling",
  } satisfies Record<Transport, string>,
  channel: {
    http: "HTTP request",
    preflight: "CORS preflight",
    websocket: "WebSocket handshake",
    eventsource: "EventSource",
    webtransport: "WebTransport session",
  } satisfies Record<Channel, string>,
};

export const phaseWords: Record<Phase, string> = {
  preflight: "CORS preflight",
  negotiate: "negotiate",
  connect: "connect",
  upgrade: "WebSocket upgrade",
  handshake: "protocol handshake",
  open: "open",
  poll: "polling",
  message: "messages",
  close: "close",
  service: "service",
};

const failureWords: Record<Phase, string> = {
  preflight: "CORS preflight failed",
  negotiate: "Negotiate failed",
  connect: "Connect failed",
  upgrade: "WebSocket upgrade failed",
  handshake: "Protocol handshake failed",
  open: "Open failed",
  poll: "Polling failed",
  message: "Failed while exchanging messages",
  close: "The connection was dropped",
  service: "The service reported a failure",
};

/** https://socket.io/docs/v4/troubleshooting-connection-issues/ */
const engineIoCodes: Record<number, string> = {
  0: "Transport unknown",
  1: "Session ID unknown",
  2: "Bad handshake method",
  3: "Bad request",
  4: "Forbidden",
  5: "Unsupported protocol version",
};

/** https://www.iana.org/assignments/websocket/websocket.xhtml#close-code-number */
const closeCodes: Record<number, string> = {
  1000: "normal closure",
  1001: "going away",
  1002: "protocol error",
  1003: "unsupported data",
  1005: "no status in the close frame",
  1006: "closed without a close frame",
  1007: "invalid payload",
  1008: "policy violation",
  1009: "message too big",
  1011: "internal error",
  1012: "service restart",
  1013: "try again later",
  1015: "TLS handshake failed",
};

export function statusMeaning(status: number): string | null {
  return status === 0 ? "the page got no readable answer (refused, cut off, or blocked by CORS)" : null;
}

export function engineIoMeaning(code: number): string | null {
  return engineIoCodes[code] ?? null;
}

export function closeMeaning(code: number): string | null {
  return closeCodes[code] ?? null;
}

export function clockTime(at: number): string {
  return new Date(at).toLocaleTimeString(undefined, {
    hour: "2-digit",
    minute: "2-digit",
    second: "2-digit",
    hourCycle: "h23",
  });
}

/** With milliseconds, where one message is told from the next. */
export function exactTime(at: number): string {
  return `${clockTime(at)}.${String(Math.floor(at) % 1000).padStart(3, "0")}`;
}

export function length(ms: number): string {
  return duration(ms);
}

export function size(bytes: number | null): string {
  if (bytes === null) return "size not observed";
  return bytes === 1 ? "1 byte" : `${thousands(bytes)} bytes`;
}

export function thousands(count: number): string {
  return count.toLocaleString("en-US");
}

function counted(count: number, noun: string): string {
  return `${thousands(count)} ${noun}${count === 1 ? "" : "s"}`;
}

function fitWord(score: number): string {
  if (score >= 0.9) return "very strong";
  if (score >= 0.75) return "strong";
  return score >= 0.6 ? "fair" : "weak";
}
