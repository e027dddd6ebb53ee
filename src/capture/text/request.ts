import type { SaidEvent } from "../../core/traffic.js";

type RequestTold = Pick<SaidEvent, "url" | "method" | "channel" | "transport" | "phase">;

const URL = /\b(?:https?|wss?):\/\/[^\s'"<>|)\]}]{1,1500}/gi;
const REQUEST_LINE =
  /\b(GET|POST|OPTIONS|DELETE|PUT|CONNECT)\b[\s|:"]{1,5}((?:https?:\/|wss?:\/)?\/[^\s'"<>)]{1,1500})/;
/** A path of a realtime endpoint that stands alone. */
const BARE_PATH = /(?:^|[\s"'(])(\/[\w./-]{0,80}(?:negotiate|socket\.io\/|signalr|_blazor)[^\s'")]{0,500})/i;

const REALTIME =
  /negotiate|EIO=|transport=|socket\.io|engine\.io|signalr|[?&]id=|connectionToken=|_blazor|\/clients?\/|hub|^wss?:/i;

/** The request that a line speaks of: the one that looks like a realtime endpoint's, if there are several. */
export function readRequest(line: string): RequestTold {
  const asked = REQUEST_LINE.exec(line);
  const urls = [...line.matchAll(URL)].slice(0, 20).map(([url]) => url.replace(/[.,:;'`’]+$/, ""));
  const [named] = urls.filter((url) => REALTIME.test(url));
  const path = asked?.[2] ?? BARE_PATH.exec(line)?.[1] ?? null;
  const url = named ?? (path && REALTIME.test(path) ? path : null);
  const method = asked?.[1] ?? (/\bpreflight\b/i.test(line) && url ? "OPTIONS" : null);
  return {
    url,
    method,
    channel: channelOf(url, method),
    transport: transportOf(line, url),
    phase: url ? phaseOf(url, method) : spokenPhase(line),
  };
}

/** The page is no endpoint: an origin that a CORS message names, or a script's place in a stack. */
export function isPageUrl(url: string): boolean {
  return /\.(js|ts|html|css|map|vue|tsx)\b(?!.*EIO=)/i.test(url);
}

function channelOf(url: string | null, method: string | null): SaidEvent["channel"] {
  if (method === "OPTIONS") return "preflight";
  if (!url) return null;
  if (/^wss?:/i.test(url) || /transport=webSockets?\b/i.test(url)) return "websocket";
  if (/transport=serverSentEvents/i.test(url)) return "eventsource";
  return /^https?:|negotiate|transport=(polling|longPolling)/i.test(url) ? "http" : null;
}

function transportOf(line: string, url: string | null): SaidEvent["transport"] {
  const named = /transport=(webSockets?|polling|longPolling|serverSentEvents)/i.exec(url ?? line)?.[1]?.toLowerCase();
  if (named === "polling") return "polling";
  if (named === "longpolling") return "long-polling";
  if (named === "serversentevents") return "sse";
  return named || /^wss?:/i.test(url ?? "") ? "websocket" : null;
}

/** Without a URL a person's own words may say where it broke. */
function spokenPhase(line: string): string | null {
  if (/negotiat\w+ .{0,30}(succe|work|fine|\bok\b|passes)/i.test(line)) return null;
  return /\b(on|at|to|during|for|the|calling|from) (the )?\S{0,40}negotiate\b|\bnegotiate (request|call|function|fails|failed|returns|returned|gives|gave|answers|answered|gets|got|is|was|endpoint)\b/i.test(
    line,
  )
    ? "negotiate"
    : null;
}

function phaseOf(url: string | null, method: string | null): string | null {
  if (!url) return null;
  if (/\/negotiate\b/i.test(url)) return method === "OPTIONS" ? "preflight" : "negotiate";
  if (/EIO=|socket\.io\//i.test(url)) {
    if (method === "OPTIONS") return "preflight";
    if (!/[?&]sid=/.test(url)) return "open";
    return /transport=websocket/i.test(url) ? "upgrade" : method === "POST" ? "message" : "poll";
  }
  if (/transport=(webSockets|serverSentEvents|longPolling|foreverFrame)|[?&]id=/i.test(url)) return "connect";
  return /^wss?:/i.test(url) ? "connect" : null;
}
