import type { Analysis } from "../core/analysis.js";
import type { Exchange } from "../core/exchange.js";
import { BackgroundDialog } from "./background/BackgroundDialog.js";
import type { Background } from "./background/state.js";
import type { ExportChoice } from "./export/choice.js";
import type { Exporting, Saving } from "./export/exporting.js";
import { HelpDialog } from "./HelpDialog.js";
import { later } from "./later.js";
import type { Notice } from "./notice.js";
import { withMark } from "./others/marks.js";
import { OthersDialog } from "./others/OthersDialog.js";
import { othersAmong } from "./others/others.js";
import { SettingsDialog } from "./settings/SettingsDialog.js";
import type { Settings } from "./state/settings.js";

const ExportDialog = later(async () => (await import("./export/ExportDialog.js")).ExportDialog);

export type DialogName = "export" | "background" | "settings" | "help" | "others";

interface RecordingDialogProps {
  name: DialogName;
  background: Background;
  onBackground: (on: boolean) => void;
  choice: ExportChoice;
  onChoose: (choice: ExportChoice) => void;
  exporting: Exporting;
  summary: Analysis["summary"];
  saving: Saving | null;
  /** Saves all as it stands, before what would end the recording. */
  onSave: () => void;
  isEmpty: boolean;
  others: () => Exchange[];
  settings: Settings;
  onSettings: (settings: Settings) => void;
  notice: Notice | null;
  onClose: () => void;
}

/** The dialog that is open over a recording. */
export function RecordingDialog(props: RecordingDialogProps) {
  const { name, settings, onSettings, notice, onClose } = props;
  if (name === "help") return <HelpDialog onClose={onClose} />;
  if (name === "settings") return <SettingsDialog settings={settings} onSettings={onSettings} onClose={onClose} />;
  if (name === "others") {
    return (
      <OthersDialog
        others={othersAmong(props.others())}
        marks={settings.marks}
        onMark={(url, protocol) => onSettings({ ...settings, marks: withMark(settings.marks, url, protocol) })}
        onClose={onClose}
      />
    );
  }
  if (name === "background") {
    return (
      <BackgroundDialog
        background={props.background}
        notice={notice}
        isEmpty={props.isEmpty}
        onExport={props.onSave}
        onTurn={props.onBackground}
        onClose={onClose}
      />
    );
  }
  return (
    <ExportDialog
      choice={props.choice}
      onChoose={props.onChoose}
      exporting={props.exporting}
      summary={props.summary}
      saving={props.saving}
      notice={notice}
      onClose={onClose}
    />
  );
}
