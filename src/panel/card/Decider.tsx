import { InlineMarkdown } from "../Markdown.js";
import { words } from "../words.js";
import { Part } from "./Part.js";

/** The one observation that would settle which cause it is. */
export function Decider({ text }: { text: string }) {
  return (
    <Part name="decide" title={words.decide}>
      <p class="decide">
        <InlineMarkdown text={text} />
      </p>
    </Part>
  );
}
