/** What the commands need of the world around them. */
export interface Shell {
  /** "-" is standard input. */
  read(path: string): Promise<Uint8Array>;
  write(path: string, text: string): Promise<void>;
  print(text: string): void;
  complain(text: string): void;
  /** Until Ctrl+C. */
  untilStopped(): Promise<void>;
  /** May the output have colours? */
  hasColours: boolean;
}
