import { isSafeLink } from "../../report/parse-markdown.js";
import { words } from "../words.js";

export function Reference({ link }: { link: string }) {
  if (!isSafeLink(link)) return null;
  return (
    <p class="reference">
      <a href={link} target="_blank" rel="noreferrer" data-testid="reference">
        {words.reference}
      </a>{" "}
      <span class="muted">{link.replace(/^https:\/\//, "")}</span>
    </p>
  );
}
