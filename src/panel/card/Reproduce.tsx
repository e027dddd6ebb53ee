import type { CardCause } from "../../core/card.js";
import { CodeBlock } from "../CodeBlock.js";
import { InlineMarkdown } from "../Markdown.js";
import { words } from "../words.js";
import { Part } from "./Part.js";

export function Reproduce({ reproduce }: Pick<CardCause, "reproduce">) {
  return (
    <Part name="reproduce" title={words.reproduce}>
      {"command" in reproduce ? (
        <CodeBlock text={reproduce.command} language="shell" />
      ) : (
        <p class="muted">
          {words.notReproducible} <InlineMarkdown text={reproduce.impossible} />
        </p>
      )}
    </Part>
  );
}
