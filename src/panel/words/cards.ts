import type { Step } from "../../core/card.js";
import type { Phase, ProtocolName, Transport, Trouble } from "../../core/connection.js";
import type { DecidedBy } from "../../core/decided-by.js";
import type { Confidence } from "../../core/diagnosis.js";
import { counted, thousands } from "./figures.js";
import { failureWords, namesWords, phaseWords } from "./names.js";

/** Failures, and that there are none. */
export const cardsWords = {
  cards: "Failed connections",
  severity: { error: "Error", warning: "Warning" } satisfies Record<Trouble["severity"], string>,
  unexplained: (phase: Phase, endpoint: string) =>
    endpoint === "" ? "The text does not tell the cause" : `${failureWords[phase]} – no known cause fits`,
  occurrences: (count: number) => `×${thousands(count)}`,
  occurrencesSpoken: (count: number) => `happened ${thousands(count)} times`,
  between: (count: number, first: string, last: string) =>
    `Seen ${thousands(count)} times, first at ${first}, last at ${last}.`,
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
  decideBy: {
    log: "Paste the log",
    request: "Show the request",
    timeline: "Show the timeline",
    reload: "Load the page again",
  } satisfies Record<DecidedBy, string>,
  decideHint: {
    log: "Sets a log beside what was recorded of this endpoint, and looks at both together",
    request: "What was sent and answered",
    timeline: "When what was sent and answered on this connection",
    reload: "When it is changed: loads the page anew, and watches what happens now",
  } satisfies Record<DecidedBy, string>,
  ruledOut: "Ruled out",
  reproduce: "See it again",
  notReproducible: "No command can show this again:",
  reference: "Official documentation",
  cataloguePage: "In the catalogue of causes",
  nothingFits: "Nothing in the catalogue of known causes fits what was observed. This is what broke:",
  nothingFitsAsk:
    "Export the report and attach it to a ticket: it holds everything that was seen, with secrets redacted.",
  ticket: {
    copy: "Copy for the ticket",
    hint: "This card as Markdown, redacted as in the settings",
    said: {
      ready: "",
      making: "Taking secrets out…",
      copied: "Copied. Secrets are redacted.",
      shown: "The browser would not copy it by itself:",
    },
    failed: (why: string) => `Nothing was copied: ${why}`,
    language: "Markdown",
  },
  copy: "Copy",
  copied: "Copied",
  copyFailed: "Could not copy – select the text instead",
  statusIsHidden: "The status is hidden",
  askAgain: "Ask the server again",
  askAgainHint:
    "The page sends this once more, as a plain GET with its cookies, without a body and without the id of a session. The server’s log will show it.",
  asked: "Asked. The answer appears here as evidence; if none comes, the page’s own policy forbids to ask.",
  askFailed: (why: string) => `Could not ask: ${why}`,
  firstCards: (shown: number, all: number) => `The first ${thousands(shown)} of ${thousands(all)} cards.`,
  showMore: (count: number) => `Show ${thousands(count)} more`,
  nothingSeen: "No SignalR, Engine.IO/Socket.IO or Web PubSub connection seen yet",
  whatToDo: "Reload the page with this panel open, then do what fails. Failed connections appear here as cards.",
  allHealthy: (count: number) =>
    count === 1
      ? "1 connection recognised, and it is healthy"
      : `${thousands(count)} connections recognised, all healthy`,
  someConnecting: (healthy: number, connecting: number) =>
    `${counted(healthy + connecting, "connection")} recognised: ${thousands(healthy)} healthy, ${thousands(connecting)} still connecting`,
  benign: (count: number) =>
    count === 1
      ? "One thing that looks like an error is none"
      : `${thousands(count)} things that look like errors are none`,
  speaks: (protocol: ProtocolName, transport: Transport | null) =>
    transport === null
      ? namesWords.protocol[protocol]
      : `${namesWords.protocol[protocol]} over ${namesWords.transport[transport]}`,
  seen: (name: string, count: number, messages: number) =>
    `${name}: ${counted(count, "connection")}${messages > 0 ? `, ${counted(messages, "message")}` : ""}`,
  keepGoing: "Nothing failed so far. Keep this panel open and do what fails.",
};

function fitWord(score: number): string {
  if (score >= 0.9) return "very strong";
  if (score >= 0.75) return "strong";
  return score >= 0.6 ? "fair" : "weak";
}
