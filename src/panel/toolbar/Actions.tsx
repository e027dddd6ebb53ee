import type { Background } from "../background/state.js";
import { words } from "../words.js";
import { ToolButton } from "./ToolButton.js";

export interface ActionsProps {
  /** Nothing recorded, so nothing to export. */
  isEmpty: boolean;
  background: Background;
  onBackground: () => void;
  onExport: (format: "har" | "markdown") => void;
  onExportAs: () => void;
  onClear: () => void;
  onSettings: () => void;
  onHelp: () => void;
}

/** What can be done with a recording as a whole. */
export function Actions(props: ActionsProps) {
  const { isEmpty, background } = props;
  return (
    <span class="actions">
      {background.way !== "none" && (
        <button
          type="button"
          class="background"
          aria-haspopup="dialog"
          title={words.background.buttonHint}
          onClick={props.onBackground}
          data-testid="background"
          data-on={background.isOn}
        >
          {words.background.button(background.isOn)}
        </button>
      )}
      <ToolButton name="export-har" disabled={isEmpty} hint={words.exportHarHint} onClick={() => props.onExport("har")}>
        {words.exportHar}
      </ToolButton>
      <ToolButton
        name="export-report"
        disabled={isEmpty}
        hint={words.exportReportHint}
        isWideOnly
        onClick={() => props.onExport("markdown")}
      >
        {words.exportReport}
      </ToolButton>
      <ToolButton name="export-as" disabled={isEmpty} hint={words.exportAsHint} opens onClick={props.onExportAs}>
        {words.exportAs}
      </ToolButton>
      <ToolButton name="clear" disabled={isEmpty} hint={words.clearHint} onClick={props.onClear}>
        {words.clear}
      </ToolButton>
      <ToolButton name="settings" hint={words.settings.hint} opens onClick={props.onSettings}>
        {words.settings.title}
      </ToolButton>
      <ToolButton name="help" hint={words.help.hint} opens onClick={props.onHelp}>
        <span aria-hidden="true">?</span>
        <span class="off-screen">{words.help.title}</span>
      </ToolButton>
    </span>
  );
}
