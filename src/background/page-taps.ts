import type { Runtime } from "webextension-polyfill";
import type { TappedFrame } from "../capture/page-tap-events.js";
import { PORT_PREFIX } from "../capture/tap/wire.js";
import { tappedDocument } from "../capture/tapped-pages.js";
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
  /** A document asks whether its tab is being recorded; what it sees, it tells whoever records. */
  welcome(port: Runtime.Port): void;
  /** DevTools was opened or closed on some tab. */
  recordersChanged(): void;
  /** The user took away the extension's access to sites: pages that are loaded from now on have no tap. */
  accessRemoved(): void;
}

/** Tells the documents of inspected tabs that they are, and sends all others away. */
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

function callerOf(port: Runtime.Port): Caller | null {
  const from = tappedDocument(port.sender, port.name.slice(PORT_PREFIX.length));
  return from && { port: typedPort(port), leave: () => port.disconnect(), ...from, records: false };
}

function refuse(port: Runtime.Port): void {
  typedPort(port).send({ type: "tap", record: false });
  port.disconnect();
}
