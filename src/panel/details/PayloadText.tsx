import { useState } from "preact/hooks";
import type { Content } from "../../core/traffic.js";
import { base64Length, byteLength } from "../../har/content.js";
import { size, words } from "../words.js";
import { visible } from "./visible.js";

const AT_FIRST = 4000;

/** Long texts show their beginning until asked for more. */
export function PayloadText({ content: { text, encoding, bytes, atLeast } }: { content: Content }) {
  const [isWhole, setWhole] = useState(false);
  if (text === null) return <p class="muted">{bytes === null ? words.notObserved : words.onlySize(bytes)}</p>;
  const isCut = !isWhole && text.length > AT_FIRST;
  return (
    <>
      {encoding === "base64" && <p class="muted">{words.binary(size(bytes))}</p>}
      {bytes !== null && isHead({ text, encoding, bytes }) && (
        <p class="muted">{words.onlyHead(size(bytes, atLeast))}</p>
      )}
      <pre class="payload">{visible(isCut ? text.slice(0, AT_FIRST) : text)}</pre>
      {isCut && (
        <button type="button" class="link" onClick={() => setWhole(true)}>
          {words.showWhole(text.length)}
        </button>
      )}
    </>
  );
}

/** Payloads beyond a limit keep their size and their beginning, the page tap's at the least so much. */
const SHORTEST_HEAD = 256;

function isHead({ text, encoding, bytes }: { text: string; encoding: Content["encoding"]; bytes: number }): boolean {
  if (text.length < SHORTEST_HEAD) return false;
  return bytes > (encoding === "base64" ? base64Length(text) : byteLength(text));
}
