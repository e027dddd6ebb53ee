/** Where a Markdown report goes, and how much fits there. */
export interface Flavour {
  name: string;
  /** Characters that a comment may have. */
  limit: number;
  fold(title: string, content: string): string;
}

const details = (title: string, content: string) =>
  `<details>\n<summary>${title}</summary>\n\n${content}\n\n</details>`;

/** The limits are those of a comment: GitHub 65,536 characters, Azure DevOps 150,000 in a pull request's, Jira 32,767. */
export const FLAVOURS = {
  github: { name: "GitHub", limit: 65_536, fold: details },
  "azure-devops": { name: "Azure DevOps", limit: 150_000, fold: details },
  jira: { name: "Jira", limit: 32_767, fold: (title, content) => `{expand:title=${title}}\n${content}\n{expand}` },
} as const satisfies Record<string, Flavour>;

export type FlavourName = keyof typeof FLAVOURS;

/** As many whole sections as fit between head and foot; what is left out is said, and not written at all. */
export function fitted<Each>(
  head: string,
  all: readonly Each[],
  section: (each: Each) => string,
  foot: string,
  { name, limit }: Flavour,
): string {
  const fits = (parts: readonly string[]) => lengthOf(parts) <= limit;
  const kept: string[] = [];
  let length = lengthOf([head, foot]);
  for (const each of all) {
    const written = section(each);
    length += written.length + BETWEEN.length;
    if (length > limit) break;
    kept.push(written);
  }
  const whole = () => {
    const left = all.length - kept.length;
    const said = `${left} more ${left === 1 ? "finding does" : "findings do"} not fit into a comment of ${name}; attach the HTML report.`;
    return [head, ...kept, ...(left > 0 ? [said] : []), foot];
  };
  while (kept.length > 0 && !fits(whole())) kept.pop();
  return `${whole().join(BETWEEN)}\n`;
}

const BETWEEN = "\n\n";

function lengthOf(parts: readonly string[]): number {
  return parts.reduce((sum, part) => sum + part.length + BETWEEN.length, 0);
}
