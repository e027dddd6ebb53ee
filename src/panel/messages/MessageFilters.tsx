import { useMemo } from "preact/hooks";
import { Select } from "../Select.js";
import { words } from "../words.js";
import type { Decoded } from "./decoded.js";
import { kindsOf, type MessageFilter, subjectsOf } from "./shown.js";

interface MessageFiltersProps {
  messages: readonly Decoded[];
  filter: MessageFilter;
  onFilter: (filter: MessageFilter) => void;
}

const DIRECTIONS = [
  ["both", words.messages.both],
  ["sent", words.sent],
  ["received", words.received],
] as const;

export function MessageFilters({ messages, filter, onFilter }: MessageFiltersProps) {
  const pings = useMemo(() => messages.filter(({ isPing }) => isPing).length, [messages]);
  const kinds = useMemo(() => kindsOf(messages), [messages]);
  const subjects = useMemo(() => subjectsOf(messages), [messages]);
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
      {subjects.length > 1 && (
        <Select
          label={words.messages.subject}
          value={filter.subject}
          options={["", ...subjects].map((subject) => [subject, subject || words.messages.anySubject])}
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
