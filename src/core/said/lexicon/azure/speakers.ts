export { signalr } from "../signalr/speakers.js";

/** Whose words they are. */
export const service = { side: "service", phase: "service" } as const;
export const webPubSub = { ...service, protocol: "web-pubsub" } as const;
