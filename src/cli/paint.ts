export type Paint = Record<"bold" | "dim" | "red" | "green" | "yellow", (text: string) => string>;

/** ANSI colours, or none. */
export function createPaint(hasColours: boolean): Paint {
  const style = (on: number, off: number) => (text: string) =>
    hasColours ? `\u001b[${on}m${text}\u001b[${off}m` : text;
  return { bold: style(1, 22), dim: style(2, 22), red: style(31, 39), green: style(32, 39), yellow: style(33, 39) };
}
