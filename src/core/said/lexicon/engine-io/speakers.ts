/** Whose words they are; where no side stands, both may say it. */
export const engineIo = { protocol: "engine-io" } as const;
export const client = { ...engineIo, side: "client" } as const;
export const server = { ...engineIo, side: "server" } as const;
