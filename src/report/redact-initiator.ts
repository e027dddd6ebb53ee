import { ASK_AGAIN } from "../core/ask-again.js";
import type { Repeats } from "./repeats.js";
import { isCommonRoute } from "./routes.js";
import type { StrictUrls } from "./strict-url.js";

/** Functions of the clients, by which a stack is recognised; others are the application's. */
const FUNCTION =
  /^(?:\w{1,24}\.)?(?:_startTransport|_createTransport|_startInternal|_getNegotiationResponse|_startWithReconnect|_startCore|_startFromRestarting|connect|start|connection\.onclose|doOpen|open|_open|createSocket|createTransport|negotiate|send|poll|_poll|doPoll|request|doWrite|WebSocket|EventSource)$/;

/** "function url": the client's own names stay, for the rest that there was a call. */
export function createInitiatorRedaction(urls: StrictUrls, once: Repeats["once"]): (call: string) => string {
  const address = once((script) =>
    script === "" || script === ASK_AGAIN || isCommonRoute(script) ? script : urls.url(script),
  );

  return (call) => {
    const cut = call.lastIndexOf(" ");
    const [name, script] = cut < 0 ? ["", call] : [call.slice(0, cut), call.slice(cut + 1)];
    return `${FUNCTION.test(name) ? name : "(anonymous)"} ${address(script)}`;
  };
}
