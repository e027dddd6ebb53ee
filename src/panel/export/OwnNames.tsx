import { words } from "../words.js";
import type { ExportChoice } from "./choice.js";

interface OwnNamesProps {
  choice: ExportChoice;
  onChoose: (choice: ExportChoice) => void;
  /** Why a line cannot be taken. */
  fault: string | null;
}

/** What is to go beside all that goes anyway. */
export function OwnNames({ choice, onChoose, fault }: OwnNamesProps) {
  const text = words.export;
  return (
    <fieldset class="options">
      <legend>{text.also}</legend>
      <label class="option">
        <input
          type="checkbox"
          checked={choice.emails}
          onChange={(event) => onChoose({ ...choice, emails: event.currentTarget.checked })}
          data-testid="export-emails"
        />
        {text.emails}
      </label>
      <label class="option">
        <input
          type="checkbox"
          checked={choice.ips}
          onChange={(event) => onChoose({ ...choice, ips: event.currentTarget.checked })}
          data-testid="export-ips"
        />
        {text.ips}
      </label>
      <label class="export-field">
        {text.own}
        <textarea
          rows={2}
          spellcheck={false}
          placeholder={text.ownHint}
          value={choice.own}
          aria-invalid={fault !== null}
          aria-describedby="export-fault"
          onInput={(event) => onChoose({ ...choice, own: event.currentTarget.value })}
          data-testid="export-own"
        />
      </label>
      <p id="export-fault" class="export-fault" role="status" data-testid="export-fault">
        {fault}
      </p>
    </fieldset>
  );
}
