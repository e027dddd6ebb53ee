import { useEffect, useState } from "preact/hooks";
import { headerId } from "./card/ids.js";

export interface OpenCards {
  has(id: string): boolean;
  toggle(id: string): void;
}

/** Which cards are open, by id: a card that gets one more occurrence stays as it is. */
export function useOpenCards(): OpenCards & { reveal(id: string): void } {
  const [ids, setIds] = useState<ReadonlySet<string>>(new Set());
  const [revealed, setRevealed] = useState<{ id: string } | null>(null);
  // After the render: the card may have been filtered out until now.
  useEffect(() => {
    const header = revealed && document.getElementById(headerId(revealed.id));
    header?.scrollIntoView({ block: "start" });
    header?.focus();
  }, [revealed]);
  return {
    has: (id) => ids.has(id),
    toggle: (id) => setIds((before) => (before.has(id) ? without(before, id) : new Set([...before, id]))),
    reveal: (id) => {
      setIds((before) => new Set([...before, id]));
      setRevealed({ id });
    },
  };
}

function without(ids: ReadonlySet<string>, id: string): ReadonlySet<string> {
  return new Set([...ids].filter((each) => each !== id));
}
