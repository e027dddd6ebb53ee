import { visible } from "./markdown-escape.js";
import { type Block, type Inline, isSafeLink, parseMarkdown } from "./parse-markdown.js";

/** HTML that is finished; everything else is text and is escaped on its way in. */
export interface Html {
  html: string;
}

type Part = Html | string | number | null | readonly Part[];

/** A template whose values are text, whatever they hold, unless they are HTML of ours. */
export function html(strings: TemplateStringsArray, ...values: Part[]): Html {
  return {
    html: strings.map((text, index) => text + (index < values.length ? written(values[index] ?? null) : "")).join(""),
  };
}

function written(part: Part): string {
  if (part === null) return "";
  if (typeof part === "string") return escaped(part);
  if (typeof part === "number") return String(part);
  return "html" in part ? part.html : part.map(written).join("");
}

function escaped(text: string): string {
  return visible(text)
    .replace(/&/g, "&amp;")
    .replace(/</g, "&lt;")
    .replace(/>/g, "&gt;")
    .replace(/"/g, "&quot;")
    .replace(/'/g, "&#39;");
}

/** Markdown of ours with values from traffic in it. */
export function fromMarkdown(markdown: string): Html[] {
  return parseMarkdown(markdown).map(block);
}

function block(each: Block): Html {
  if (each.kind === "code") return html`<pre><code>${each.text}</code></pre>`;
  if (each.kind === "heading") return html`<h4>${inlines(each.content)}</h4>`;
  if (each.kind === "paragraph") return html`<p>${inlines(each.content)}</p>`;
  const items = each.items.map((item) => html`<li>${inlines(item)}</li>`);
  return each.isOrdered ? html`<ol start="${each.start}">${items}</ol>` : html`<ul>${items}</ul>`;
}

function inlines(content: Inline[]): Html[] {
  return content.map((each) => {
    if (each.kind === "text") return html`${each.text}`;
    if (each.kind === "code") return html`<code>${each.text}</code>`;
    if (each.kind === "strong") return html`<strong>${inlines(each.content)}</strong>`;
    return each.kind === "link" ? link(each.href, inlines(each.content)) : html`<em>${inlines(each.content)}</em>`;
  });
}

/** A link goes nowhere until somebody follows it. */
export function link(href: string, content: Part): Html {
  return isSafeLink(href) ? html`<a href="${href}" rel="noreferrer">${content}</a>` : html`${content}`;
}
