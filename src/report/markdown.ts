import type { Analysis } from "../core/analysis.js";
import type { Card, CardCause } from "../core/card.js";
import { cardFields } from "./card-fields.js";
import { FLAVOURS, type FlavourName, fitted } from "./flavours.js";
import { toJira } from "./jira.js";
import { block, code, plain, prose } from "./markdown-escape.js";
import { isSafeLink } from "./parse-markdown.js";
import { brokeAt, counted, stepStrip, titleOf, UNSEEN_WORDS } from "./words.js";

export interface MarkdownOptions {
  version: string;
  flavour?: FlavourName;
}

type Fold = (title: string, content: string) => string;

/** A report for a ticket; what is long is folded, and no more is said than fits into a comment. As safe to show as the events that the analysis was made of. */
export function toMarkdown(analysis: Analysis, { version, flavour = "github" }: MarkdownOptions): string {
  if (flavour === "jira") return toJira(analysis, version);
  const { summary, cards, benign } = analysis;
  const { connections, failed, notSeen, otherRequests } = summary;
  const head = `# Handshake Triage report\n\n${counted(connections, "connection")}, ${failed} with trouble, ${counted(cards.length, "finding")}. ${counted(otherRequests, "other request")} not looked at.`;
  const harmless = benign.map(({ cause, title, connections: count }) => `${code(cause)}: ${plain(title)} (${count})`);
  const foot = [
    ...(harmless.length > 0 ? [`## Looks like an error, and is none\n\n${list(harmless)}`] : []),
    ...(notSeen.length > 0 ? [`## Not seen\n\n${list(notSeen.map((each) => UNSEEN_WORDS[each]))}`] : []),
    `---\n\nHandshake Triage ${version}. Labels in square brackets stand for secrets; the same label is the same secret.`,
  ];
  const { fold } = FLAVOURS[flavour];
  return fitted(head, cards, (card) => cardSection(card, fold), foot.join("\n\n"), FLAVOURS[flavour]);
}

function cardSection(card: Card, fold: Fold): string {
  const [best, ...others] = card.causes;
  const parts = [
    `## ${plain(titleOf(card))}`,
    fields(card),
    `${stepStrip(card.steps)} (${brokeAt(card.steps, card.phase)})`,
    ...(best ? bestCause(best, fold) : []),
    ...(others.length > 0 ? [fold("Also possible", `### Also possible\n\n${list(others.map(otherCause))}`)] : []),
    ...(card.ruledOut.length > 0
      ? [
          fold(
            "Ruled out",
            `### Ruled out\n\n${list(card.ruledOut.map(({ cause, because }) => `${code(cause)}: ${plain(because)}`))}`,
          ),
        ]
      : []),
    ...(card.wouldDecide ? [`### What would decide\n\n${prose(card.wouldDecide)}`] : []),
  ];
  return parts.join("\n\n");
}

function fields(card: Card): string {
  const rows = cardFields(card, code);
  return ["| | |", "|---|---|", ...rows.map(([name, value]) => `| ${name} | ${value} |`)].join("\n");
}

function bestCause(cause: CardCause, fold: Fold): string[] {
  const evidence = cause.evidence.map(({ text }) => plain(text));
  return [
    `### Cause: ${code(cause.cause)}, ${cause.confidence} (${cause.score})`,
    prose(cause.explanation),
    ...(evidence.length > 0 ? [`### Evidence\n\n${list(evidence)}`] : []),
    ...cause.fixes.map(({ technology, text }) => {
      const title = `Fix${technology ? `: ${plain(technology)}` : ""}`;
      return fold(title, `### ${title}\n\n${prose(text)}`);
    }),
    fold(
      "Reproduce",
      `### Reproduce\n\n${"command" in cause.reproduce ? block(cause.reproduce.command, "sh") : prose(cause.reproduce.impossible)}`,
    ),
    ...(cause.link ? [`More: <${encodeURI(cause.link)}>`] : []),
    `In the catalogue: ${isSafeLink(cause.page) ? `<${cause.page}>` : code(cause.page)}`,
  ];
}

function otherCause({ title, cause, confidence, score, evidence }: CardCause): string {
  const why = evidence[0] ? `: ${plain(evidence[0].text)}` : "";
  return `${plain(title)} (${code(cause)}, ${confidence}, ${score})${why}`;
}

function list(lines: string[]): string {
  return lines.map((line) => `- ${line}`).join("\n");
}
