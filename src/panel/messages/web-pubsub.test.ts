import mqtt, { type Packet } from "mqtt-packet";
import protobuf from "protobufjs";
import { describe, expect, it, test } from "vitest";
import type { FrameEvent } from "../../core/traffic.js";
import { decodeFrames } from "./testing/decode-frames.js";

/** The service's own schema, written down once more as a client's build would have it, for an encoder that is not ours. */
const root = protobuf.parse(`
  syntax = "proto3";
  message Any { string type_url = 1; bytes value = 2; }
  message MessageData { oneof data { string text_data = 1; bytes binary_data = 2; Any protobuf_data = 3; } }
  message UpstreamMessage {
    oneof message {
      SendToGroupMessage send_to_group_message = 1;
      EventMessage event_message = 5;
      JoinGroupMessage join_group_message = 6;
      LeaveGroupMessage leave_group_message = 7;
      SequenceAckMessage sequence_ack_message = 8;
      PingMessage ping_message = 9;
    }
    message SendToGroupMessage { string group = 1; optional uint64 ack_id = 2; MessageData data = 3; optional bool no_echo = 4; }
    message EventMessage { string event = 1; MessageData data = 2; optional uint64 ack_id = 3; }
    message JoinGroupMessage { string group = 1; optional uint64 ack_id = 2; }
    message LeaveGroupMessage { string group = 1; optional uint64 ack_id = 2; }
    message SequenceAckMessage { uint64 sequence_id = 1; }
    message PingMessage {}
  }
  message DownstreamMessage {
    oneof message { AckMessage ack_message = 1; DataMessage data_message = 2; SystemMessage system_message = 3; PongMessage pong_message = 4; }
    message AckMessage {
      uint64 ack_id = 1; bool success = 2; optional ErrorMessage error = 3;
      message ErrorMessage { string name = 1; string message = 2; }
    }
    message DataMessage { string from = 1; optional string group = 2; MessageData data = 3; uint64 sequence_id = 4; }
    message SystemMessage {
      oneof message { ConnectedMessage connected_message = 1; DisconnectedMessage disconnected_message = 2; }
      message ConnectedMessage { string connection_id = 1; string user_id = 2; string reconnection_token = 3; }
      message DisconnectedMessage { string reason = 2; }
    }
    message PongMessage {}
  }`).root;

let made = 0;

function frame(direction: FrameEvent["direction"], bytes: Uint8Array): FrameEvent {
  made += 1;
  const payload = { text: Buffer.from(bytes).toString("base64"), encoding: "base64", bytes: bytes.length } as const;
  return { kind: "frame", id: `f${made}`, at: made * 10, exchange: "e", direction, payload };
}

function read(frames: FrameEvent[], subprotocol: string) {
  return decodeFrames(frames, { protocol: "web-pubsub", revision: null, subprotocol });
}

describe.each(["protobuf.webpubsub.azure.v1", "protobuf.reliable.webpubsub.azure.v1"])("Web PubSub's %s", (spoken) => {
  const made = (type: "UpstreamMessage" | "DownstreamMessage", message: object) => {
    const encoder = root.lookupType(type);
    const direction = type === "UpstreamMessage" ? "sent" : "received";
    return frame(direction, encoder.encode(encoder.fromObject(message)).finish());
  };

  it("what a client asks, and what answers it", () => {
    const messages = read(
      [
        made("UpstreamMessage", { joinGroupMessage: { group: "chat", ackId: 1 } }),
        made("DownstreamMessage", { ackMessage: { ackId: 1, error: { name: "Forbidden", message: "no role" } } }),
        made("UpstreamMessage", { sendToGroupMessage: { group: "chat", data: { textData: "hi" }, noEcho: true } }),
        made("UpstreamMessage", { eventMessage: { event: "save", data: { binaryData: Buffer.from([1, 2]) } } }),
        made("UpstreamMessage", { sequenceAckMessage: { sequenceId: "9007199254740993" } }),
        made("UpstreamMessage", { pingMessage: {} }),
      ],
      spoken,
    );
    expect(messages).toMatchObject([
      { kind: "joinGroup", subject: "chat", id: "1" },
      { kind: "ack", id: "1", error: "Forbidden: no role", answers: { subject: "chat", afterMs: 10 } },
      { kind: "sendToGroup", subject: "chat", data: "hi" },
      { kind: "event", subject: "save", data: new Uint8Array([1, 2]) },
      { kind: "sequenceAck", data: { sequenceId: 9007199254740993n } },
      { kind: "ping", isPing: true },
    ]);
  });

  it("what the service tells", () => {
    const typed = { typeUrl: "type.googleapis.com/acme.Order", value: Buffer.from([8, 1]) };
    const messages = read(
      [
        made("DownstreamMessage", { systemMessage: { connectedMessage: { connectionId: "c1", userId: "u" } } }),
        made("DownstreamMessage", { dataMessage: { from: "group", group: "chat", data: { protobufData: typed } } }),
        made("DownstreamMessage", { dataMessage: { from: "server", data: { textData: "{}" }, sequenceId: 4 } }),
        made("DownstreamMessage", { systemMessage: { disconnectedMessage: { reason: "quota" } } }),
        made("DownstreamMessage", { pongMessage: {} }),
      ],
      spoken,
    );
    expect(messages).toMatchObject([
      { kind: "system connected", data: { connectionId: "c1", userId: "u" } },
      { kind: "message", subject: "chat", data: { typeUrl: typed.typeUrl, value: new Uint8Array([8, 1]) } },
      { kind: "message", subject: null, data: "{}" },
      { kind: "system disconnected", data: { message: "quota" } },
      { kind: "pong", isPing: true },
    ]);
  });

  it("bytes that are no such message are shown as they are", () => {
    for (const bytes of [[], [10, 200, 1], [0xff, 0xff, 0xff], [7, 7]])
      expect(read([frame("received", new Uint8Array(bytes))], spoken)).toMatchObject([{ kind: "" }]);
  });
});

