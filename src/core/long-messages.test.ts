import { describe, expect, it } from "vitest";
import { compileFolder } from "../knowledge/folder.js";
import { parseWireScript } from "../knowledge/wire-script.js";
import { analyse } from "./analysis.js";
import type { FrameEvent, TrafficEvent } from "./traffic.js";

const { knowledge } = compileFolder("knowledge");
/** What the page tap keeps of a message. */
const KEPT = 65_536;
const LONG = "x".repeat(70_000);

const isLong = (event: TrafficEvent): event is FrameEvent =>
  event.kind === "frame" && (event.payload.text ?? "").length > KEPT;

/** The page tells the beginning of a long message, and DevTools the whole of it when all is over. */
function inTwoParts(events: readonly TrafficEvent[]): TrafficEvent[] {
  const begun = events.map((event) =>
    isLong(event)
      ? { ...event, payload: { ...event.payload, text: event.payload.text?.slice(0, KEPT) ?? null } }
      : event,
  );
  return [...begun, ...events.filter(isLong).map((whole) => ({ ...whole, isMore: true }))];
}

const cases = {
  "SignalR's goodbye behind a long message, in one frame": `page https://app.test
+0ms POST https://app.test/chat/negotiate?negotiateVersion=1
  > X-SignalR-User-Agent: Microsoft SignalR/10.0
  < 200
  << {"connectionId":"I","connectionToken":"T","negotiateVersion":1,"availableTransports":[{"transport":"WebSockets"}]}
+20ms WS wss://app.test/chat?id=T
  < 101
  +5ms -> {"protocol":"json","version":1}␞
  +5ms <- {}␞
  +5ms <- {"type":1,"target":"news","arguments":["${LONG}"]}␞{"type":7,"error":"Connection closed with an error."}␞
  +5ms closed 1000 by server`,
  "Web PubSub's event that nobody takes": `page https://app.test
+0ms WS wss://shop.webpubsub.azure.com/client/hubs/chat?access_token=x
  > Sec-WebSocket-Protocol: json.webpubsub.azure.v1
  < 101
  < Sec-WebSocket-Protocol: json.webpubsub.azure.v1
  +5ms <- {"type":"system","event":"connected","userId":"ada","connectionId":"1"}
  +5ms -> {"type":"event","event":"order","dataType":"text","data":"${LONG}"}
  +50ms closed 1000 by server`,
  "Web PubSub's last message, and a long one before it": `page https://app.test
+0ms WS wss://shop.webpubsub.azure.com/client/hubs/chat?access_token=x
  > Sec-WebSocket-Protocol: json.reliable.webpubsub.azure.v1
  < 101
  < Sec-WebSocket-Protocol: json.reliable.webpubsub.azure.v1
  +5ms <- {"type":"system","event":"connected","userId":"ada","connectionId":"1","reconnectionToken":"r"}
  +5ms <- {"sequenceId":1,"type":"message","from":"server","dataType":"text","data":"${LONG}"}
  +5ms <- {"sequenceId":2,"type":"message","from":"server","dataType":"text","data":"short"}
  +5ms -> {"type":"sequenceAck","sequenceId":2}
  +5ms -> {"type":"event","event":"order","dataType":"text","data":"short"}
  +50ms closed 1000 by server`,
};

describe("a card of messages whose wholes came late is that of the file with the wholes", () => {
  it.each(Object.entries(cases))("%s", (_, script) => {
    const events = parseWireScript(script);
    const whole = analyse(events, knowledge);
    expect(events.some(isLong)).toBe(true);
    expect(whole.cards).not.toEqual([]);
    expect(analyse(inTwoParts(events), knowledge)).toEqual(whole);
  });
});
