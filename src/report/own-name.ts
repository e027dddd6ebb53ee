/** A name of the user's own as it is typed: a word as it stands, or /a regular expression/; or why it cannot be taken. */
export type OwnName = { pattern: RegExp } | { fault: string };

export function readOwnName(text: string): OwnName {
  const [, source] = /^\/(.+)\/$/s.exec(text) ?? [];
  try {
    const pattern = new RegExp(source ?? text.replace(/[\\^$.*+?()[\]{}|/]/g, "\\$&"), "i");
    return text === "" || pattern.test("")
      ? { fault: `"${text}" is found everywhere; name what is to go` }
      : { pattern };
  } catch {
    return { fault: `${text} is no regular expression` };
  }
}
