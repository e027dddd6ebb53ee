import type { ComponentChildren } from "preact";
import { useMemo, useRef, useState } from "preact/hooks";
import type { Analysis } from "../core/analysis.js";
import type { Exchange } from "../core/exchange.js";
import type { Background } from "./background/state.js";
import { Coverage } from "./Coverage.js";
import type { Nothing } from "./card/AllWell.js";
import { Asking } from "./card/AskAgain.js";
import { CardSection } from "./card/CardSection.js";
import { Deciding } from "./card/Decider.js";
import { Ticket } from "./card/TicketButton.js";
import { Comparing } from "./compare/Comparing.js";
import { pairFor } from "./compare/rivals.js";
import { ConnectionSection } from "./connections/ConnectionSection.js";
import { decidingBy, type Possible } from "./deciding.js";
import { DetailsPane } from "./details/DetailsPane.js";
import { choiceFrom, type ExportChoice } from "./export/choice.js";
import type { Exporting, Saving } from "./export/exporting.js";
import { SavingBar } from "./export/SavingBar.js";
import { markOf } from "./export/ticket-mark.js";
import { filtered, isFiltering, NO_FILTER } from "./filters.js";
import { NoticeBar } from "./NoticeBar.js";
import type { Notice } from "./notice.js";
import { type DialogName, RecordingDialog } from "./RecordingDialog.js";
import type { Missed } from "./recording.js";
import { sorted } from "./sorting.js";
import type { Settings } from "./state/settings.js";
import type { View } from "./state/view.js";
import { Toolbar } from "./toolbar/Toolbar.js";
import { useAskingHere } from "./use-asking-here.js";
import { useDetails } from "./use-details.js";
import { useOpenCards } from "./use-open-cards.js";
import { useShortcuts } from "./use-shortcuts.js";
import type { LookUp } from "./witness.js";

export interface RecordingViewProps {
  asking: Asking;
  /** Null where they are not possible. */
  joinLog: Possible["joinLog"];
  reload: Possible["reload"];
  analysis: Analysis;
  missed: Missed;
  background: Background;
  onBackground: (on: boolean) => void;
  lookUp: LookUp;
  exporting: Exporting;
  saving: Saving | null;
  view: View;
  onView: (change: Partial<View>) => void;
  /** What belongs to none of the protocols. */
  others: () => Exchange[];
  settings: Settings;
  onSettings: (settings: Settings) => void;
  /** Null where nothing goes on that could be paused. */
  isPaused: boolean | null;
  onPause: (on: boolean) => void;
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
  const { analysis, background, exporting, view, onView, settings, isPaused, onPause, notice } = props;
  const { summary, cards, connections } = analysis;
  const { filter, sort } = view;
  const search = useRef<HTMLInputElement>(null);
  const shown = useMemo(() => sorted(filtered(cards, filter), sort), [cards, filter, sort]);
  const details = useDetails(view.trail, (trail) => onView({ trail }));
  const open = useOpenCards(view.open, (ids) => onView({ open: ids }));
  const [dialog, setDialog] = useState<DialogName | null>(null);
  const [choice, setChoice] = useState<ExportChoice>(() => choiceFrom(settings));
  const closeDialog = () => setDialog(null);
  const openExport = () => {
    setChoice(choiceFrom(settings));
    setDialog("export");
  };
  // Names of one's own are kept; what was once not redacted has to be asked for again.
  const choose = (chosen: ExportChoice) => {
    setChoice(chosen);
    const { own, emails, ips } = chosen;
    props.onSettings({ ...settings, own, emails, ips });
  };
  const saveAtOnce = (format: "har" | "markdown") => exporting.save(choiceFrom(settings, format));
  const isEmpty = summary.connections === 0 && summary.otherRequests === 0;
  const clear = () => {
    onView({ filter: NO_FILTER, trail: [] });
    props.onClear();
  };
  const revealCard = (id: string) => {
    if (!shown.some((card) => card.id === id)) onView({ filter: NO_FILTER });
    open.reveal(id);
  };
  useShortcuts({
    "/": () => search.current?.focus(),
    "?": () => setDialog("help"),
    e: isEmpty ? null : openExport,
    p: isPaused === null ? null : () => onPause(!isPaused),
    s: () => setDialog("settings"),
    // Null while there is nothing to close: Escape then belongs to DevTools, which opens its console drawer.
    Escape: dialog ? closeDialog : details.shown ? details.close : null,
  });
  const deciding = decidingBy({ connections, show: details.show, joinLog: props.joinLog, reload: props.reload });
  const asking = useAskingHere(props.asking, cards, open.reveal);

  return (
    <>
      <Toolbar
        cards={cards}
        view={view}
        onView={onView}
        searchRef={search}
        shown={shown.length}
        isEmpty={isEmpty}
        isPaused={isPaused}
        onPause={onPause}
        background={background}
        onBackground={() => setDialog("background")}
        onExport={saveAtOnce}
        onExportAs={openExport}
        onClear={clear}
        onSettings={() => setDialog("settings")}
        onHelp={() => setDialog("help")}
      />
      <NoticeBar notice={notice} />
      {dialog !== "export" && <SavingBar saving={props.saving} />}
      <div class="work" data-details={details.shown?.kind ?? "closed"}>
        <main class="list">
          {props.lead}
          <Asking.Provider value={asking}>
            <Deciding.Provider value={deciding}>
              <Comparing.Provider value={{ pairFor: (card) => pairFor(card, connections), compare: details.compare }}>
                <Ticket.Provider value={(card) => exporting.ticket(choiceFrom(settings), markOf(card, cards))}>
                  <CardSection
                    analysis={analysis}
                    shown={shown}
                    isFiltered={isFiltering(filter)}
                    onUnfilter={() => onView({ filter: NO_FILTER })}
                    open={open}
                    onShow={details.show}
                    nothing={props.nothing}
                  />
                </Ticket.Provider>
              </Comparing.Provider>
            </Deciding.Provider>
          </Asking.Provider>
          {/* What a text tells of a connection stands in its card. */}
          {props.hasSources && (
            <ConnectionSection connections={connections} onShowCard={revealCard} onShow={(id) => details.show([id])} />
          )}
        </main>
        {details.shown && (
          <DetailsPane
            shown={details.shown}
            lookUp={props.lookUp}
            connections={connections}
            onGoOn={details.goOn}
            onBack={details.back}
            onClose={details.close}
          />
        )}
      </div>
      {props.hasSources && <Coverage summary={summary} missed={props.missed} onOthers={() => setDialog("others")} />}
      {dialog && (
        <RecordingDialog
          name={dialog}
          background={background}
          onBackground={props.onBackground}
          choice={choice}
          onChoose={choose}
          exporting={exporting}
          summary={summary}
          saving={props.saving}
          onSave={() => saveAtOnce("har")}
          isEmpty={isEmpty}
          others={props.others}
          settings={settings}
          onSettings={props.onSettings}
          notice={notice}
          onClose={closeDialog}
        />
      )}
    </>
  );
}
