import { isSafeLink } from "../../report/parse-markdown.js";
import { words } from "../words.js";

/** Where more is written of a cause: by those who made the server and the client, and in the catalogue. */
export function References({ link, page }: { link: string; page: string }) {
  return (
    <>
      <Reference name="reference" title={words.reference} address={link} />
      <Reference name="catalogue-page" title={words.cataloguePage} address={page} />
    </>
  );
}

function Reference({ name, title, address }: { name: string; title: string; address: string }) {
  if (address === "") return null;
  return (
    <p class="reference" data-testid={name}>
      {isSafeLink(address) ? (
        <a href={address} target="_blank" rel="noreferrer">
          {title}
        </a>
      ) : (
        title
      )}{" "}
      <span class="muted">{address.replace(/^https:\/\//, "")}</span>
    </p>
  );
}
