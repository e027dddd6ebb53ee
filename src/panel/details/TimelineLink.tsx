import { words } from "../words.js";

interface TimelineLinkProps {
  /** Null for what belongs to no recognised connection. */
  connection: string | null;
  onShow: (connection: string) => void;
}

/** From a request or a message to its spot in the timeline of its connection. */
export function TimelineLink({ connection, onShow }: TimelineLinkProps) {
  if (connection === null) return null;
  return (
    <p class="details-part">
      <button type="button" class="link" onClick={() => onShow(connection)} data-testid="to-timeline">
        {words.connection.toTimeline}
      </button>
    </p>
  );
}
