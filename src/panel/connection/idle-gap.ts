import { idleBeforeEnd } from "../../core/facts/session.js";
import type { Story } from "../witness.js";

/** The silence after which somebody on the way cut the line. */
export interface IdleGap {
  exchange: string;
  from: number;
  to: number;
  /** Other connections to this endpoint that were cut after a silence as long. */
  alike: number;
  /** Whose default is as long. */
  whose: readonly string[];
}

/**
 * How long a silent connection is kept where nothing else is set: nginx's `proxy_read_timeout`, the idle timeouts of
 * load balancers, Envoy's `stream_idle_timeout`, ARR's time-out, the limits of Cloudflare and of App Service's front end.
 */
const DEFAULTS: readonly (readonly [ms: number, whose: string])[] = [
  [30_000, "Google Cloud’s load balancer"],
  [60_000, "nginx"],
  [60_000, "AWS’s Application Load Balancer"],
  [100_000, "Cloudflare"],
  [120_000, "IIS’s Application Request Routing"],
  [230_000, "Azure App Service"],
  [240_000, "Azure’s load balancer"],
  [300_000, "Envoy"],
  [300_000, "Azure Front Door"],
  [350_000, "AWS’s Network Load Balancer"],
];

/** Proxies look after their timers now and then only, and the last message took its time, too. */
const EARLY_MS = 500;
const LATE_MS = 5000;

/** A single silence says something only where it is long; one that comes back is a limit, however short. */
const LONG_MS = 20_000;

export function idleGapOf({ connection, cutAlike }: Story): IdleGap | null {
  const { close } = connection;
  const silence = idleBeforeEnd(connection);
  if (!close || silence === undefined || (silence < LONG_MS && cutAlike === 0)) return null;
  const whose = DEFAULTS.filter(([ms]) => silence >= ms - EARLY_MS && silence <= ms + LATE_MS);
  return {
    exchange: close.exchange,
    from: close.at - silence,
    to: close.at,
    alike: cutAlike,
    whose: whose.map(([, name]) => name),
  };
}
