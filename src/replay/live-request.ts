import type { IncomingMessage } from "node:http";
import { parseUrl } from "../core/url.js";
import { type Asked, sessionIn } from "./asked.js";

/** A request as it comes in at the port that stands for this origin. */
export function liveRequest(incoming: IncomingMessage, origin: string, isUpgrade: boolean): Asked {
  const { method = "GET", url = "/", headers } = incoming;
  const address = parseUrl(url);
  const isPreflight = method === "OPTIONS" && headers["access-control-request-method"] !== undefined;
  const kind = isUpgrade ? "socket" : isPreflight ? "preflight" : "request";
  return { origin, method, path: address.path, kind, session: sessionIn(address) };
}
