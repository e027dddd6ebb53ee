import { useMemo, useRef } from "preact/hooks";
import { attemptsOf } from "../../core/attempts.js";
import type { Connection } from "../../core/connection.js";
import type { ConnectionSummary } from "../../core/summaries.js";
import { withPlainLabels } from "../../core/token.js";
import { ComparePicker } from "../compare/ComparePicker.js";
import { visible } from "../details/visible.js";
import type { Conversation } from "../messages/conversation.js";
import { MessageList } from "../messages/MessageList.js";
import { useMessages } from "../messages/use-messages.js";
import type { Story } from "../witness.js";
import { length, size, thousands, words } from "../words.js";
import { Attempts } from "./Attempts.js";
import { Waterfall } from "./Waterfall.js";

interface ConnectionViewProps {
  story: Story;
  /** The request or message that led here. */
  mark: string | null;
  rivals: readonly ConnectionSummary[];
  /** Those that the client made in place of one another, this one among them. */
  attempts: readonly ConnectionSummary[];
  onCompare: (other: string) => void;
  onShow: (events: readonly string[]) => void;
}

/** One connection from its first request to its end. Hook: `data-testid="connection"`. */
export function ConnectionView({ story, mark, rivals, attempts, onCompare, onShow }: ConnectionViewProps) {
  const { connection } = story;
  const { protocol, endpoint, transport, startedAt, lastAt, sent, received } = connection;
  const { conversation, isReading } = useMessages(story);
  const { answered, tally } = conversation;
  const roundTrip = useMemo(() => median(answered), [answered, answered.length]);
  const own = attempts.find(({ id }) => id === connection.id);
  const until = own?.until ?? lastAt;
  const facts: [name: string, value: string][] = [
    ...(own ? [[words.column.state, words.state[own.state]] as [string, string]] : []),
    [words.column.transport, transport ? words.transport[transport] : words.notObserved],
    [words.connection.attempts, String(attemptsOf(connection))],
    [words.column.lasted, length(until - startedAt)],
    [words.connection.sent, tallyOf(sent, tally.sent)],
    [words.connection.received, tallyOf(received, tally.received)],
    ...(roundTrip === null ? [] : [[words.connection.roundTrip, length(roundTrip)] as [string, string]]),
  ];
  const show = useRef(onShow);
  show.current = onShow;
  // What is read of the messages meanwhile draws nothing here anew.
  const waterfall = useMemo(
    () => (
      <Waterfall
        story={story}
        until={until}
        messages={conversation.messages}
        mark={mark}
        onShow={(events) => show.current(events)}
      />
    ),
    [story.frames, until, conversation, isReading, mark],
  );
  return (
    <div data-testid="connection">
      <h3>{words.protocol[protocol]}</h3>
      <p class="details-url">{visible(withPlainLabels(endpoint))}</p>
      <dl class="pairs">
        {facts.map(([name, value]) => (
          <div class="pair" key={name}>
            <dt>{name}</dt>
            <dd>{value}</dd>
          </div>
        ))}
      </dl>
      <ComparePicker rivals={rivals} onCompare={onCompare} />
      {waterfall}
      <Attempts own={connection.id} attempts={attempts} onShow={(id) => onShow([id])} />
      <MessageList
        key={connection.id}
        conversation={conversation}
        isReading={isReading}
        startedAt={startedAt}
        mark={mark}
      />
    </div>
  );
}

/** Of frames the connection itself keeps count; messages in bodies are those that were read. */
function tallyOf(told: Connection["sent"], read: Conversation["tally"]["sent"]): string {
  const { count, bytes, atLeast } = told.count > 0 ? told : read;
  return `${thousands(count)} (${size(bytes, atLeast)})`;
}

function median(values: readonly number[]): number | null {
  const sorted = Float64Array.from(values).sort();
  return sorted[Math.floor(sorted.length / 2)] ?? null;
}
