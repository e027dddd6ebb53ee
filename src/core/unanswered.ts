import type { ExchangeEvent } from "./traffic.js";

/** Of an exchange that has only begun: nothing is known of its answer yet. */
export const UNANSWERED = {
  requestBody: null,
  status: null,
  responseHeaders: null,
  responseBody: null,
  netError: null,
  initiator: null,
  endedAt: null,
} as const satisfies Partial<ExchangeEvent>;
