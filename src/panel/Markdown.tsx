import type { ComponentChild } from "preact";
import { type Block, type Inline, parseInline, parseMarkdown } from "../report/parse-markdown.js";
import { CodeBlock } from "./CodeBlock.js";
import { visible } from "./details/visible.js";

/** Knowledge texts as nodes, never as HTML: page data stands in them. */
export function Markdown({ text }: { text: string }) {
  return <div class="markdown">{parseMarkdown(text).map(renderBlock)}</div>;
}

/** A sentence of the same, without links: it may stand in a button. */
export function InlineMarkdown({ text }: { text: string }) {
  return <>{withoutLinks(parseInline(text)).map(renderInline)}</>;
}

function withoutLinks(content: Inline[]): Inline[] {
  return content.flatMap((each) => (each.kind === "link" ? each.content : [each]));
}

function renderBlock(block: Block, index: number): ComponentChild {
  if (block.kind === "code") return <CodeBlock key={index} text={block.text} language={block.language} />;
  if (block.kind === "heading") return <h4 key={index}>{block.content.map(renderInline)}</h4>;
  if (block.kind === "paragraph") return <p key={index}>{block.content.map(renderInline)}</p>;
  const items = block.items.map((item, place) => <li key={place}>{item.map(renderInline)}</li>);
  if (!block.isOrdered) return <ul key={index}>{items}</ul>;
  return (
    <ol key={index} start={block.start}>
      {items}
    </ol>
  );
}

function renderInline(inline: Inline, index: number): ComponentChild {
  switch (inline.kind) {
    case "text":
      return visible(inline.text);
    case "code":
      return <code key={index}>{visible(inline.text)}</code>;
    case "strong":
      return <strong key={index}>{inline.content.map(renderInline)}</strong>;
    case "emphasis":
      return <em key={index}>{inline.content.map(renderInline)}</em>;
    case "link":
      return (
        <a key={index} href={inline.href} target="_blank" rel="noreferrer" title={inline.href}>
          {inline.content.map(renderInline)}
        </a>
      );
  }
}
