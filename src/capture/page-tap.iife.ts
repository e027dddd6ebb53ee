import { tapRequests } from "./tap/asked.js";
import { hearConsole } from "./tap/console.js";
import { keepToString, restoreAll } from "./tap/disguise.js";
import { call, listen, messageData, postMessage, startPort, unlisten } from "./tap/natives.js";
import { watchPolicy } from "./tap/pending.js";
import { comeBack, leave, nameHandover, relayEnd, stopReporting, tapEnd } from "./tap/report.js";
import { safely } from "./tap/safely.js";
import { tapConstructor, tapMethods } from "./tap/sockets.js";
import { tapTransports } from "./tap/transports.js";
import { GREETING, STOP } from "./tap/wire.js";

/**
 * In the page's own world, before its first script: tells the relay of every WebSocket and EventSource as the page sees
 * them. The one message that goes through the window is this greeting, which the relay intercepts. It answers with the name of
 * an event that only the two of them know; "stop" means that nobody inspects this tab, and then everything becomes native again.
 */
keepToString();
tapMethods();
tapConstructor("WebSocket", "websocket");
tapConstructor("EventSource", "eventsource");
tapTransports();
tapRequests();
hearConsole();
watchPolicy();

listen(tapEnd, "message", (event: Event) => {
  const said = messageData(event);
  if (said === STOP) stop();
  else nameHandover(said as string);
});
listen(window, "pagehide", onHide, true);
listen(window, "pageshow", onShow, true);
startPort(tapEnd);
call(postMessage, window, [GREETING, "*", [relayEnd]]);

function onHide(event: Event): void {
  if (event.isTrusted) safely(leave);
}

function onShow(event: Event): void {
  if (event.isTrusted) comeBack();
}

function stop(): void {
  unlisten(window, "pagehide", onHide, true);
  unlisten(window, "pageshow", onShow, true);
  restoreAll();
  stopReporting();
}
