import { knowledge } from "virtual:knowledge";
import { render } from "preact";
import { previewReplacements } from "../har/export.js";
import { App } from "./App.js";
import type { Background } from "./background/state.js";
import { redactionOf } from "./export/choice.js";
import type { Notice } from "./notice.js";
import { SAMPLES } from "./preview-samples.js";
import { createRecording } from "./recording.js";
import { createSources } from "./sources/sources.js";

/** The panel as a plain page, for working on its looks: `preview.html?sample=failing&theme=dark`. */
const asked = new URLSearchParams(location.search);
const way = asked.get("background") === "switch" ? "switch" : "permission";
const theme = asked.get("theme") === "dark" ? "dark" : "light";

const root = document.getElementById("app");
let recording = createRecording(knowledge);
recording.take(SAMPLES[asked.get("sample") ?? "failing"] ?? []);
let background: Background = { way, isOn: false, since: null };
let notice: Notice | null = null;
const sources = createSources(knowledge, () => recording, draw);

function draw(): void {
  if (!root) return;
  const current = sources.current();
  render(
    <App
      sources={sources.all()}
      current={current}
      onChoose={sources.choose}
      onOpen={sources.open}
      onCloseFile={sources.close}
      onExplain={sources.explain}
      asking={{ urlFor: () => null, ask: () => undefined }}
      analysis={current.recording.read()}
      missed={current.recording.missed()}
      background={background}
      onBackground={(isOn) => {
        background = { ...background, isOn };
        draw();
      }}
      lookUp={current.recording.lookUp}
      exporting={{
        save({ format }) {
          notice = { text: `Would export ${format}.`, tone: "good" };
          draw();
        },
        preview: (choice, salt) =>
          previewReplacements(current.recording.events(), knowledge, redactionOf(choice, salt)),
      }}
      onClear={() => {
        recording = createRecording(knowledge);
        draw();
      }}
      notice={notice}
      theme={theme}
    />,
    root,
  );
}

draw();
