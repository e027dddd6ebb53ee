import type { Analysis } from "../core/analysis.js";
import type { Benign } from "../core/benign.js";
import { htmlCard } from "./html-card.js";
import { fromMarkdown, type Html, html, link } from "./html-text.js";
import { timeline } from "./html-timeline.js";
import { byRule } from "./replacement-list.js";
import type { Replacement } from "./replacements.js";
import { counted, UNSEEN_WORDS } from "./words.js";

export interface HtmlReport {
  analysis: Analysis;
  replacements: readonly Replacement[];
  /** Of the extension or the command line, and of what it knows. */
  version: string;
  knowledgeVersion: string;
  /** As it says itself; null where no browser was there, or none told. */
  browser: string | null;
  /** An element that holds the recording, for who imports the report; already HTML. */
  recording: string;
}

const STYLE = `
:root { color-scheme: light dark; }
body { font: 15px/1.5 system-ui, sans-serif; max-width: 62rem; margin: 2rem auto; padding: 0 1rem; }
article { border: 1px solid #8888; border-left: .4rem solid #b58900; border-radius: .4rem; padding: 0 1rem 1rem; margin: 1.5rem 0; }
article.error { border-left-color: #c0392b; }
h2 { font-size: 1.2rem; } h3 { font-size: 1rem; }
dl { display: grid; grid-template-columns: max-content 1fr; gap: .1rem 1rem; } dd { margin: 0; overflow-wrap: anywhere; }
pre { overflow-x: auto; background: #8882; padding: .6rem; border-radius: .3rem; } code { overflow-wrap: anywhere; }
summary { cursor: pointer; font-weight: 600; margin: .4rem 0; } small, figcaption, footer { color: #777; }
svg { width: 100%; height: auto; font-size: 13px; fill: currentColor; } rect { fill: #2d7d46; }
rect.failed, rect.degraded { fill: url(#hatch); stroke: #c0392b; } rect.connecting { fill: #8888; }
table { border-collapse: collapse; width: 100%; } td, th { text-align: left; border-bottom: 1px solid #8884; padding: .2rem .5rem .2rem 0; overflow-wrap: anywhere; vertical-align: top; }
`;

/** One file that needs nothing else: no script to be read, no request to anywhere. As safe to show as the analysis. */
export function toHtml(report: HtmlReport): string {
  const { analysis } = report;
  const { summary, cards, benign } = analysis;
  const { connections, failed, notSeen, otherRequests } = summary;
  const page = html`<!doctype html>
<html lang="en">
<head>
<meta charset="utf-8">
<meta http-equiv="Content-Security-Policy" content="default-src 'none'; style-src 'unsafe-inline'">
<meta name="viewport" content="width=device-width">
<title>Handshake Triage report</title>
<style>${{ html: STYLE }}</style>
</head>
<body>
<h1>Handshake Triage report</h1>
<p>${counted(connections, "connection")}, ${failed} with trouble, ${counted(cards.length, "finding")}. ${counted(otherRequests, "other request")} not looked at.</p>
${{ html: HATCH }}
${timeline(analysis)}
${cards.map(htmlCard)}
${benign.length > 0 ? html`<h2>Looks like an error, and is none</h2>${benign.map(harmless)}` : null}
${notSeen.length > 0 ? html`<h2>Not seen</h2><ul>${notSeen.map((each) => html`<li>${UNSEEN_WORDS[each]}</li>`)}</ul>` : null}
${replaced(report.replacements)}
<footer><p>Handshake Triage ${report.version}, knowledge ${report.knowledgeVersion}${report.browser === null ? "" : `, ${report.browser}`}.
This file holds the recording it was made from: open it in Handshake Triage, or give it to the command line, and it is diagnosed anew.</p></footer>
${{ html: report.recording }}
</body>
</html>
`;
  return page.html;
}

function harmless({ title, explanation, link: more, connections }: Benign): Html {
  return html`<details><summary>${title} (${counted(connections, "connection")})</summary>${fromMarkdown(explanation)}<p>${link(more, more)}</p></details>
`;
}

const HATCH = `<svg width="0" height="0" style="position:absolute" aria-hidden="true"><defs><pattern id="hatch" width="6" height="6" patternUnits="userSpaceOnUse" patternTransform="rotate(45)"><rect width="3" height="6" style="fill:#c0392b"/></pattern></defs></svg>`;

function replaced(replacements: readonly Replacement[]): Html {
  const groups = byRule(replacements);
  if (groups.length === 0) return html`<h2>Redaction</h2><p>Nothing was replaced in this report.</p>`;
  return html`<h2>Redaction</h2>
<p>The same label is the same secret, in this report only. Its number of bytes is the secret's.</p>
${groups.map(
  ({
    rule,
    times,
    lines,
  }) => html`<details><summary>${times} × ${rule}</summary><table><tr><th>Label</th><th>Place</th><th>Times</th></tr>
${lines.map(
  ({ label, place, times: count }) => html`<tr><td><code>${label}</code></td><td>${place}</td><td>${count}</td></tr>
`,
)}</table></details>
`,
)}`;
}
