import type { Analysis } from "../core/analysis.js";
import type { Benign } from "../core/benign.js";
import type { Card, CardCause } from "../core/card.js";
import { withPlainLabels } from "../core/token.js";
import { visible } from "../report/markdown-escape.js";
import { brokeAt, codesOf, PROTOCOL_NAMES, stepStrip, times, titleOf, UNSEEN_WORDS } from "../report/words.js";
import type { Paint } from "./paint.js";

/** The cards to be read in a terminal. */
export function cardsText({ summary, cards, benign, connections: all }: Analysis, paint: Paint): string {
  const { connections, failed, notSeen, otherRequests } = summary;
  const connecting = all.filter(({ state }) => state === "connecting").length;
  const parts = [
    ...cards.map((card) => cardText(card, paint)),
    `${headline(connections, failed, connecting)}${others(otherRequests)}`,
    ...(benign.length > 0 ? [benignText(benign, paint)] : []),
    ...(notSeen.length > 0 ? [paint.dim(`Not seen: ${notSeen.map((each) => UNSEEN_WORDS[each]).join("; ")}.`)] : []),
  ];
  return `${parts.join("\n\n")}\n`;
}

/** What somebody would take for an error, and why it is none. */
export function benignText(benign: readonly Benign[], paint: Paint): string {
  const each = benign.map(({ cause, title, explanation, connections }) => {
    const head = `  ${paint.bold(line(title))} (${[cause, times(connections)].filter(Boolean).join(", ")})`;
    return `${head}\n${indent(explanation, "    ")}`;
  });
  return ["Looks like an error, and is none:", ...each].join("\n");
}

function headline(connections: number, failed: number, connecting: number): string {
  if (connections === 0) return "No SignalR, Engine.IO/Socket.IO or Web PubSub connection is in here.";
  const all = connections === 1 ? "1 connection" : `${connections} connections`;
  if (failed > 0) return `${all}, ${failed} with trouble.`;
  return connecting > 0 ? `${all}, none failed, ${connecting} still connecting when this ends.` : `${all}, all well.`;
}

function others(count: number): string {
  if (count === 0) return "";
  return count === 1 ? " 1 other request was not looked at." : ` ${count} other requests were not looked at.`;
}

function cardText(card: Card, paint: Paint): string {
  const [best, ...others] = card.causes;
  const mark = card.severity === "error" ? paint.red("✗") : paint.yellow("!");
  const codes = codesOf(card).map(([name, value]) => `${name} ${value}`);
  return [
    `${mark} ${paint.bold(line(titleOf(card)))}`,
    `  ${[PROTOCOL_NAMES[card.protocol], withPlainLabels(card.endpoint), ...codes, times(card.occurrences)].filter(Boolean).map(line).join("  ")}`,
    // Who says that nothing works has not said where it breaks.
    ...(best || card.endpoint ? [`  ${stepStrip(card.steps)}  (${brokeAt(card.steps, card.phase)})`] : []),
    ...(card.request ? [`  ${line(card.request.text)}`] : []),
    ...(card.files ? [`  In ${line(card.files.join(", "))}`] : []),
    ...(best ? causeLines(best, paint) : []),
    ...section(
      "Also possible",
      others.map(({ title, cause, confidence, score }) => `${title} (${cause}, ${confidence}, ${score})`),
      paint,
    ),
    ...section(
      "Ruled out",
      card.ruledOut.map(({ cause, because }) => `${cause}: ${because}`),
      paint,
    ),
    ...section("What would decide", card.wouldDecide ? [card.wouldDecide] : [], paint),
  ].join("\n");
}

function causeLines(cause: CardCause, paint: Paint): string[] {
  const reproduce = "command" in cause.reproduce ? cause.reproduce.command : cause.reproduce.impossible;
  return [
    `  ${paint.bold(`${cause.cause}, ${cause.confidence}`)} (${cause.score})`,
    "",
    indent(cause.explanation, "  "),
    ...section(
      "Evidence",
      cause.evidence.map(({ text }) => text),
      paint,
    ),
    ...cause.fixes.flatMap(({ technology, text }) => [
      "",
      `  ${paint.green(technology ? `Fix: ${line(technology)}` : "Fix")}`,
      indent(text, "    "),
    ]),
    ...section("Reproduce", reproduce.split("\n"), paint),
    "",
    ...(cause.link ? [`  ${paint.dim(line(cause.link))}`] : []),
    `  ${paint.dim(`In the catalogue: ${cause.page}`)}`,
  ];
}

function section(title: string, lines: string[], paint: Paint): string[] {
  return lines.length === 0 ? [] : ["", `  ${paint.bold(title)}`, ...lines.map((each) => `    ${line(each)}`)];
}

function indent(text: string, by: string): string {
  return visible(text)
    .split("\n")
    .map((each) => (each ? by + each : each))
    .join("\n");
}

function line(text: string): string {
  return visible(text).replace(/\s+/g, " ");
}
