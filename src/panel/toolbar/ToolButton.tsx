import type { ComponentChildren } from "preact";

interface ToolButtonProps {
  /** Its `data-testid`. */
  name: string;
  hint: string;
  disabled?: boolean;
  /** Does it open a dialog? */
  opens?: boolean;
  /** Is there another way to it where the panel is narrow? */
  isWideOnly?: boolean;
  onClick: () => void;
  children: ComponentChildren;
}

export function ToolButton({
  name,
  hint,
  disabled = false,
  opens = false,
  isWideOnly = false,
  onClick,
  children,
}: ToolButtonProps) {
  return (
    <button
      type="button"
      class={isWideOnly ? "wide-only" : undefined}
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
