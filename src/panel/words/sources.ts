import type { Step } from "../sources/reader-message.js";

/** Files and texts. */
export const sourcesWords = {
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
    reading: {
      loading: (name) => `Loading ${name}`,
      parsing: (name) => `Parsing ${name}`,
      taking: (name) => `Looking through ${name}`,
    } satisfies Record<Step | "taking", (name: string) => string>,
    nothingYet: "Nothing found so far",
    nothingYetHint: "Cards appear here as the file is read.",
    cancel: "Cancel",
    unreadable: (name: string) => `${name} could not be opened.`,
    emptyFile: "This file shows no SignalR, Engine.IO/Socket.IO or Web PubSub connection",
    emptyFileHint:
      "It has to be recorded while the connection is made: open the network log first, then load the page.",
  },
  unread: {
    loading: "Looking through what was recorded",
    loadingHint: "Cards appear here in a moment.",
    failed: (why: string) => `What explains failed connections could not be loaded: ${why}`,
    failedHint: "Close DevTools and open it again; the recording stays.",
  },
  explain: {
    label: "Console lines, an exception, a server’s or the service’s log",
    placeholder: "Error: No Connection with that ID: Status code '404'",
    protocol: "It is about",
    anyProtocol: "whatever it names",
    unnamed: "Nothing in the text names the library; say which one it is, and the answer gets surer.",
    beside: (protocol: string, endpoint: string) =>
      `Looked at together with what was recorded of ${protocol} at ${endpoint}`,
    alone: "Look at the text alone",
    har: "This is a HAR, not a log. Drop the file on this panel, or choose it with “Open a file…”.",
    line: "This line says so",
    nothing: "Paste what the console, the client or the server said",
    nothingHint:
      "Lines around it help: timestamps, stack traces and other noise do no harm. Nothing leaves this machine.",
    noFailure: "This text shows no failed SignalR, Engine.IO/Socket.IO or Web PubSub connection",
    noFailureHint: "Paste the lines before it, too, with the status, the error or the address, or open a HAR.",
  },
};
