export type Theme = "light" | "dark";

/** DevTools gives its panels its own theme as the colour scheme, and changes it with a switch; `themeName` stays behind. */
export function watchTheme(changed: () => void): () => Theme {
  const dark = matchMedia("(prefers-color-scheme: dark)");
  dark.addEventListener("change", changed);
  return () => (dark.matches ? "dark" : "light");
}
