/** What cards are filtered by, besides free text and time. */
export const FACETS = ["status", "engineIoCode", "closeCode", "protocol", "phase", "host"] as const;

export type Facet = (typeof FACETS)[number];
