import type { TargetedKeyboardEvent } from "preact";
import { useRef } from "preact/hooks";
import { nextTab } from "../move-focus.js";
import { words } from "../words.js";
import type { Source } from "./source.js";

interface SourceTabsProps {
  sources: readonly Source[];
  current: Source;
  onChoose: (id: string) => void;
  onOpen: (files: readonly File[]) => void;
  onClose: (id: string) => void;
}

/** What is shown, a tab each, and the way to open a file. Hooks: `data-source` (id), `data-testid="open-file"`. */
export function SourceTabs({ sources, current, onChoose, onOpen, onClose }: SourceTabsProps) {
  const list = useRef<HTMLDivElement>(null);
  const input = useRef<HTMLInputElement>(null);
  const onKey = (event: TargetedKeyboardEvent<HTMLDivElement>) => {
    const next = nextTab(event.key, sources.indexOf(current), sources.length);
    const source = next === null ? undefined : sources[next];
    if (!source) return;
    event.preventDefault();
    onChoose(source.id);
    list.current?.querySelector<HTMLElement>(`[data-source="${source.id}"]`)?.focus();
  };
  return (
    <div class="sources">
      <div class="source-list" role="tablist" aria-label={words.sources.label} ref={list} onKeyDown={onKey}>
        {sources.map((source) => (
          <button
            type="button"
            role="tab"
            key={source.id}
            aria-selected={source.id === current.id}
            tabIndex={source.id === current.id ? 0 : -1}
            title={source.kind === "file" ? source.name : words.sources.hint[source.kind]}
            onClick={() => onChoose(source.id)}
            data-source={source.id}
          >
            {nameOf(source)}
          </button>
        ))}
      </div>
      <span class="source-actions">
        {current.kind === "file" && (
          <button type="button" class="link" onClick={() => onClose(current.id)} data-testid="close-file">
            {words.sources.close}
          </button>
        )}
        <button
          type="button"
          class="link"
          title={words.sources.openHint}
          onClick={() => input.current?.click()}
          data-testid="open-file"
        >
          {words.sources.open}
        </button>
        <input
          ref={input}
          type="file"
          multiple
          hidden
          onChange={(event) => {
            onOpen([...(event.currentTarget.files ?? [])]);
            event.currentTarget.value = "";
          }}
          data-testid="file-input"
        />
      </span>
    </div>
  );
}

function nameOf(source: Source): string {
  return source.kind === "file" ? source.name : words.sources.name[source.kind];
}
