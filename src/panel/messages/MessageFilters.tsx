import { useMemo } from "preact/hooks";
import { Select } from "../Select.js";
import { words } from "../words.js";
import type { Conversation } from "./conversation.js";
import type { MessageFilter } from "./shown.js";

interface MessageFiltersProps {
  conversation: Conversation;
  filter: MessageFilter;
  onFilter: (filter: MessageFilter) => void;
}

const DIRECTIONS = [
  ["both", words.messages.both],
  ["sent", words.sent],
  ["received", words.received],
] as const;

export function MessageFilters({ conversation, filter, onFilter }: MessageFiltersProps) {
  const { kinds, subjects, pings } = conversation;
  const named = useMemo(() => [...subjects].sort((one, other) => one.localeCompare(other)), [subjects, subjects.size]);
  return (
    <div class="message-filters">
      <input
        type="search"
        class="search"
        value={filter.text}
        placeholder={words.messages.search}
        aria-label={words.messages.search}
        onInput={(event) => onFilter({ ...filter, text: event.currentTarget.value })}
        data-testid="message-search"
      />
      <Select
        label={words.messages.direction}
        value={filter.direction}
        options={DIRECTIONS}
        onChoose={(direction) => onFilter({ ...filter, direction })}
        testId="message-direction"
      />
      <Select
        label={words.messages.kind}
        value={filter.kind}
        options={["", ...kinds].map((kind) => [kind, kind || words.messages.anyKind])}
        onChoose={(kind) => onFilter({ ...filter, kind })}
        testId="message-kind"
      />
      {named.length > 1 && (
        <Select
          label={words.messages.subject}
          value={filter.subject}
          options={["", ...named].map((subject) => [subject, subject || words.messages.anySubject])}
          onChoose={(subject) => onFilter({ ...filter, subject })}
          testId="message-subject"
        />
      )}
      {pings > 0 && (
        <label>
          <input
            type="checkbox"
            checked={filter.pings}
            onChange={(event) => onFilter({ ...filter, pings: event.currentTarget.checked })}
            data-testid="message-pings"
          />{" "}
          {words.messages.pings(pings)}
        </label>
      )}
    </div>
  );
}
