import { useRef, useState } from "preact/hooks";
import type { ConnectionSummary } from "../../core/summaries.js";
import { useVirtualRows } from "../virtual-rows.js";
import { COLUMNS, ConnectionHead } from "./ConnectionHead.js";
import { ConnectionRow, type LeadsTo } from "./ConnectionRow.js";

interface LongConnectionsProps extends LeadsTo {
  connections: readonly ConnectionSummary[];
}

/** In pixels, until a row is measured: where it is narrow it has two lines. */
const ROW_PX = 25;

/**
 * A table of which only the rows in view are in the document; what is left out is as high as it would be. The row that has
 * the focus stays, and to those who are told of the table by its roles every row says its place.
 */
export function LongConnections({ connections, ...leadsTo }: LongConnectionsProps) {
  const box = useRef<HTMLDivElement>(null);
  const [focused, setFocused] = useState<string | null>(null);
  const place = focused === null ? -1 : connections.findIndex(({ id }) => id === focused);
  const { rows, height, measure } = useVirtualRows(box, {
    count: connections.length,
    rowHeight: ROW_PX,
    keyOf: (row) => connections[row]?.id ?? "",
    kept: place < 0 ? null : place,
  });
  let end = 0;
  const drawn = rows.flatMap(({ index, start, size }) => {
    const connection = connections[index];
    if (!connection) return [];
    const gap = start - end;
    end = start + size;
    return [
      <Gap key={`before ${connection.id}`} height={gap} />,
      <ConnectionRow key={connection.id} connection={connection} {...leadsTo} place={index} measure={measure} />,
    ];
  });
  return (
    <div ref={box} class="long-connections">
      <table
        aria-rowcount={connections.length + 1}
        onFocusIn={({ target }) => setFocused(rowOf(target))}
        onFocusOut={({ relatedTarget }) => setFocused(rowOf(relatedTarget))} // before it has arrived there
      >
        <ConnectionHead />
        <tbody>
          {drawn}
          <Gap height={height - end} />
        </tbody>
      </table>
    </div>
  );
}

function rowOf(target: EventTarget | null): string | null {
  return (target as Element | null)?.closest<HTMLElement>("[data-connection]")?.dataset.connection ?? null;
}

function Gap({ height }: { height: number }) {
  if (height <= 0) return null;
  return (
    // biome-ignore lint/a11y/noAriaHiddenOnFocusable: nothing in it takes the focus
    <tr class="gap" aria-hidden="true">
      <td colSpan={COLUMNS} style={{ height: `${height}px` }} />
    </tr>
  );
}
