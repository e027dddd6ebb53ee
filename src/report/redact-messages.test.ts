import { describe, expect, it } from "vitest";
import { binaryMessage, readBinaryMessages } from "../core/protocols/signalr-binary.js";
import { exchangesOf, frameTexts, frameTextsAt, redacted } from "./testing/redacted.js";

describe("messages", () => {
  it("of Engine.IO and Socket.IO keep pings, probes, errors and the names of events", () => {
    const texts = frameTextsAt("wss://app.test/socket.io/?EIO=4&transport=websocket", [
      "<- 2",
      "-> 2probe",
      '<- 0{"sid":"lv_VI97HAXpY6yYWAAAB","pingInterval":25000}',
      '-> 40/admin,{"token":"abc123"}',
      '<- 44{"message":"not authorized","data":{"user":"bob"}}',
      '-> 42["chat message","hello bob",3]',
      "-> 4hello",
      "-> 433fe3a1b2c3d4e5f6",
    ]);
    expect(texts).toEqual([
      "2",
      "2probe",
      '0{"sid":"[id-1;20B]","pingInterval":25000}',
      '40/admin,{"token":"[token-1;6B]"}',
      '44{"message":"not authorized","data":"[data-1;14B]"}',
      '42["chat message","[data-2;9B]","[data-3;1B]"]',
      "4[data-4;5B]",
      "4[data-5;17B]",
    ]);
  });

  it("of Web PubSub keep system events and acks, not users and data", () => {
    expect(
      frameTexts(
        '<- {"type":"system","event":"connected","userId":"bob","connectionId":"abcdefgh12","reconnectionToken":"rt-9876543210"}',
        '<- {"type":"ack","ackId":1,"success":false,"error":{"name":"Forbidden","message":"The client does not have permission"}}',
        '-> {"type":"sendToGroup","group":"g1","dataType":"json","data":{"x":1},"ackId":1}',
      ),
    ).toEqual([
      '{"type":"system","event":"connected","userId":"[user-1;3B]","connectionId":"[id-1;10B]","reconnectionToken":"[token-1;13B]"}',
      '{"type":"ack","ackId":1,"success":false,"error":{"name":"Forbidden","message":"The client does not have permission"}}',
      '{"type":"sendToGroup","group":"[name-1;2B]","dataType":"json","data":"[data-1;7B]","ackId":1}',
    ]);
  });

  it("of no known protocol are dropped, but for their length", () => {
    expect(frameTexts("-> any text at all")).toEqual(["[data-1;15B]"]);
  });

  it("polled in revision 3 stay readable by their new lengths", () => {
    const [open] = exchangesOf(
      redacted(
        '+0ms GET https://app.test/socket.io/?EIO=3&transport=polling\n  < 200\n  << 45:0{"sid":"xHs0YQn9kA-7rTzIAAAA","upgrades":[]}2:40',
      ),
    );
    expect(open?.responseBody?.text).toBe('35:0{"sid":"[id-1;20B]","upgrades":[]}2:40');
  });
});

describe("SignalR's binary messages", () => {
  const bytes = (message: Parameters<typeof binaryMessage>[0]) =>
    btoa(String.fromCharCode(...binaryMessage({ ...message })));
  const read = (text: string | null) => readBinaryMessages({ text, encoding: "base64", bytes: null }).messages;

  it("keep of a close its error, of a call its name and of an answer whether there is one", () => {
    const [close = null, call = null, answer = null] = frameTexts(
      `<- binary ${bytes({ type: 7, error: "Connection closed with an error.", allowReconnect: true })}`,
      `-> binary ${bytes({ type: 1, invocationId: "0", target: "ConnectCircuit" })}`,
      `<- binary ${bytes({ type: 3, invocationId: "0", result: false })}`,
    );
    expect(read(close)).toEqual([{ type: 7, error: "Connection closed with an error.", allowReconnect: true }]);
    expect(read(call)).toEqual([{ type: 1, invocationId: "0", target: "ConnectCircuit" }]);
    expect(read(answer)).toEqual([{ type: 3, invocationId: "0", result: false }]);
  });

  it("lose what the application says", () => {
    const [close = null, answer = null, cut] = frameTexts(
      `<- binary ${bytes({ type: 7, error: "Order of Erika Mustermann is closed", allowReconnect: null })}`,
      `<- binary ${bytes({ type: 3, invocationId: "0", error: "No account erika@example.test" })}`,
      `<- binary ${bytes({ type: 7, error: "secret-word-1234567890" }).slice(0, 16)}`,
    );
    expect(JSON.stringify([read(close), read(answer)])).not.toMatch(/Erika|erika/);
    expect(cut).toBeNull();
  });
});
