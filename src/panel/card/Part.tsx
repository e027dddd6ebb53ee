import type { ComponentChildren } from "preact";

interface PartProps {
  /** Hook for tests and styles: `data-part`. */
  name: string;
  title: string;
  /** Said after the title, less loudly. */
  aside?: string;
  children: ComponentChildren;
}

/** One titled part of an open card. */
export function Part({ name, title, aside, children }: PartProps) {
  return (
    <section class="part" data-part={name}>
      <h3>
        {title}
        {aside && <span class="muted">{aside}</span>}
      </h3>
      {children}
    </section>
  );
}
