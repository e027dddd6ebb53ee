import { serveNginx } from "../nginx.js";
import type { Scenario } from "../scenario.js";
import { talkUntilUpgradeFails } from "../socket-io/scripts.js";
import { serveSocketIo } from "../socket-io/server.js";

/** Chromium tells of a refused WebSocket its status alone, and most that end so are refused by a proxy. */
export default {
  title: "Polls stay with one instance, and the WebSocket goes to another, which knows no such session",
  protocol: "engine-io",
  needs: ["node", "nginx"],
  rows: ["WS 400 (code 1) while polling works: WebSockets are balanced apart from polls"],
  cards: [{ cause: "proxy-drops-upgrade", protocol: "engine-io", phase: "upgrade", status: 400 }],
  healthy: 0,
  further: "by name",
  firefox: {
    cards: [{ cause: "no-sticky-sessions", protocol: "engine-io", phase: "upgrade", status: 400, engineIoCode: 1 }],
    because: "Firefox tells the extension how long the answer is to a WebSocket that is refused, and so the code in it",
  },
  async start(lab) {
    const path = lab.mount();
    const page = { script: talkUntilUpgradeFails(path), scripts: ["socket.io" as const] };
    const polled = await serveSocketIo(lab, path, { page });
    const other = await serveSocketIo(lab, path);
    const server = `location / {
  set $target ${polled.origin};
  if ($http_upgrade) { set $target ${other.origin}; }
  proxy_pass $target;
  proxy_http_version 1.1;
  proxy_set_header Upgrade $http_upgrade;
  proxy_set_header Connection $hop;
}`;
    const http = 'map $http_upgrade $hop { default upgrade; "" ""; }';
    return { page: `${(await serveNginx(lab, { server, http })).origin}/` };
  },
} satisfies Scenario;
