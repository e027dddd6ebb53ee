import { useEffect, useState } from "preact/hooks";
import { copyText } from "./copy.js";
import { words } from "./words.js";

const SAID_FOR_MS = 2000;

/** `what` tells a screen reader which of the many copy buttons this is. */
export function CopyButton({ text, what }: { text: string; what: string }) {
  const [outcome, setOutcome] = useState<"copied" | "failed" | null>(null);
  useEffect(() => {
    if (!outcome) return;
    const timer = setTimeout(() => setOutcome(null), SAID_FOR_MS);
    return () => clearTimeout(timer);
  }, [outcome]);
  const copy = async () => setOutcome((await copyText(text)) ? "copied" : "failed");
  const label = outcome === "copied" ? words.copied : outcome === "failed" ? words.copyFailed : words.copy;
  return (
    <button type="button" class="copy" onClick={copy} data-copy={outcome ?? "ready"}>
      <span aria-live="polite">{label}</span>
      <span class="off-screen"> {what}</span>
    </button>
  );
}
