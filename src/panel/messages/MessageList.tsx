import type { TargetedKeyboardEvent } from "preact";
import { useEffect, useMemo, useRef, useState } from "preact/hooks";
import { nextPlace } from "../move-focus.js";
import { useVirtualRows } from "../virtual-rows.js";
import { words } from "../words.js";
import type { Conversation } from "./conversation.js";
import type { Decoded } from "./decoded.js";
import { MessageDetail } from "./MessageDetail.js";
import { MessageFilters } from "./MessageFilters.js";
import { MessageRow } from "./MessageRow.js";
import { ALL_MESSAGES, rowsOf, streamKey } from "./shown.js";
import { useRows } from "./use-rows.js";

const ROW_PX = 22;

interface MessageListProps {
  conversation: Conversation;
  /** More of them are on their way. */
  isReading: boolean;
  /** When the connection began, for the times beside the messages. */
  startedAt: number;
  /** The message that led here, by its frame; it is chosen to begin with. */
  mark: string | null;
}

/** The messages of a connection as its protocol means them. Hooks: `data-testid="messages"`, and see MessageRow. */
export function MessageList({ conversation, isReading, startedAt, mark }: MessageListProps) {
  const { messages } = conversation;
  const [filter, setFilter] = useState(ALL_MESSAGES);
  const list = useRef<HTMLDivElement>(null);
  const [unfolded, setUnfolded] = useState<ReadonlySet<string>>(new Set());
  const { shown, share, fault } = useRows(conversation, filter, unfolded);
  const [chosen, setChosen] = useState(-1);
  const { rows, height, scrollTo } = useVirtualRows(list, { count: shown.length, rowHeight: ROW_PX });
  const marked = useMemo(
    () => (mark === null ? null : (messages.find(({ frame }) => frame.id === mark) ?? null)),
    [messages, messages.length, mark],
  );
  useEffect(() => {
    if (!marked) return;
    const open = marked.within ? new Set([...unfolded, streamKey(marked.within)]) : unfolded;
    setUnfolded(open);
    choose(rowsOf(messages, filter, open).indexOf(marked));
  }, [mark, marked !== null]);
  const message = shown[chosen];
  const choose = (place: number) => {
    setChosen(place);
    scrollTo(place);
  };
  const fold = (opener: Decoded, isOpen: boolean) => {
    const key = streamKey(opener);
    setUnfolded(new Set([...unfolded].filter((each) => each !== key).concat(isOpen ? key : [])));
    setChosen(shown.indexOf(opener)); // what is folded away comes after it
  };
  const onKey = (event: TargetedKeyboardEvent<HTMLDivElement>) => {
    const opener = message?.within ?? message;
    if (opener?.stream && (event.key === "ArrowRight" || event.key === "ArrowLeft")) {
      event.preventDefault();
      fold(opener, event.key === "ArrowRight");
      return;
    }
    const next = nextPlace(event.key, chosen, shown.length);
    if (next === null) return;
    event.preventDefault();
    choose(next);
  };
  return (
    <section class="details-part" data-testid="messages">
      <h4>
        {words.frames} <span class="count">{words.messages.count(shown.length, messages.length, isReading)}</span>{" "}
        {fault !== null && (
          <span class="message-error" role="alert">
            {words.messages.notSearched(fault)}
          </span>
        )}
        {share < 1 && fault === null && (
          <span class="muted" data-testid="searched">
            {words.messages.searched(share)}
          </span>
        )}
      </h4>
      <MessageFilters
        conversation={conversation}
        filter={filter}
        onFilter={(next) => {
          setFilter(next);
          setChosen(-1);
        }}
      />
      <div
        ref={list}
        class="message-list"
        role="listbox"
        aria-label={words.frames}
        aria-activedescendant={message ? `message-${chosen}` : undefined}
        tabIndex={0}
        onKeyDown={onKey}
      >
        <div class="message-rows" style={{ height: `${height}px` }}>
          {rows.map(({ index, start }) => {
            const each = shown[index];
            return (
              each && (
                <MessageRow
                  key={`${each.frame.id} ${index}`}
                  message={each}
                  place={index}
                  top={start}
                  isChosen={index === chosen}
                  isOpen={unfolded.has(streamKey(each))}
                  startedAt={startedAt}
                  onChoose={() => choose(index)}
                />
              )
            );
          })}
        </div>
      </div>
      {shown.length === 0 && share === 1 && (
        <p class="muted">{messages.length === 0 ? words.notObserved : words.messages.noneMatch}</p>
      )}
      {message && (
        <MessageDetail
          key={message.frame.id}
          message={message}
          isOpen={unfolded.has(streamKey(message))}
          onFold={(isOpen) => fold(message, isOpen)}
        />
      )}
    </section>
  );
}
