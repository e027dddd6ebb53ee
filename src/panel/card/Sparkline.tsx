import { words } from "../words.js";
import type { Strikes } from "./occurrences.js";

const BAR_PX = 3;
const HEIGHT_PX = 14;

/** When it struck, as bars over the time that was recorded. Hook: `data-strikes`. */
export function Sparkline({ strikes }: { strikes: Strikes }) {
  const most = Math.max(1, ...strikes);
  return (
    <svg
      class="sparkline"
      viewBox={`0 0 ${strikes.length * BAR_PX} ${HEIGHT_PX}`}
      width={strikes.length * BAR_PX}
      height={HEIGHT_PX}
      role="img"
      aria-label={words.sparkline(strikes.filter((each) => each > 0).length, strikes.length)}
      data-strikes={strikes.join(" ")}
    >
      {strikes.map((count, place) => {
        const height = count === 0 ? 1 : 2 + ((HEIGHT_PX - 2) * count) / most;
        return (
          <rect
            key={place}
            class={count === 0 ? "quiet" : "strike"}
            x={place * BAR_PX}
            y={HEIGHT_PX - height}
            width={BAR_PX - 1}
            height={height}
          />
        );
      })}
    </svg>
  );
}
