import { createContext } from "preact";
import { useContext, useState } from "preact/hooks";
import { words } from "../words.js";
import { Part } from "./Part.js";

/** What the panel can do for a card whose status is hidden. */
export interface Asking {
  /** The address that would be asked for the request with this id; null where there is nothing to ask. */
  urlFor(exchange: string): string | null;
  ask(exchange: string): void;
}

export const Asking = createContext<Asking>({ urlFor: () => null, ask: () => undefined });

/** Hook: `data-testid="ask-again"` on the button. It says what will be sent before it is sent. */
export function AskAgain({ exchange }: { exchange: string | undefined }) {
  const { urlFor, ask } = useContext(Asking);
  const [isAsked, setAsked] = useState(false);
  const url = exchange === undefined ? null : urlFor(exchange);
  if (exchange === undefined || url === null) return null;
  return (
    <Part name="ask-again" title={words.statusIsHidden}>
      <p>{words.askAgainHint}</p>
      <p>
        <code>{`GET ${url.split("?")[0]}`}</code>
      </p>
      <p class="ask">
        <button
          type="button"
          data-testid="ask-again"
          onClick={() => {
            setAsked(true);
            ask(exchange);
          }}
        >
          {words.askAgain}
        </button>
        {isAsked && (
          <span class="muted" role="status">
            {words.asked}
          </span>
        )}
      </p>
    </Part>
  );
}
