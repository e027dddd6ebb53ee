import type { ComponentChildren } from "preact";

interface CheckProps {
  /** In `data-testid`: "setting-keeps". */
  name: string;
  checked: boolean;
  onChange: (checked: boolean) => void;
  children: ComponentChildren;
}

export function Check({ name, checked, onChange, children }: CheckProps) {
  return (
    <label class="option">
      <input
        type="checkbox"
        checked={checked}
        onChange={(event) => onChange(event.currentTarget.checked)}
        data-testid={`setting-${name}`}
      />
      <span>{children}</span>
    </label>
  );
}
