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

const GAP = "\n\n";

/** As many whole sections as fit between head and foot; what is left out is said. A capture may lead to thousands of them. */
export function fitted(head: string, sections: readonly string[], foot: string, { name, limit }: Flavour): string {
  const said = (left: number) =>
    `${left} more ${left === 1 ? "finding does" : "findings do"} not fit into a comment of ${name}; attach the HTML report.`;
  const sizeOf = (parts: readonly string[]) => parts.reduce((sum, part) => sum + part.length + GAP.length, 0);
  const room = limit - sizeOf([head, foot]);
  let kept = sections.length;
  if (sizeOf(sections) > room) {
    let left = room - sizeOf([said(sections.length)]);
    kept = sections.findIndex((section) => {
      left -= sizeOf([section]);
      return left < 0;
    });
  }
  const note = kept < sections.length ? [said(sections.length - kept)] : [];
  return `${[head, ...sections.slice(0, kept), ...note, foot].join(GAP)}\n`;
}
