import { useEffect, useState } from "preact/hooks";
import { headerId } from "./card/ids.js";

export interface OpenCards {
  has(id: string): boolean;
  toggle(id: string): void;
}

/** Which cards are open, by id: a card that gets one more occurrence stays as it is. */
export function useOpenCards(
  ids: readonly string[],
  onIds: (ids: readonly string[]) => void,
): OpenCards & { reveal(id: string): void } {
  const [revealed, setRevealed] = useState<{ id: string } | null>(null);
  // After the render: the card may have been filtered out until now.
  useEffect(() => {
    const header = revealed && document.getElementById(headerId(revealed.id));
    header?.scrollIntoView({ block: "start" });
    header?.focus();
  }, [revealed]);
  return {
    has: (id) => ids.includes(id),
    toggle: (id) => onIds(ids.includes(id) ? ids.filter((each) => each !== id) : [...ids, id]),
    reveal(id) {
      if (!ids.includes(id)) onIds([...ids, id]);
      setRevealed({ id });
    },
  };
}
