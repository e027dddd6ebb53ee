import type { Card, CardCause } from "../core/card.js";
import { cardFields } from "./card-fields.js";
import { fromMarkdown, type Html, html, link } from "./html-text.js";
import { brokeAt, stepStrip, titleOf } from "./words.js";

/** One card with all that is on it in the panel; what is long is folded. */
export function htmlCard(card: Card): Html {
  const [best, ...others] = card.causes;
  return html`<article class="${card.severity}">
<h2>${titleOf(card)}</h2>
<p class="steps">${stepStrip(card.steps)} <span>(${brokeAt(card.steps, card.phase)})</span></p>
<dl>${cardFields(card).map(([name, value]) => html`<dt>${name}</dt><dd><code>${value}</code></dd>`)}</dl>
${best ? bestCause(best) : null}
${others.length > 0 ? folded("Also possible", html`<ul>${others.map(otherCause)}</ul>`) : null}
${card.ruledOut.length > 0 ? folded("Ruled out", html`<ul>${card.ruledOut.map(({ title, because }) => html`<li>${title}: ${because}</li>`)}</ul>`) : null}
${card.wouldDecide ? html`<h3>What would decide</h3>${fromMarkdown(card.wouldDecide)}` : null}
</article>
`;
}

function bestCause(cause: CardCause): Html {
  const { explanation, evidence, fixes, reproduce } = cause;
  return html`<h3>Cause: <code>${cause.cause}</code>, ${cause.confidence} (${cause.score})</h3>
${fromMarkdown(explanation)}
${evidence.length > 0 ? html`<h3>Evidence</h3><ul>${evidence.map(({ text, events }) => html`<li>${text} <small>${events.join(", ")}</small></li>`)}</ul>` : null}
${fixes.map(({ technology, text }) => folded(technology ? `Fix: ${technology}` : "Fix", html`${fromMarkdown(text)}`, true))}
${folded("Reproduce", "command" in reproduce ? html`<pre><code>${reproduce.command}</code></pre>` : html`${fromMarkdown(reproduce.impossible)}`)}
${cause.link ? html`<p>More: ${link(cause.link, cause.link)}</p>` : null}
<p>In the catalogue: ${link(cause.page, cause.page)}</p>`;
}

function otherCause({ title, cause, confidence, score, evidence: [first] }: CardCause): Html {
  return html`<li>${title} (<code>${cause}</code>, ${confidence}, ${score})${first ? `: ${first.text}` : ""}</li>`;
}

function folded(title: string, content: Html, isOpen = false): Html {
  return isOpen
    ? html`<details open><summary>${title}</summary>${content}</details>
`
    : html`<details><summary>${title}</summary>${content}</details>
`;
}
