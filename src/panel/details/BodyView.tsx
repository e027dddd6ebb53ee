import type { Content } from "../../core/traffic.js";
import { words } from "../words.js";
import { PayloadText } from "./PayloadText.js";

/** A body that was not observed, or an empty one, takes a line; the rest is text. */
export function BodyView({ title, content }: { title: string; content: Content | null }) {
  return (
    <section class="details-part">
      <h4>{title}</h4>
      {content === null || content.bytes === 0 ? (
        <p class="muted">{content === null ? words.notObserved : words.none}</p>
      ) : (
        <PayloadText content={content} />
      )}
    </section>
  );
}
