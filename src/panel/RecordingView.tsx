import type { ComponentChildren } from "preact";
import { useEffect, useMemo, useRef, useState } from "preact/hooks";
import type { Analysis } from "../core/analysis.js";
import { newSalt } from "../har/export.js";
import { BackgroundDialog } from "./background/BackgroundDialog.js";
import type { Background } from "./background/state.js";
import { Coverage } from "./Coverage.js";
import type { Nothing } from "./card/AllWell.js";
import { Asking } from "./card/AskAgain.js";
import { CardSection } from "./card/CardSection.js";
import { ConnectionSection } from "./connections/ConnectionSection.js";
import { DetailsPane } from "./details/DetailsPane.js";
import { ONE_CLICK } from "./export/choice.js";
import { ExportDialog } from "./export/ExportDialog.js";
import type { Exporting } from "./export/use-preview.js";
import { isFiltering, NO_FILTER, passes } from "./filters.js";
import { NoticeBar } from "./NoticeBar.js";
import type { Notice } from "./notice.js";
import type { Missed } from "./recording.js";
import { Toolbar } from "./Toolbar.js";
import { useDetails } from "./use-details.js";
import { useOpenCards } from "./use-open-cards.js";
import { useShortcuts } from "./use-shortcuts.js";
import type { LookUp } from "./witness.js";

export interface RecordingViewProps {
  asking: Asking;
  analysis: Analysis;
  missed: Missed;
  background: Background;
  onBackground: (on: boolean) => void;
  lookUp: LookUp;
  exporting: Exporting;
  onClear: () => void;
  notice: Notice | null;
  nothing: Nothing;
  /** Whether anything was watched that could have blind spots: a text has none. */
  hasSources: boolean;
  /** Stands above the cards: the text that they are about, or how far a file is read. */
  lead?: ComponentChildren;
}

/** One recording: what failed, what was recognised, what cannot be seen. */
export function RecordingView(props: RecordingViewProps) {
  const {
    asking,
    analysis,
    missed,
    background,
    onBackground,
    lookUp,
    exporting,
    onClear,
    notice,
    nothing,
    hasSources,
    lead,
  } = props;
  const { summary, cards, connections } = analysis;
  const [filter, setFilter] = useState(NO_FILTER);
  const search = useRef<HTMLInputElement | null>(null);
  const shown = useMemo(() => cards.filter((card) => passes(card, filter)), [cards, filter]);
  const details = useDetails();
  const open = useOpenCards();
  const [isAsking, setAsking] = useState(false);
  const [isExporting, setExporting] = useState(false);
  const [choice, setChoice] = useState(ONE_CLICK);
  // Names of one's own are kept; what was once not redacted has to be asked for again.
  const openExport = () => {
    setChoice(({ own, emails, ips }) => ({ ...ONE_CLICK, own, emails, ips }));
    setExporting(true);
  };
  const saveAtOnce = (format: "har" | "markdown") => exporting.save({ ...ONE_CLICK, format }, newSalt());
  const closeDialog = isExporting ? () => setExporting(false) : isAsking ? () => setAsking(false) : null;
  const closing = closeDialog ?? (details.isOpen ? details.close : null);
  const reveal = open.reveal;
  const [asked, setAsked] = useState<{ exchange: string; card: string } | null>(null);
  // The answer may make another cause of it, and that is another card: it opens where the first one stood.
  const answered = asked && cards.find(({ id, request }) => id !== asked.card && request?.events[0] === asked.exchange);
  useEffect(() => {
    if (!answered) return;
    setAsked(null);
    reveal(answered.id);
  }, [answered?.id]);
  const askingHere: Asking = {
    urlFor: asking.urlFor,
    ask(exchange) {
      const card = cards.find(({ request }) => request?.events[0] === exchange);
      if (card) setAsked({ exchange, card: card.id });
      asking.ask(exchange);
    },
  };
  useShortcuts({ onSearch: () => search.current?.focus(), onEscape: closing });
  const isEmpty = summary.connections === 0 && summary.otherRequests === 0;

  const clear = () => {
    setFilter(NO_FILTER);
    details.close();
    onClear();
  };
  const revealCard = (id: string) => {
    if (!shown.some((card) => card.id === id)) setFilter(NO_FILTER);
    open.reveal(id);
  };

  return (
    <>
      <Toolbar
        cards={cards}
        filter={filter}
        onFilter={setFilter}
        searchRef={search}
        shown={shown.length}
        isEmpty={isEmpty}
        background={background}
        onBackground={() => setAsking(true)}
        onExport={saveAtOnce}
        onExportAs={openExport}
        onClear={clear}
      />
      <NoticeBar notice={notice} />
      <div class="work" data-details={details.isOpen ? "open" : "closed"}>
        <main class="list">
          {lead}
          <Asking.Provider value={askingHere}>
            <CardSection
              analysis={analysis}
              shown={shown}
              isFiltered={isFiltering(filter)}
              onUnfilter={() => setFilter(NO_FILTER)}
              open={open}
              onShow={details.show}
              nothing={nothing}
            />
          </Asking.Provider>
          <ConnectionSection connections={connections} onShowCard={revealCard} onShow={(id) => details.show([id])} />
        </main>
        {details.events && (
          <DetailsPane
            events={details.events}
            lookUp={lookUp}
            onShow={details.goOn}
            onBack={details.back}
            onClose={details.close}
          />
        )}
      </div>
      {hasSources && <Coverage summary={summary} missed={missed} />}
      {isExporting && (
        <ExportDialog
          choice={choice}
          onChoose={setChoice}
          exporting={exporting}
          notice={notice}
          onClose={() => setExporting(false)}
        />
      )}
      {isAsking && (
        <BackgroundDialog
          background={background}
          notice={notice}
          isEmpty={isEmpty}
          onExport={() => saveAtOnce("har")}
          onTurn={onBackground}
          onClose={() => setAsking(false)}
        />
      )}
    </>
  );
}
