import { describe, expect, test } from "vitest";
import { eventsFromText } from "../capture/text/events-from-text.js";
import { compileFolder } from "../knowledge/folder.js";
import { parseWireScript } from "../knowledge/wire-script.js";
import { analyse } from "./analysis.js";

const { knowledge } = compileFolder("knowledge");
const OPENED = `page https://app.test
+0ms GET https://app.test/socket.io/?EIO=4&transport=polling&t=1
  < 200
  << 0{"sid":"s1","upgrades":["websocket"],"pingInterval":25000,"pingTimeout":20000,"maxPayload":1000000}
+20ms GET https://app.test/socket.io/?EIO=4&transport=polling&t=2&sid=s1
  < 200
  << 40{"sid":"n1"}`;

function said(script: string) {
  const { cards, benign } = analyse(parseWireScript(script), knowledge);
  return { cards: cards.map(({ causes }) => causes[0]?.cause), benign: benign.map(({ cause }) => cause) };
}

describe("what looks like an error and is none", () => {
  test("is told without a card", () => {
    const left = `${OPENED}\n+5ms GET https://app.test/socket.io/?EIO=4&transport=polling&t=3&sid=s1\n+3s page https://app.test`;
    expect(said(left)).toEqual({ cards: [], benign: ["page-navigated-away"] });
  });

  test("stands beside the card that says why the session is slower than it could be", () => {
    const refused = `${OPENED}\n+5ms WS wss://app.test/socket.io/?EIO=4&transport=websocket&sid=s1\n  < 400`;
    expect(said(refused)).toEqual({ cards: ["proxy-drops-upgrade"], benign: ["upgrade-failed-polling-continues"] });
  });

  test("is not told of a connection that failed after it", () => {
    const polls = `${OPENED}\n+5ms GET https://app.test/socket.io/?EIO=4&transport=polling&t=3&sid=s1\n  +60s < 200\n  << `;
    const failed = `${polls}\n+5ms GET https://app.test/socket.io/?EIO=4&transport=polling&t=4&sid=s1\n  < 400\n  << {"code":1,"message":"Session ID unknown"}`;
    expect(said(polls).benign).toEqual(["long-poll-timed-out"]);
    expect(said(failed).benign).toEqual([]);
  });

  test("a component that is mounted twice gave its first socket up, and of two namespaces neither came back", () => {
    const socket = "WS wss://app.test/socket.io/?EIO=4&transport=websocket";
    const open = `  < 101
  +5ms <- 0{"sid":"s","upgrades":[],"pingInterval":25000,"pingTimeout":20000,"maxPayload":1000000}
  +1ms -> 40
  +1ms <- 40{"sid":"n"}`;
    const mounted = `page https://app.test
+0ms ${socket}
  +60ms given up
+9ms ${socket}
${open}
+3ms ${socket}
${open}`;
    expect(said(mounted)).toEqual({ cards: [], benign: ["double-start"] });
    const { connections } = analyse(parseWireScript(mounted), knowledge);
    expect(connections.map(({ state }) => state)).toEqual(["closed", "open", "open"]);
  });

  test("is told of a text that shows nothing else", () => {
    const { events } = eventsFromText(
      "The connection to wss://app.test/hub?id=1 was interrupted while the page was loading.",
    );
    const { cards, benign } = analyse(events, knowledge);
    expect(cards).toEqual([]);
    expect(benign.map(({ cause }) => cause)).toEqual(["page-navigated-away"]);
  });

  test("an acknowledgement that only wants the message again, or had it already, is no refusal", () => {
    const acknowledged = (name: string) =>
      said(`page https://app.test
+0ms WS wss://demo.webpubsub.azure.com/client/hubs/chat?access_token=x
  > Sec-WebSocket-Protocol: json.webpubsub.azure.v1
  < 101
  < Sec-WebSocket-Protocol: json.webpubsub.azure.v1
  +5ms <- {"type":"system","event":"connected","userId":"u","connectionId":"c"}
  +5ms -> {"type":"sendToGroup","group":"g","ackId":1,"dataType":"text","data":"hi"}
  +5ms <- {"type":"ack","ackId":1,"success":false,"error":{"name":"${name}","message":"m"}}`);
    expect(acknowledged("Duplicate")).toEqual({ cards: [], benign: ["message-already-processed"] });
    expect(acknowledged("InternalServerError")).toEqual({ cards: [], benign: ["message-to-send-again"] });
    expect(acknowledged("Forbidden")).toEqual({ cards: ["missing-group-role"], benign: [] });
  });

  test("every entry says why it is none, and offers no fix", () => {
    const entries = knowledge.entries.filter(({ benign }) => benign);
    expect(entries.length).toBeGreaterThanOrEqual(7);
    for (const { id, fixes, supports, explanation } of entries)
      expect({ id, fixes, supports, says: explanation.length > 100 }).toEqual({
        id,
        fixes: [],
        supports: [],
        says: true,
      });
  });
});
