/** What the forms of issue trackers say by themselves: examples to overwrite, boxes that were not ticked, where else to ask. */
const OF_THE_FORM = [
  /\[e\.g\.:? [^\]\n]{1,80}\]/gi,
  /^[ \t]{0,12}[-*] \[ \] [^\n]{0,300}/gm,
  /please use one of these channels\b[^\n]{0,200}/gi,
  /For bug reports and feature requests for the \W{0,2}\w{1,12} client\W{0,2},[^\n]{0,160}/gi,
  /to get a quick answer is to provide a failing test case[^\n]{0,160}/gi,
];

/** GitHub takes no longer text; what is longer is a log, which has no forms in it. */
const LONGEST_ISSUE = 65_536;

const blank = (found: string) => found.replace(/[^\n]/g, " ");

/** A pasted issue with the words of its form blanked out, every line at its place: nobody said them of this failure. */
export function withoutTemplate(text: string): string {
  if (text.length > LONGEST_ISSUE) return text;
  return OF_THE_FORM.reduce((left, words) => left.replace(words, blank), withoutComments(text));
}

/** What stands between <!-- and --> is a hint to whoever fills in the form. */
function withoutComments(text: string): string {
  const [before = "", ...rest] = text.split("<!--");
  return rest.reduce((done, part) => {
    const end = part.indexOf("-->");
    return end < 0 ? `${done}<!--${part}` : `${done}${blank(`<!--${part.slice(0, end + 3)}`)}${part.slice(end + 3)}`;
  }, before);
}
