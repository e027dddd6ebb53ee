import type { ConnectionSummary } from "../../core/summaries.js";
import { Select } from "../Select.js";
import { clockTime, words } from "../words.js";

interface ComparePickerProps {
  rivals: readonly ConnectionSummary[];
  onCompare: (other: string) => void;
}

export function ComparePicker({ rivals, onCompare }: ComparePickerProps) {
  if (rivals.length === 0) return null;
  return (
    <p class="compare-picker">
      <Select
        label={words.compare.pick}
        value=""
        options={[
          ["", `${words.compare.pick}…`],
          ...rivals.map(({ id, state, startedAt, endpoint }): [string, string] => [
            id,
            `${words.state[state]} · ${clockTime(startedAt)} · ${endpoint}`,
          ]),
        ]}
        onChoose={(id) => id && onCompare(id)}
        testId="compare-with"
      />
    </p>
  );
}
