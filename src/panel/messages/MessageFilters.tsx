import { words } from "../words.js";
import type { Decoded } from "./decoded.js";
import { kindsOf, type MessageFilter } from "./shown.js";

interface MessageFiltersProps {
  messages: readonly Decoded[];
  filter: MessageFilter;
  onFilter: (filter: MessageFilter) => void;
}

export function MessageFilters({ messages, filter, onFilter }: MessageFiltersProps) {
  const pings = messages.filter(({ isPing }) => isPing).length;
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
      <select
        value={filter.direction}
        aria-label={words.messages.direction}
        onChange={(event) =>
          onFilter({ ...filter, direction: event.currentTarget.value as MessageFilter["direction"] })
        }
        data-testid="message-direction"
      >
        <option value="both">{words.messages.both}</option>
        <option value="sent">{words.sent}</option>
        <option value="received">{words.received}</option>
      </select>
      <select
        value={filter.kind}
        aria-label={words.messages.kind}
        onChange={(event) => onFilter({ ...filter, kind: event.currentTarget.value })}
        data-testid="message-kind"
      >
        <option value="">{words.messages.anyKind}</option>
        {kindsOf(messages).map((kind) => (
          <option key={kind} value={kind}>
            {kind}
          </option>
        ))}
      </select>
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
