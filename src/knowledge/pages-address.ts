/** Where the catalogue's pages stand in the repository. */
export const PAGES_FOLDER = "docs/causes";

/** As npm knows it: "github:owner/name" or "owner/name", an address, or an object with an address. */
export type Repository = string | { url: string } | undefined;

/**
 * What stands before an entry's page, with a slash at its end: the address on the code host that package.json names as
 * `repository`; where it names none, the pages' folder.
 */
export function pagesAddress(repository: Repository): string {
  const named = typeof repository === "object" ? repository.url : repository;
  if (!named) return `${PAGES_FOLDER}/`;
  const host = named
    .replace(/^(?:github:)?([\w.-]+\/[\w.-]+)$/, "https://github.com/$1")
    .replace(/^git\+/, "")
    .replace(/(?:\.git)?\/?$/, "");
  if (!host.startsWith("https://")) throw new Error(`package.json's repository is no https address: ${named}`);
  // HEAD is the default branch, whatever its name, on GitHub and on those that are laid out like it.
  return `${host}/blob/HEAD/${PAGES_FOLDER}/`;
}
