import { words } from "../words.js";
import type { FileSource } from "./source.js";

interface FileReadingProps {
  source: FileSource;
  onCancel: () => void;
}

/** How far a file is read, why it could not be, or what its reader should know. Hook: `data-reading`. */
export function FileReading({ source: { name, reading, notes }, onCancel }: FileReadingProps) {
  if (reading.state === "read" && notes.length === 0) return null;
  return (
    <div class="file-reading" role={reading.state === "failed" ? "alert" : "status"} data-reading={reading.state}>
      {reading.state === "reading" && (
        <>
          <label>
            {words.sources.reading[typeof reading.at === "number" ? "taking" : reading.at](name)}{" "}
            <progress value={typeof reading.at === "number" ? reading.at : undefined} max={1} />
          </label>
          <button type="button" class="link" onClick={onCancel} data-testid="cancel-reading">
            {words.sources.cancel}
          </button>
        </>
      )}
      {reading.state === "failed" && (
        <p>
          {words.sources.unreadable(name)} {reading.why}
        </p>
      )}
      {notes.map((note) => (
        <p key={note}>{note}</p>
      ))}
    </div>
  );
}
