import { type Exchange, header } from "../../core/exchange.js";
import type { FrameEvent } from "../../core/traffic.js";
import type { Story } from "../witness.js";
import { framesOfBodies } from "./bodies.js";
import { createReader, type Spoken } from "./decode.js";
import type { Decoded } from "./decoded.js";

/** All that a connection said, over whichever transport, in the order of time. */
export function framesOf({ connection, exchanges, frames }: Story): FrameEvent[] {
  const ofBodies = framesOfBodies(connection.protocol, exchanges, frames);
  if (ofBodies.length === 0) return frames;
  return [...frames, ...ofBodies].sort((one, other) => one.at - other.at);
}

/** The first that say something; no more of a long connection is decoded. */
export function firstMessagesOf(story: Story, most: number): Decoded[] {
  const reader = createReader(spokenOn(story));
  const found: Decoded[] = [];
  for (const frame of framesOf(story)) {
    if (found.length >= most) break;
    found.push(...reader.read([frame]).filter(({ isPing }) => !isPing));
  }
  return found.slice(0, most);
}

export function spokenOn({ connection: { protocol, session }, exchanges }: Story): Spoken {
  return {
    protocol,
    revision: session.protocol === "engine-io" ? (session.serverVersion ?? session.clientVersion) : null,
    subprotocol: protocol === "web-pubsub" ? subprotocolOf(exchanges) : null,
  };
}

/** What the service chose, else what the client asked for first, else what the path says. */
function subprotocolOf(exchanges: readonly Exchange[]): string | null {
  const socket = exchanges.findLast(({ channel }) => channel === "websocket");
  if (!socket) return null;
  const name = "sec-websocket-protocol";
  const asked = header(socket.requestHeaders, name)?.split(",")[0]?.trim();
  const chosen = header(socket.responseHeaders, name) || asked;
  return chosen || (socket.address.path.includes("/clients/mqtt/") ? "mqtt" : null);
}
