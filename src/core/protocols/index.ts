import { engineIo } from "./engine-io.js";
import type { Protocol } from "./protocol.js";
import { signalr } from "./signalr.js";
import { webPubSub } from "./web-pubsub.js";

/** In the order in which they are asked: the one with the surest sign first. */
export const PROTOCOLS: readonly Protocol[] = [engineIo, webPubSub, signalr];
