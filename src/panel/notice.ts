/** What became of something that the user asked for. */
export interface Notice {
  text: string;
  tone: "info" | "good" | "warning" | "bad";
}
