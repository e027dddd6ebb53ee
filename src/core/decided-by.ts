/**
 * How the observation that would decide is made where this is not left to the reader: by a log that is set beside the
 * recording, by a look at the request or at the connection's timeline, or by doing it again while it is watched.
 */
export const DECIDED_BY = ["log", "request", "timeline", "reload"] as const;
export type DecidedBy = (typeof DECIDED_BY)[number];
