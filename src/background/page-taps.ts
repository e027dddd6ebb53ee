import type { Runtime } from "webextension-polyfill";
import { pageTapEvents, type TappedFrame } from "../capture/page-tap-events.js";
import { PORT_PREFIX } from "../capture/tap/wire.js";
import { type CoverageEvent, Unseen } from "../core/traffic.js";
import { type TypedPort, typedPort } from "../messages.js";
import type { Hub } from "./hub.js";

/** After the worker has started, DevTools' recorders come back within this time; only then "nobody records" is an answer. */
const GRACE_MS = 2000;

const ALL = Unseen.options as CoverageEvent["notSeen"];

interface Caller {
  port: TypedPort;
  leave(): void;
  tab: number;
  frame: TappedFrame;
  records: boolean;
}

export interface PageTaps {
  isTap(port: Runtime.Port): boolean;
  /** A document asks whether its tab is being recorded, and tells what it sees if so. */
  welcome(port: Runtime.Port): void;
  /** DevTools was opened or closed on some tab. */
  recordersChanged(): void;
  /** The user took away the extension's access to sites: pages that are loaded from now on have no tap. */
  accessRemoved(): void;
}

/** Lets the documents of inspected tabs tell what they see, and sends all others away. */
export function createPageTaps(hub: Hub): PageTaps {
  const callers = new Set<Caller>();
  const startedAt = Date.now();

  function welcome(port: Runtime.Port): void {
    const caller = callerOf(port);
    if (!caller) {
      refuse(port);
      return;
    }
    callers.add(caller);
    caller.port.onClosed(() => callers.delete(caller));
    caller.port.onMessage((message) => {
      if (message.type !== "tapped" || !caller.records) return;
      const { events, batch } = message;
      const recorded = hub.record(
        caller.tab,
        events.flatMap((event) => pageTapEvents(event, caller.frame)),
      );
      void recorded.then(() => caller.port.send({ type: "taken", batch }));
    });
    answer(caller);
  }

  function answer(caller: Caller): void {
    const isRecorded = hub.hasRecorder(caller.tab);
    if (isRecorded && !caller.records) admit(caller);
    if (isRecorded) return;
    const grace = startedAt + GRACE_MS - Date.now();
    if (grace > 0) setTimeout(() => callers.has(caller) && answer(caller), grace);
    else dismiss(caller);
  }

  function admit(caller: Caller): void {
    caller.records = true;
    caller.port.send({ type: "tap", record: true });
    void hub.record(caller.tab, [
      {
        kind: "coverage",
        id: `tap-${caller.frame.id}.coverage`,
        at: Date.now(),
        source: "page-tap",
        notSeen: ["statuses", "bodies", "pending", "before-devtools", "workers"],
      },
    ]);
  }

  function dismiss(caller: Caller): void {
    callers.delete(caller);
    caller.port.send({ type: "tap", record: false });
    caller.leave();
  }

  return {
    isTap: ({ name }) => name.startsWith(PORT_PREFIX),
    welcome,
    recordersChanged() {
      for (const caller of [...callers]) answer(caller);
    },
    accessRemoved() {
      const at = Date.now();
      const blind: CoverageEvent = { kind: "coverage", id: `tap-none.${at}`, at, source: "page-tap", notSeen: ALL };
      for (const tab of hub.recordedTabs()) void hub.record(tab, [blind]);
    },
  };
}

/** Null where nothing may be recorded: in a private window, or outside a tab. */
function callerOf(port: Runtime.Port): Caller | null {
  const { tab, frameId, url = "" } = port.sender ?? {};
  if (tab?.id === undefined || tab.incognito) return null;
  const frame = { id: `${frameId ?? 0}.${port.name.slice(PORT_PREFIX.length)}`, origin: originOf(port.sender), url };
  return { port: typedPort(port), leave: () => port.disconnect(), tab: tab.id, frame, records: false };
}

/** Chromium says it itself, also of a document without a URL of its own. */
function originOf(sender: (Runtime.MessageSender & { origin?: string }) | undefined): string {
  const url = sender?.url ?? "";
  return sender?.origin ?? (URL.canParse(url) ? new URL(url).origin : "null");
}

function refuse(port: Runtime.Port): void {
  typedPort(port).send({ type: "tap", record: false });
  port.disconnect();
}
