import { createContext } from "preact";
import { useContext, useState } from "preact/hooks";
import type { Card } from "../../core/card.js";
import { CodeBlock } from "../CodeBlock.js";
import { copyText } from "../copy.js";
import { words } from "../words.js";

/** Makes of a card what may be pasted for others; fails in a sentence for the user. */
export const Ticket = createContext<(card: Card) => Promise<string>>(() => Promise.reject(new Error()));

type State =
  | { step: "ready" | "making" | "copied" }
  | { step: "shown"; text: string }
  | { step: "failed"; why: string };

/** Hooks: `data-testid="copy-ticket"`, and on it `data-copy` (ready, making, copied, shown, failed). */
export function TicketButton({ card }: { card: Card }) {
  const make = useContext(Ticket);
  const [state, setState] = useState<State>({ step: "ready" });
  const copy = async () => {
    setState({ step: "making" });
    setState(await copied(make(card)));
  };
  return (
    <>
      <button
        type="button"
        title={words.ticket.hint}
        disabled={state.step === "making"}
        onClick={copy}
        data-testid="copy-ticket"
        data-copy={state.step}
      >
        {words.ticket.copy}
      </button>
      <span class="muted" role="status">
        {state.step === "failed" ? words.ticket.failed(state.why) : words.ticket.said[state.step]}
      </span>
      {state.step === "shown" && <CodeBlock text={state.text} language={words.ticket.language} />}
    </>
  );
}

/** A browser lets a page copy only shortly after a click; what took longer is shown, to be copied from there. */
async function copied(making: Promise<string>): Promise<State> {
  try {
    const text = await making;
    return (await copyText(text)) ? { step: "copied" } : { step: "shown", text };
  } catch (error) {
    return { step: "failed", why: error instanceof Error ? error.message : String(error) };
  }
}
