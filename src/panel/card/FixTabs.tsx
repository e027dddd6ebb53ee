import type { TargetedKeyboardEvent } from "preact";
import { useId, useRef, useState } from "preact/hooks";
import type { Fix } from "../../core/knowledge.js";
import { Markdown } from "../Markdown.js";
import { nextTab } from "../move-focus.js";
import { words } from "../words.js";
import { Part } from "./Part.js";

/** One tab a technology, by the ARIA pattern: arrow keys choose, Tab goes on into the text. Hook: `data-technology`. */
export function FixTabs({ fixes }: { fixes: readonly Fix[] }) {
  const id = useId();
  const list = useRef<HTMLDivElement>(null);
  const [place, setPlace] = useState(0);
  const chosen = fixes[place] ?? fixes[0];
  if (!chosen) return null;
  if (fixes.length === 1 && !chosen.technology) {
    return (
      <Part name="fix" title={words.fix}>
        <Markdown text={chosen.text} />
      </Part>
    );
  }

  const onKey = (event: TargetedKeyboardEvent<HTMLDivElement>) => {
    const next = nextTab(event.key, place, fixes.length);
    if (next === null) return;
    event.preventDefault();
    setPlace(next);
    list.current?.querySelectorAll<HTMLElement>("[role=tab]")[next]?.focus();
  };

  return (
    <Part name="fix" title={words.fix}>
      <div class="tabs" role="tablist" aria-label={words.fix} ref={list} onKeyDown={onKey}>
        {fixes.map((fix, index) => (
          <button
            type="button"
            role="tab"
            key={index}
            id={`${id}-tab-${index}`}
            aria-selected={fix === chosen}
            aria-controls={`${id}-panel`}
            tabIndex={fix === chosen ? 0 : -1}
            onClick={() => setPlace(index)}
            data-technology={fix.technology}
          >
            {fix.technology || words.fixEverywhere}
          </button>
        ))}
      </div>
      <div role="tabpanel" id={`${id}-panel`} aria-labelledby={`${id}-tab-${fixes.indexOf(chosen)}`} class="tab-panel">
        <Markdown text={chosen.text} />
      </div>
    </Part>
  );
}
