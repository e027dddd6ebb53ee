import { useMemo, useState } from "preact/hooks";
import { CopyButton } from "../CopyButton.js";
import { PayloadText } from "../details/PayloadText.js";
import { words } from "../words.js";
import { bytesOf, hexOf } from "./bytes.js";
import type { Decoded } from "./decoded.js";
import { JsonTree } from "./JsonTree.js";
import { jsonOf } from "./search-text.js";

const VIEWS = ["tree", "raw", "hex"] as const;

interface MessageDetailProps {
  message: Decoded;
  /** The items of its stream are in the list. */
  isOpen: boolean;
  onFold: (isOpen: boolean) => void;
}

/** One message whole: its data as a tree, the frame as it went over the wire, its bytes. Hook: `data-testid="message"`. */
export function MessageDetail({ message: { frame, data, error, fault, stream }, isOpen, onFold }: MessageDetailProps) {
  const [view, setView] = useState<(typeof VIEWS)[number]>("tree");
  const { text, encoding } = frame.payload;
  // A large one is written down once, not each time that the list is scrolled.
  const shown = useMemo(() => {
    if (view === "tree") return jsonOf(data, 2) || null;
    if (view === "raw" || text === null) return text;
    return hexOf(encoding === "base64" ? bytesOf(text) : toBytes(text));
  }, [view, data, text, encoding]);
  const tree = useMemo(() => <JsonTree value={data} />, [data]);
  return (
    <div class="message-detail" data-testid="message" data-view={view}>
      <div class="code-bar">
        <span>
          {VIEWS.map((each) => (
            <button
              type="button"
              key={each}
              class="copy"
              aria-pressed={view === each}
              onClick={() => setView(each)}
              data-message-view={each}
            >
              {words.messages.view[each]}
            </button>
          ))}
        </span>
        {shown !== null && <CopyButton text={shown} what={words.messages.copied[view]} />}
      </div>
      {fault !== null && (
        <p class="muted" data-testid="message-fault">
          {words.messages.notDecoded(fault)}
        </p>
      )}
      {stream && (
        <p data-error={stream.error !== null} data-testid="message-stream">
          {words.messages.stream(stream)}{" "}
          {stream.items > 0 && (
            <button type="button" class="link" aria-expanded={isOpen} onClick={() => onFold(!isOpen)}>
              {isOpen ? words.messages.fold : words.messages.unfold}
            </button>
          )}
        </p>
      )}
      {view === "tree" && (
        <>
          {error !== null && <p class="message-error">{error}</p>}
          {data === undefined ? <p class="muted">{words.messages.noData}</p> : tree}
        </>
      )}
      {view === "raw" && <PayloadText content={frame.payload} />}
      {view === "hex" && <pre class="payload">{shown?.slice(0, MOST_HEX) ?? words.notObserved}</pre>}
    </div>
  );
}

/** 4096 bytes, two digits each and a space. */
const MOST_HEX = 4096 * 3 - 1;

function toBytes(text: string): Uint8Array {
  return new TextEncoder().encode(text);
}
