/** What the commands need of the world around them. */
export interface Shell {
  /** "-" is standard input. */
  read(path: string): Promise<Uint8Array>;
  /** "-" is standard output. */
  write(path: string, text: string): Promise<void>;
  /** Is there a file, not a folder, of this name? */
  isFile(path: string): Promise<boolean>;
  /** One file under two names: links, upper and lower case. Two that are not there are not the same. */
  isSameFile(one: string, other: string): Promise<boolean>;
  print(text: string): void;
  complain(text: string): void;
  /** Until Ctrl+C. */
  untilStopped(): Promise<void>;
  /** May the output have colours? */
  hasColours: boolean;
}
