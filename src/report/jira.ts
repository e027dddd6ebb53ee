import type { Analysis } from "../core/analysis.js";
import type { Card, CardCause } from "../core/card.js";
import { cardFields } from "./card-fields.js";
import { FLAVOURS, fitted } from "./flavours.js";
import { visible } from "./markdown-escape.js";
import { type Block, type Inline, isSafeLink, parseMarkdown } from "./parse-markdown.js";
import { brokeAt, counted, stepStrip, titleOf, UNSEEN_WORDS } from "./words.js";

const { fold } = FLAVOURS.jira;

/** The same report in Jira's own notation, for the issues that know no Markdown. */
export function toJira({ summary, cards, benign }: Analysis, version: string): string {
  const { connections, failed, notSeen, otherRequests } = summary;
  const head = `h1. Handshake Triage report\n\n${counted(connections, "connection")}, ${failed} with trouble, ${counted(cards.length, "finding")}. ${counted(otherRequests, "other request")} not looked at.`;
  const unseen = notSeen.length > 0 ? `h2. Not seen\n\n${list(notSeen.map((each) => UNSEEN_WORDS[each]))}\n\n` : "";
  const harmless = benign.map(({ cause, title, connections: count }) => `${mono(cause)}: ${text(title)} (${count})`);
  const well = harmless.length > 0 ? `h2. Looks like an error, and is none\n\n${list(harmless)}\n\n` : "";
  const foot = `${well}${unseen}----\n\nHandshake Triage ${version}. Labels in square brackets stand for secrets; the same label is the same secret.`;
  return fitted(head, cards, section, foot, FLAVOURS.jira);
}

function section(card: Card): string {
  const [best, ...others] = card.causes;
  const also = others.map(
    ({ title, cause, confidence, score }) => `${text(title)} (${mono(cause)}, ${confidence}, ${score})`,
  );
  const ruledOut = card.ruledOut.map(({ cause, because }) => `${mono(cause)}: ${text(because)}`);
  return [
    `h2. ${text(titleOf(card))}`,
    cardFields(card, mono)
      .map(([name, value]) => `|${name}|${value}|`)
      .join("\n"),
    `${stepStrip(card.steps)} (${brokeAt(card.steps, card.phase)})`,
    ...(best ? bestCause(best) : []),
    ...(also.length > 0 ? [fold("Also possible", list(also))] : []),
    ...(ruledOut.length > 0 ? [fold("Ruled out", list(ruledOut))] : []),
    ...(card.wouldDecide ? [`h3. What would decide\n\n${prose(card.wouldDecide)}`] : []),
  ].join("\n\n");
}

function bestCause(cause: CardCause): string[] {
  const evidence = cause.evidence.map((each) => text(each.text));
  const reproduce = "command" in cause.reproduce ? code(cause.reproduce.command) : prose(cause.reproduce.impossible);
  return [
    `h3. Cause: ${mono(cause.cause)}, ${cause.confidence} (${cause.score})`,
    prose(cause.explanation),
    ...(evidence.length > 0 ? [`h3. Evidence\n\n${list(evidence)}`] : []),
    ...cause.fixes.map(({ technology, text: fix }) =>
      fold(technology ? `Fix: ${technology.replace(/[{}|]/g, " ")}` : "Fix", prose(fix)),
    ),
    fold("Reproduce", reproduce),
    ...(cause.link ? [`More: ${encodeURI(cause.link)}`] : []),
    `In the catalogue: ${isSafeLink(cause.page) ? cause.page : mono(cause.page)}`,
  ];
}

/** Text from traffic: no macro, no link, no table, nobody mentioned. */
function text(raw: string): string {
  return visible(raw)
    .replace(/\s+/g, " ")
    .replace(/[\\{}[\]|*_^~+!?-]/g, (mark) => `\\${mark}`)
    .replace(/@(?=\w)/g, "@\u200b");
}

function mono(raw: string): string {
  return raw === "" ? "–" : `{{${text(raw)}}}`;
}

/** Nothing in it can end the block. */
function code(raw: string): string {
  return `{code}\n${visible(raw).replace(/\{(?=code|noformat)/g, "{\u200b")}\n{code}`;
}

function list(lines: string[]): string {
  return lines.map((line) => `* ${line}`).join("\n");
}

function prose(markdown: string): string {
  return parseMarkdown(markdown).map(block).join("\n\n");
}

function block(each: Block): string {
  if (each.kind === "code") return code(each.text);
  if (each.kind === "heading") return `h4. ${inlines(each.content)}`;
  if (each.kind === "paragraph") return inlines(each.content);
  return each.items.map((item) => `${each.isOrdered ? "#" : "*"} ${inlines(item)}`).join("\n");
}

function inlines(content: Inline[]): string {
  return content
    .map((each) => {
      if (each.kind === "text") return text(each.text);
      if (each.kind === "code") return mono(each.text);
      if (each.kind === "strong") return `*${inlines(each.content)}*`;
      return each.kind === "link" ? `[${inlines(each.content)}|${each.href}]` : `_${inlines(each.content)}_`;
    })
    .join("");
}
