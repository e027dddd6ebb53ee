import { useMemo } from "preact/hooks";
import type { Story } from "../witness.js";
import { exactTime, words } from "../words.js";
import { differences, type Line, type Part, sideOf } from "./differences.js";

interface CompareViewProps {
  one: Story;
  other: Story;
  onShow: (connection: string) => void;
}

/** Two connections beside each other. Hooks: `data-testid="compare"`, and on each row `data-standing` and `data-name`. */
export function CompareView({ one, other, onShow }: CompareViewProps) {
  const parts = useMemo(
    () => differences(sideOf(one), sideOf(other)),
    [
      one.connection.id,
      one.frames.length,
      one.exchanges.length,
      other.connection.id,
      other.frames.length,
      other.exchanges.length,
    ],
  );
  return (
    <div data-testid="compare">
      <div class="compare-row compare-head">
        <span />
        {[one, other].map(({ connection: { id, startedAt, protocol } }) => (
          <span key={id}>
            <button type="button" class="link" onClick={() => onShow(id)}>
              {words.protocol[protocol]}, {exactTime(startedAt)}
            </button>
          </span>
        ))}
      </div>
      {parts.map((part) => (
        <PartView key={part.title} part={part} />
      ))}
    </div>
  );
}

function PartView({ part: { title, lines } }: { part: Part }) {
  const telling = lines.filter(({ standing }) => standing === "differs");
  const rest = lines.filter(({ standing }) => standing !== "differs");
  return (
    <section class="details-part">
      <h3>
        {title} <span class="count">{telling.length}</span>
      </h3>
      {telling.length === 0 && <p class="muted">{words.compare.alike}</p>}
      <Lines lines={telling} />
      {rest.length > 0 && (
        <details class="compare-rest">
          <summary class="muted">{words.compare.rest(rest.length)}</summary>
          <Lines lines={rest} />
        </details>
      )}
    </section>
  );
}

function Lines({ lines }: { lines: readonly Line[] }) {
  return (
    <dl class="compare-lines">
      {lines.map(({ name, one, other, standing }) => (
        <div class="compare-row" key={name} data-standing={standing} data-name={name}>
          <dt>{name}</dt>
          {[one, other].map((value, place) => (
            <dd key={place}>{value ?? <span class="muted">{words.none}</span>}</dd>
          ))}
        </div>
      ))}
    </dl>
  );
}
