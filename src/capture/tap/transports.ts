import { replace } from "./disguise.js";
import { absolute, construct, getOwnPropertyDescriptor, hrefOf, now, transportFields, whenSettled } from "./natives.js";
import { isActive, report } from "./report.js";
import { stackOf, withoutOurCalls } from "./request.js";
import { safely } from "./safely.js";
import { nextSocket } from "./sockets.js";

/**
 * WebTransport sessions, from the first word to the last; what goes over their streams is not read. The standard marks
 * `ready` and `closed` as handled, so listening to them hides no rejection from the page.
 */
export function tapTransports(): void {
  const fields = transportFields;
  if (!fields) return;
  replace<typeof WebTransport>(window, "WebTransport", (standIn) => {
    const traps: ProxyHandler<typeof WebTransport> = {
      __proto__: null,
      construct(target: typeof WebTransport, args: unknown[], newTarget: object) {
        const maker = (newTarget === standIn() ? target : newTarget) as typeof WebTransport;
        try {
          const made = construct(target, args, maker) as WebTransport;
          if (isActive()) safely(() => follow(made, args[0], fields));
          return made;
        } catch (error) {
          throw withoutOurCalls(error, args, traps.construct);
        }
      },
    } as ProxyHandler<typeof WebTransport>;
    return traps;
  });
}

function follow(made: WebTransport, asked: unknown, fields: Exclude<typeof transportFields, false>): void {
  const url = typeof asked === "string" ? absolute(asked) : hrefOf(asked as object);
  const told = { socket: nextSocket(), channel: "webtransport", url } as const;
  let isOpen = false;
  report({ kind: "begun", at: now(), ...told, protocols: null, stack: stackOf() });
  whenSettled(
    fields.ready(made),
    () => {
      isOpen = true;
      if (isActive()) report({ kind: "opened", at: now(), ...told, protocol: "" });
    },
    () => undefined,
  );
  whenSettled(fields.closed(made), onClosed, onFailed);

  function onClosed(info: unknown): void {
    if (isActive()) safely(() => report({ kind: "closed", at: now(), ...told, ...reasonOf(info), byPage: false }));
  }

  function onFailed(): void {
    if (!isActive()) return;
    if (!isOpen) report({ kind: "failed", at: now(), ...told, byPage: false });
    else report({ kind: "closed", at: now(), ...told, code: null, reason: null, wasClean: false, byPage: false });
  }
}

/** A WebTransportCloseInfo is a plain object that the browser made: its own values, or nothing. */
function reasonOf(info: unknown): { code: number | null; reason: string | null; wasClean: boolean } {
  const code: unknown = getOwnPropertyDescriptor(info as object, "closeCode")?.value;
  const reason: unknown = getOwnPropertyDescriptor(info as object, "reason")?.value;
  return {
    code: typeof code === "number" ? code : null,
    reason: typeof reason === "string" ? reason : null,
    wasClean: true,
  };
}
