import type { Card } from "../../core/card.js";
import { InlineMarkdown } from "../Markdown.js";
import { words } from "../words.js";
import { Part } from "./Part.js";

/** Hook: each line has `data-ruled-out`. */
export function RuledOut({ ruledOut }: Pick<Card, "ruledOut">) {
  if (ruledOut.length === 0) return null;
  return (
    <Part name="ruled-out" title={words.ruledOut}>
      <ul class="ruled-out">
        {ruledOut.map(({ cause, title, because }) => (
          <li key={`${cause} ${because}`} data-ruled-out={cause}>
            <span class="ruled-out-cause">{title}</span> <InlineMarkdown text={because} />
          </li>
        ))}
      </ul>
    </Part>
  );
}
