import browser from "webextension-polyfill";
import { type CoverageEvent, Unseen } from "../core/traffic.js";

/** What this source cannot see. Where the permission is optional (Chromium), holding it hides statuses of sockets. */
export function webRequestCoverage(at: number): CoverageEvent {
  const { optional_permissions: optional = [] } = browser.runtime.getManifest();
  return {
    kind: "coverage",
    id: "web-coverage",
    at,
    source: "web-request",
    // Of the wire it sees all, in every tab; of what goes on over an open connection, nothing.
    notSeen: Unseen.options.filter((each) => each !== "statuses" || optional.includes("webRequest")),
  };
}
