/** What was given is not what the reader needs; the message is one line that says what it is and what to do. */
export class BadInput extends Error {
  override name = "BadInput";
}
