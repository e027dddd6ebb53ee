import type { ProtocolName } from "../core/connection.js";
import type { Loading } from "./loading.js";
import { RecordingView, type RecordingViewProps } from "./RecordingView.js";
import { FileReading } from "./sources/FileReading.js";
import { nothingIn } from "./sources/nothing.js";
import { PastedText } from "./sources/PastedText.js";
import { SourceTabs } from "./sources/SourceTabs.js";
import type { Source } from "./sources/source.js";
import { useFileDrop } from "./sources/use-file-drop.js";
import { words } from "./words.js";

interface AppProps extends Omit<RecordingViewProps, "nothing" | "hasSources" | "lead"> {
  sources: readonly Source[];
  current: Source;
  loading: Loading;
  onChoose: (id: string) => void;
  onOpen: (files: readonly File[]) => void;
  onCloseFile: (id: string) => void;
  onExplain: (text: string, protocol: ProtocolName | null) => void;
  onExplainAlone: () => void;
  theme: "light" | "dark";
}

/** The whole panel: what there is to look at, and the recording that was chosen. Hook: `data-loading`, whether it can be read yet. */
export function App({
  sources,
  current,
  loading,
  onChoose,
  onOpen,
  onCloseFile,
  onExplain,
  onExplainAlone,
  theme,
  ...view
}: AppProps) {
  const isDropping = useFileDrop(onOpen);
  return (
    <div class="panel" data-theme={theme} data-loading={loading.state} data-testid="panel">
      <header>
        <h1 class="off-screen">{words.appName}</h1>
        <SourceTabs sources={sources} current={current} onChoose={onChoose} onOpen={onOpen} onClose={onCloseFile} />
      </header>
      <RecordingView
        key={current.id}
        {...view}
        nothing={nothingIn(current, loading)}
        hasSources={loading.state === "loaded" && (current.kind !== "text" || current.beside !== null)}
        lead={
          current.kind === "file" ? (
            <FileReading source={current} onCancel={() => onCloseFile(current.id)} />
          ) : (
            current.kind === "text" && <PastedText source={current} onExplain={onExplain} onAlone={onExplainAlone} />
          )
        }
      />
      {isDropping && <p class="drop-hint">{words.sources.drop}</p>}
    </div>
  );
}
