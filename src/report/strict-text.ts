import { isLabel } from "../core/token.js";
import type { Phrases } from "./phrases.js";
import type { Repeats } from "./repeats.js";
import type { SecretLabels } from "./secret-labels.js";
import type { StrictUrls } from "./strict-url.js";

/** Words of errors, pages and reasons: what a known error says stays, everything between becomes labels. */
export type StrictText = (text: string) => string;

const ADDRESS = /(?:https?|wss?):\/\/[^\s"'<>\\]+|(?<=\b(?:GET|POST|PUT|DELETE|OPTIONS) )\/[^\s"'<>\\]*/gi;
/** Tags of the pages that proxies and frameworks answer with; attributes hold whatever they like. */
const TAG =
  /<!--[\s\S]*?(?:-->|$)|<(script|style|svg|template)\b[\s\S]*?(?:<\/\1\s*>|$)|<(!doctype html|\/?(?:html|head|title|meta|link|base|body|main|header|footer|section|article|nav|div|span|p|h[1-6]|hr|br|center|pre|code|b|i|em|strong|small|a|img|ul|ol|li|dl|dt|dd|table|thead|tbody|tr|td|th|form|input|button|label|noscript))(?![\w-])[^>]*>?/gi;
/** More than any error says; to look through megabytes for phrases would take seconds. */
const LONGEST = 4000;
/** nginx makes its short error pages longer so, six times over. */
const PADDING = "<!-- a padding to disable MSIE and Chrome friendly error page -->";
/** Between two known stretches: no letters, no digits, so nobody's secret. */
const ONLY_MARKS = /^[\s!-/:-@[-`{-~]{0,8}$/;

export function createStrictText(
  urls: StrictUrls,
  phrases: Phrases,
  labels: SecretLabels,
  patterns: (text: string) => string,
  once: Repeats["once"],
): StrictText {
  const wordsOnce = once(words);

  function words(text: string): string {
    return phrases
      .split(text)
      .map((stretch) => {
        if (stretch.isKnown) return isLabel(stretch.text) ? labels.label("data", stretch.text, "words") : stretch.text;
        if (ONLY_MARKS.test(stretch.text)) return stretch.text;
        const told = patterns(stretch.text);
        return told === stretch.text ? unknown(stretch.text) : words(told);
      })
      .join("");
  }

  /** The marks around a value show that it is one ("'Multiply'"), and let a sentence be recognised. */
  function unknown(text: string): string {
    const [, before = "", inner = text, after = ""] =
      /^([\s!-/:-@[-`{-~]{0,4}(?=[^\s!-/:-@[-`{-~]))?([\s\S]*?)([\s!-/:-@[-`{-~]{0,4})$/.exec(text) ?? [];
    return before + labels.label("data", inner, "words") + after;
  }

  function line(text: string): string {
    return pieces(
      text,
      ADDRESS,
      (address) => urls.said(address),
      (between) => wordsOnce(between),
    );
  }

  return (text) => {
    if (isLabel(text)) return labels.label("data", text, "words");
    const rest = text.length > LONGEST ? labels.label("data", text.slice(LONGEST), "words") : "";
    return pieces(text.slice(0, LONGEST), TAG, tag, line) + rest;
  };

  function tag(found: string, match: RegExpMatchArray): string {
    const name = match[2];
    if (found === PADDING) return found;
    return name === undefined ? labels.label("data", found, "words") : `<${name}>`;
  }
}

/** What matches is written one way, what stands between another. */
function pieces(
  text: string,
  pattern: RegExp,
  matched: (found: string, match: RegExpMatchArray) => string,
  between: (text: string) => string,
): string {
  const parts: string[] = [];
  let from = 0;
  for (const match of text.matchAll(pattern)) {
    if (match.index > from) parts.push(between(text.slice(from, match.index)));
    parts.push(matched(match[0], match));
    from = match.index + match[0].length;
  }
  if (from < text.length) parts.push(between(text.slice(from)));
  return parts.join("");
}
