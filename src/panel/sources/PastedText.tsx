import { useEffect, useRef, useState } from "preact/hooks";
import type { ProtocolName } from "../../core/connection.js";
import { Select } from "../Select.js";
import { words } from "../words.js";
import type { TextSource } from "./source.js";

interface PastedTextProps {
  source: TextSource;
  onExplain: (text: string, protocol: ProtocolName | null) => void;
  /** Without the recording that it stands beside. */
  onAlone: () => void;
}

/** How long after the last key the text is read. */
const READ_AFTER_MS = 200;

const PROTOCOLS = Object.entries(words.protocol) as [ProtocolName, string][];

/** Where a console line, an exception or a log is pasted; what it says is read as it is typed. */
export function PastedText({ source, onExplain, onAlone }: PastedTextProps) {
  const [text, setText] = useState(source.text);
  const handedOn = useRef(source.text);
  const area = useRef<HTMLTextAreaElement>(null);
  // Who came from a card, whose button had the focus and is gone, came to paste.
  useEffect(() => {
    if (source.beside && document.activeElement === document.body) area.current?.focus();
  }, [source.beside]);
  const explain = (given: string, protocol: ProtocolName | null) => {
    handedOn.current = given;
    onExplain(given, protocol);
  };
  // What was not typed here: the text was cleared.
  if (source.text !== handedOn.current) {
    handedOn.current = source.text;
    setText(source.text);
  }
  useEffect(() => {
    if (text === handedOn.current) return;
    const timer = setTimeout(explain, READ_AFTER_MS, text, source.protocol);
    return () => clearTimeout(timer);
  }, [text, source.protocol]);
  const isUnnamed =
    source.protocol === null && !source.beside && source.recording.events().every((each) => !namesLibrary(each));
  return (
    <div class="pasted">
      <label for="pasted-text">{words.explain.label}</label>
      <textarea
        ref={area}
        id="pasted-text"
        rows={6}
        spellcheck={false}
        value={text}
        placeholder={words.explain.placeholder}
        onInput={(event) => setText(event.currentTarget.value)}
        data-testid="pasted-text"
      />
      {source.beside && (
        <p data-testid="beside">
          {words.explain.beside(words.protocol[source.beside.protocol], source.beside.endpoint)}{" "}
          <button type="button" class="link" onClick={onAlone} data-testid="text-alone">
            {words.explain.alone}
          </button>
        </p>
      )}
      <div class="pasted-row">
        <Select
          label={words.explain.protocol}
          isLabelled
          value={source.protocol ?? ""}
          options={[["", words.explain.anyProtocol], ...PROTOCOLS]}
          onChoose={(chosen) => explain(text, PROTOCOLS.find(([name]) => name === chosen)?.[0] ?? null)}
          testId="pasted-protocol"
        />
        {isUnnamed && source.recording.events().length > 0 && <span class="muted">{words.explain.unnamed}</span>}
      </div>
      {source.notes.map((note) => (
        <p key={note} class="muted">
          {note}
        </p>
      ))}
    </div>
  );
}

function namesLibrary(event: ReturnType<TextSource["recording"]["events"]>[number]): boolean {
  return event.kind === "said" && event.protocol !== null;
}
