import type { ComponentChildren } from "preact";

interface ToolButtonProps {
  /** Its `data-testid`. */
  name: string;
  hint: string;
  disabled?: boolean;
  /** Does it open a dialog? */
  opens?: boolean;
  onClick: () => void;
  children: ComponentChildren;
}

export function ToolButton({ name, hint, disabled = false, opens = false, onClick, children }: ToolButtonProps) {
  return (
    <button
      type="button"
      disabled={disabled}
      aria-haspopup={opens ? "dialog" : undefined}
      title={hint}
      onClick={onClick}
      data-testid={name}
    >
      {children}
    </button>
  );
}
