import type { ProtocolName } from "../../core/connection.js";
import { CloseButton, Dialog } from "../Dialog.js";
import { visible } from "../details/visible.js";
import { Select } from "../Select.js";
import { words } from "../words.js";
import type { Mark } from "./marks.js";
import type { Other } from "./others.js";

interface OthersDialogProps {
  others: readonly Other[];
  marks: readonly Mark[];
  onMark: (url: string, protocol: ProtocolName | null) => void;
  onClose: () => void;
}

const MOST_SHOWN = 100;
const PROTOCOLS = Object.entries(words.protocol) as [ProtocolName, string][];

/** What was not recognised, to be marked by hand, and the marks that there are. Hooks: `data-other` (URL) on each place. */
export function OthersDialog({ others, marks, onMark, onClose }: OthersDialogProps) {
  const text = words.others;
  const marked = marks.map(({ url, protocol }) => ({ url, protocol, said: "" }));
  const places = others.slice(0, MOST_SHOWN).map(({ url, channel, times, lastStatus }) => ({
    url,
    protocol: null,
    said: [words.channel[channel], words.occurrences(times), lastStatus ?? ""].join(" ").trim(),
  }));
  return (
    <Dialog name="others" title={text.title} onClose={onClose}>
      <p>{text.what}</p>
      {marked.length + places.length === 0 && <p class="muted">{text.none}</p>}
      <ul class="others-list">
        {[...marked, ...places].map(({ url, protocol, said }) => (
          <li key={url} data-other={url}>
            <span class="endpoint">{visible(url)}</span>
            <span class="muted">{said}</span>
            <Select
              label={text.speaks(url)}
              value={protocol ?? ""}
              options={[["", text.unmarked], ...PROTOCOLS]}
              onChoose={(chosen) => onMark(url, PROTOCOLS.find(([name]) => name === chosen)?.[0] ?? null)}
              testId="mark"
            />
          </li>
        ))}
      </ul>
      {others.length > MOST_SHOWN && <p class="muted">{words.messages.more(others.length - MOST_SHOWN)}</p>}
      <CloseButton name="others" label={text.close} />
    </Dialog>
  );
}
