import type { ComponentChildren, Ref, RefObject } from "preact";
import { useEffect, useRef } from "preact/hooks";

interface DialogProps {
  /** Names the dialog, in its heading and in `data-testid`: "export". */
  name: string;
  title: string;
  onClose: () => void;
  /** What gets the focus; without it, what the browser takes. */
  first?: RefObject<HTMLElement | null>;
  /** Attributes of the state that tests and styles look for. */
  state?: Readonly<Record<`data-${string}`, string | boolean>>;
  children: ComponentChildren;
}

/** A modal dialog. Escape and any `<form method="dialog">` close it, and the focus goes back to what opened it. */
export function Dialog({ name, title, onClose, first, state, children }: DialogProps) {
  const dialog = useRef<HTMLDialogElement>(null);
  useEffect(() => {
    const opener = document.activeElement;
    dialog.current?.showModal();
    first?.current?.focus();
    return () => void setTimeout(() => opener instanceof HTMLElement && opener.focus());
  }, []);
  return (
    <dialog
      ref={dialog}
      class={`dialog ${name}`}
      aria-labelledby={`${name}-title`}
      onClose={onClose}
      data-testid={`${name}-dialog`}
      {...state}
    >
      <h2 id={`${name}-title`}>{title}</h2>
      {children}
    </dialog>
  );
}

/** The button at a dialog's end that does no more than close it. */
export function CloseButton({
  name,
  label,
  buttonRef,
}: {
  name: string;
  label: string;
  buttonRef?: Ref<HTMLButtonElement>;
}) {
  return (
    <form method="dialog">
      <button ref={buttonRef ?? null} type="submit" data-testid={`${name}-close`}>
        {label}
      </button>
    </form>
  );
}
