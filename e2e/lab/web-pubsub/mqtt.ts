/**
 * MQTT, as the service speaks it over a WebSocket: it lets the socket in, and asks the application only once the CONNECT
 * packet is there. https://learn.microsoft.com/azure/azure-web-pubsub/reference-mqtt-cloud-events
 */
import { randomUUID } from "node:crypto";
import { generate, type IConnackPacket, type IConnectPacket, type Packet, parser } from "mqtt-packet";
import type { WebSocket } from "ws";
import * as z from "zod";
import type { Claims } from "./token.js";
import type { Subject, Upstream, UpstreamAnswer } from "./upstream.js";

/** Of what the real middleware answers a client of MQTT with, where it refuses. */
const refusal = z.object({ mqtt: z.object({ code: z.number(), reason: z.string().optional() }) });

/** What a CONNACK says: https://docs.oasis-open.org/mqtt/mqtt/v5.0/os/mqtt-v5.0-os.html#_Toc3901079 */
interface Verdict {
  code: number;
  reason?: string | undefined;
}

const WELCOME: Verdict = { code: 0 };
const SERVER_UNAVAILABLE: Record<number, Verdict> = { 4: { code: 3 }, 5: { code: 136 } };

export function speakMqtt(socket: WebSocket, upstream: Upstream, hub: string, claims: Claims): void {
  const reader = parser();
  const subject: Subject = {
    hub,
    connectionId: randomUUID(),
    userId: claims.sub,
    subprotocol: "mqtt",
    physicalConnectionId: randomUUID(),
  };
  let protocolVersion = 5;
  const send = (packet: Packet) => socket.send(generate(packet, { protocolVersion }));

  reader.on("packet", (packet: Packet) => {
    if (packet.cmd === "connect") {
      protocolVersion = packet.protocolVersion ?? protocolVersion;
      void admit(packet);
    } else if (packet.cmd === "disconnect") socket.close(1000);
    else for (const answer of answersTo(packet)) send(answer);
  });
  reader.on("error", () => socket.close(1002));
  socket.on("message", (data) => void reader.parse(data as Buffer));

  async function admit(packet: IConnectPacket): Promise<void> {
    const verdict = upstream.handles("connect", "sys") ? await askToConnect(packet) : WELCOME;
    send(connackOf(verdict, protocolVersion));
    if (verdict.code !== 0) socket.close(1000);
  }

  async function askToConnect({ username, password }: IConnectPacket): Promise<Verdict> {
    const asked = { protocolVersion, username, ...(password && { password: String(password) }) };
    const body = JSON.stringify({ claims: {}, query: {}, headers: {}, subprotocols: ["mqtt"], mqtt: asked });
    return verdictOf(await upstream.ask({ event: "connect", type: "sys", subject, body }));
  }

  function verdictOf({ status, body }: UpstreamAnswer): Verdict {
    if (status < 300) return WELCOME;
    const told = /^\s*\{/.test(body) ? refusal.safeParse(JSON.parse(body)).data : undefined;
    return told?.mqtt ?? SERVER_UNAVAILABLE[protocolVersion] ?? { code: 1 };
  }
}

function connackOf({ code, reason }: Verdict, protocolVersion: number): IConnackPacket {
  if (protocolVersion < 5) return { cmd: "connack", sessionPresent: false, returnCode: code };
  return {
    cmd: "connack",
    sessionPresent: false,
    reasonCode: code,
    properties: reason ? { reasonString: reason } : {},
  };
}

/** One client talks with itself: what it publishes comes back to it, whatever it has subscribed to. */
function answersTo(packet: Packet): Packet[] {
  const messageId = packet.messageId ?? 0;
  if (packet.cmd === "pingreq") return [{ cmd: "pingresp" }];
  if (packet.cmd === "subscribe") return [{ cmd: "suback", messageId, granted: packet.subscriptions.map(() => 0) }];
  if (packet.cmd !== "publish") return [];
  const { topic, payload } = packet;
  const back: Packet = { cmd: "publish", topic, payload, qos: 0, dup: false, retain: false };
  return packet.qos === 0 ? [back] : [{ cmd: "puback", messageId }, back];
}
