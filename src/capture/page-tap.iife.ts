import { tapRequests } from "./tap/asked.js";
import { hearConsole } from "./tap/console.js";
import { keepToString, restoreAll } from "./tap/disguise.js";
import { call, listen, postMessage, startPort } from "./tap/natives.js";
import { watchPolicy } from "./tap/pending.js";
import { relayEnd, stopReporting, tapEnd } from "./tap/report.js";
import { tapConstructor, tapMethods } from "./tap/sockets.js";
import { tapTransports } from "./tap/transports.js";
import { GREETING } from "./tap/wire.js";

/**
 * In the page's own world, before its first script: tells the relay of every WebSocket and EventSource as the page sees
 * them. The one message that goes through the window is this greeting, which the relay intercepts; the answer "stop"
 * means that nobody inspects this tab, and then everything becomes native again.
 */
keepToString();
tapMethods();
tapConstructor("WebSocket", "websocket");
tapConstructor("EventSource", "eventsource");
tapTransports();
tapRequests();
hearConsole();
watchPolicy();

listen(tapEnd, "message", () => {
  restoreAll();
  stopReporting();
});
startPort(tapEnd);
call(postMessage, window, [GREETING, "*", [relayEnd]]);