describe.each([4, 5] as const)("MQTT, level %i", (protocolVersion) => {
  const made = (direction: FrameEvent["direction"], packet: Packet) =>
    frame(direction, mqtt.generate(packet, { protocolVersion }));
  const five = <Given>(given: Given) => (protocolVersion === 5 ? given : {});
  const connect = made("sent", {
    cmd: "connect",
    protocolId: "MQTT",
    protocolVersion,
    clientId: "sensor",
    keepalive: 30,
    clean: true,
    username: "u",
    password: Buffer.from("p"),
    will: { topic: "gone", payload: Buffer.from("bye") },
    ...five({ properties: { sessionExpiryInterval: 60, userProperties: { tenant: "a" } } }),
  });

  it("what a client says, and what answers it", () => {
    const messages = read(
      [
        connect,
        made("received", { cmd: "connack", sessionPresent: false, returnCode: 0, reasonCode: 0 }),
        made("sent", { cmd: "subscribe", messageId: 7, subscriptions: [{ topic: "room/+", qos: 1 }] }),
        made("received", { cmd: "suback", messageId: 7, granted: [0x80] }),
        made("sent", {
          cmd: "publish",
          topic: "room/1",
          payload: '{"on":true}',
          qos: 1,
          messageId: 8,
          dup: false,
          retain: false,
        }),
        made("received", { cmd: "puback", messageId: 8, ...five({ reasonCode: 0x87 }) } as Packet),
        made("sent", { cmd: "pingreq" }),
        made("received", { cmd: "pingresp" }),
        made("sent", { cmd: "disconnect", ...five({ reasonCode: 0x8d }) } as Packet),
      ],
      "mqtt",
    );
    expect(messages).toMatchObject([
      { kind: "CONNECT", subject: "sensor", data: { keepAlive: 30, userName: "u", will: { payload: "bye" } } },
      { kind: "CONNACK", error: null },
      { kind: "SUBSCRIBE", subject: "room/+", id: "7" },
      { kind: "SUBACK", error: "Unspecified error", answers: { subject: "room/+" } },
      { kind: "PUBLISH", subject: "room/1", data: { qos: 1, payload: { on: true } } },
      { kind: "PUBACK", answers: { subject: "room/1" }, error: protocolVersion === 5 ? "Not authorized" : null },
      { kind: "PINGREQ", isPing: true },
      { kind: "PINGRESP", isPing: true },
      { kind: "DISCONNECT", error: protocolVersion === 5 ? "Keep alive timeout" : null },
    ]);
    if (protocolVersion === 5) expect(messages[0]?.data).toMatchObject({ sessionExpiryInterval: 60, tenant: "a" });
  });

  it("a refusal by its name", () => {
    const code = protocolVersion === 5 ? 0x87 : 5;
    const refused = made("received", { cmd: "connack", sessionPresent: false, returnCode: code, reasonCode: code });
    expect(read([connect, refused], "mqtt")[1]).toMatchObject({ kind: "CONNACK", error: "Not authorized" });
  });

  it("packets that end within a frame, and several in one", () => {
    const bytes = [1, 2, 3].map((nth) =>
      mqtt.generate(
        { cmd: "publish", topic: `t${nth}`, payload: "x".repeat(200), qos: 0, dup: false, retain: false },
        { protocolVersion },
      ),
    );
    const all = Buffer.concat(bytes);
    const hello = read([connect, frame("received", all.subarray(0, 1)), frame("received", all.subarray(1))], "mqtt");
    expect(hello.slice(1).map(({ kind, subject }) => subject ?? kind)).toEqual(["part of a packet", "t1", "t2", "t3"]);
  });
});

test("what is no MQTT is shown as it is, and the next frame begins anew", () => {
  const ping = mqtt.generate({ cmd: "pingreq" });
  const frames = [new Uint8Array([0, 0]), new Uint8Array([0x30, 0xff, 0xff, 0xff, 0xff]), ping];
  expect(
    read(
      frames.map((bytes) => frame("sent", bytes)),
      "mqtt",
    ).map(({ kind }) => kind),
  ).toEqual(["", "", "PINGREQ"]);
});
