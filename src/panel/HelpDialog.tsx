import { CloseButton, Dialog } from "./Dialog.js";
import { words } from "./words.js";

/** Every key that does something. */
export function HelpDialog({ onClose }: { onClose: () => void }) {
  const { title, close, keys } = words.help;
  return (
    <Dialog name="help" title={title} onClose={onClose}>
      <dl class="pairs keys">
        {keys.map(([key, does]) => (
          <div class="pair" key={key}>
            <dt>
              {key.split(" ").map((each) => (
                <kbd key={each}>{each}</kbd>
              ))}
            </dt>
            <dd>{does}</dd>
          </div>
        ))}
      </dl>
      <CloseButton name="help" label={close} />
    </Dialog>
  );
}
