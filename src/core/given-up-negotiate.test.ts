import { expect, test } from "vitest";
import { parseWireScript } from "../knowledge/wire-script.js";
import { look } from "./testing/witnessed.js";

const NEXT = `+10ms POST https://app.test/chat/negotiate?negotiateVersion=1
  > X-SignalR-User-Agent: Microsoft SignalR/10.0
  < 200
  << {"connectionId":"I","connectionToken":"T","negotiateVersion":1,"availableTransports":[]}
+20ms WS wss://app.test/chat?id=T
  < 101
  +5ms -> {"protocol":"json","version":1}␞
  +5ms <- {}␞
`;
const SCRIPT = `page https://app.test
+0ms POST https://app.test/chat/negotiate?negotiateVersion=1
  > X-SignalR-User-Agent: Microsoft SignalR/10.0
  +2s given up
${NEXT}`;

test.each(["before", "after"])("a negotiate that was given up awaits no socket, told of %s the next one", (order) => {
  const events = parseWireScript(SCRIPT);
  const next = events.findLast((event) => event.kind === "exchange" && event.channel === "http");
  const told = order === "before" || !next ? events : [...events.filter((event) => event !== next), next];
  expect(look(told).connections).toMatchObject([{ state: "failed" }, { state: "open" }]);
});
