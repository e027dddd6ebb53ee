/** Whose words they are; where no side stands, both may say it. */
export const signalr = { protocol: "signalr" } as const;
export const client = { ...signalr, side: "client" } as const;
export const server = { ...signalr, side: "server" } as const;
