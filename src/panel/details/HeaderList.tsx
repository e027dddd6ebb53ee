import type { Header } from "../../core/traffic.js";
import { words } from "../words.js";
import { visible } from "./visible.js";

/** Headers that were not observed are said to be so: that is not the same as none. */
export function HeaderList({ title, headers }: { title: string; headers: readonly Header[] | null }) {
  return (
    <section class="details-part">
      <h4>{title}</h4>
      {!headers?.length && <p class="muted">{headers ? words.none : words.notObserved}</p>}
      {headers && headers.length > 0 && (
        <dl class="pairs headers">
          {headers.map(({ name, value }, place) => [
            <dt key={`name-${place}`}>{visible(name)}</dt>,
            <dd key={`value-${place}`}>{visible(value)}</dd>,
          ])}
        </dl>
      )}
    </section>
  );
}
