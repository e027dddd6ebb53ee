import { visible } from "../details/visible.js";
import { words } from "../words.js";
import { hexOf } from "./bytes.js";

/** More children of one value are counted instead of shown. */
const MOST_CHILDREN = 200;
const LONGEST_TEXT = 2000;
const OPEN_UNTIL_DEPTH = 2;

/** A value as a tree that opens step by step; every string is text. */
export function JsonTree({ value, depth = 0 }: { value: unknown; depth?: number }) {
  const children = childrenOf(value);
  if (!children) return <code class="leaf">{leafText(value)}</code>;
  const [open, close] = Array.isArray(value) ? ["[", "]"] : ["{", "}"];
  if (children.length === 0) return <code class="leaf">{`${open}${close}`}</code>;
  return (
    <details class="tree" open={depth < OPEN_UNTIL_DEPTH}>
      <summary>
        <code>{`${open} ${children.length} ${close}`}</code>
      </summary>
      <ul>
        {children.slice(0, MOST_CHILDREN).map(([name, child]) => (
          <li key={name}>
            <code class="tree-name">{visible(name)}</code> <JsonTree value={child} depth={depth + 1} />
          </li>
        ))}
        {children.length > MOST_CHILDREN && (
          <li class="muted">{words.messages.more(children.length - MOST_CHILDREN)}</li>
        )}
      </ul>
    </details>
  );
}

function childrenOf(value: unknown): [string, unknown][] | null {
  if (typeof value !== "object" || value === null || value instanceof Uint8Array || value instanceof ArrayBuffer) {
    return null;
  }
  return Object.entries(value);
}

function leafText(value: unknown): string {
  if (value instanceof ArrayBuffer) return hexOf(new Uint8Array(value).subarray(0, LONGEST_TEXT));
  if (value instanceof Uint8Array) return hexOf(value.subarray(0, LONGEST_TEXT));
  return visible(typeof value === "string" ? JSON.stringify(value.slice(0, LONGEST_TEXT)) : String(value));
}
