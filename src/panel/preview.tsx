import { knowledge } from "virtual:knowledge";
import { render } from "preact";
import { useState } from "preact/hooks";
import { analyse } from "../core/analysis.js";
import type { TrafficEvent } from "../core/traffic.js";
import { previewReplacements } from "../har/export.js";
import { App } from "./App.js";
import type { Background } from "./background/state.js";
import { redactionOf } from "./export/choice.js";
import type { Notice } from "./notice.js";
import { lookUpIn } from "./preview-look-up.js";
import { SAMPLES } from "./preview-samples.js";

/** The panel as a plain page, for working on its looks: `preview.html?sample=failing&theme=dark`. */
const asked = new URLSearchParams(location.search);
const sample = SAMPLES[asked.get("sample") ?? "failing"] ?? [];
const way = asked.get("background") === "switch" ? "switch" : "permission";
const theme = asked.get("theme") === "dark" ? "dark" : "light";

function Preview() {
  const [events, setEvents] = useState<TrafficEvent[]>(sample);
  const [background, setBackground] = useState<Background>({ way, isOn: false, since: null });
  const [notice, setNotice] = useState<Notice | null>(null);
  return (
    <App
      asking={{ urlFor: () => null, ask: () => undefined }}
      analysis={analyse(events, knowledge)}
      missed={{ frames: 0, others: 0, inPages: 0 }}
      background={background}
      onBackground={(isOn) => setBackground({ ...background, isOn })}
      lookUp={lookUpIn(events)}
      exporting={{
        save: ({ format }) => setNotice({ text: `Would export ${format}.`, tone: "good" }),
        preview: (choice, salt) => previewReplacements(events, knowledge, redactionOf(choice, salt)),
      }}
      onClear={() => setEvents([])}
      notice={notice}
      theme={theme}
    />
  );
}

const root = document.getElementById("app");
if (root) render(<Preview />, root);
