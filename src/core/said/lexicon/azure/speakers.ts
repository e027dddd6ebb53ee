/** Whose words they are. */
export const signalr = { protocol: "signalr" } as const;
export const service = { side: "service", phase: "service" } as const;
export const webPubSub = { ...service, protocol: "web-pubsub" } as const;
