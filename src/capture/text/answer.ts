import type { Header, SaidEvent } from "../../core/traffic.js";
import { withoutMeasures } from "./measures.js";

type AnswerTold = Pick<SaidEvent, "status" | "netError" | "body" | "headers" | "closeCode" | "closeReason">;

/** Ways in which clients, servers, proxies and people write a status down, the surest first. */
const STATUSES = [
  /\bExpected "?HTTP\/[\d.]+ 101"?, had "(?:HTTP\/[\d.]+ (\d{3})|")/,
  /status code not 101:? ?(\d{3})\b/i,
  /\b101\b,? (?:but )?(?:got|was|received|had)\b[ :'"]{1,3}([2-5]\d\d)\b/i,
  /\bWSServerHandshakeError: (\d{3})\b/,
  /(?:unexpected )?(?:server )?response(?: code)?:? ?'?(\d{3})\b/i,
  /status ?code:? ?'?(\d{3})\b/i,
  /\bHTTP\/[\d.]+"? (\d{3})\b/,
  // As Socket.IO's client prints its TransportError.
  /(?:^|[\s{,])"?description"?: ?([1-5]\d\d)\b/,
  // HAProxy: five times, and then the status.
  /(?<![\d/.-])(?:-?\d{1,9}\/){4}\+?\d{1,9} (\d{3})\b/,
  // Amazon's balancers: three times, and then the status.
  / (?:(?:-1|\d{1,6}\.\d{3,6}) ){3}([1-5]\d\d) (?:\d{3}|-) \d/,
  /\b(?:notAnUpgrade\(|code=(?=\d{3}, type=upgradeError))(\d{3})\b/i,
  /\bRequest finished\b.{0,400}(?: - |ms )([1-5]\d\d)\b(?! ?ms)/,
  /\bstatus(?: of| is|:|=|")?:? {0,3}'?"?(\d{3})\b/i,
  /\b(?:HTTP )?error:? \(?(\d{3})\b/i,
  /\(?\b([345]\d\d)\)? ?[-:(]? ?(?:Bad Request|Unauthori[sz]ed|Forbidden|Not Found|Method Not Allowed|Payload Too Large|Request Entity|URI Too Long|Upgrade Required|Too Many Requests|Internal Server|Bad Gateway|Service (?:Temporarily )?Unavailable|Gateway Time|Redirect|Found\b|Moved|Temporary Redirect|Proxy Authentication|Not Acceptable)/i,
  /(?:returns?|returned|returning|gets?|got|getting|receiv\w*|gives?|responds?|responded|response|answer\w*|with|rejected with|throws?|an?|HTTP|fail(?:s|ed)? with) (?:an? |the |me )?(?:http |HTTP )?(?:status |error |code |response )?\(?([345]\d\d)(?:'?s)?\b(?! ?(?:ms|px|kb|mb|users|clients|connections|messages|times|seconds|sec))/i,
  /\b([45]\d\d)(?:'?(?:ed|s|ing))? (?:errors?|status(?:es)?|responses?|codes?|on|when|from|for)\b/i,
  /\b([45]\d\d)'?ed\b/i,
  /\b(?:GET|POST|OPTIONS|PUT|DELETE)\b[ :|"]{1,4}\S{1,400}"? {1,3}(?:-+>|=>|→|:)? ?([1-5]\d\d)\b(?! ?ms)/,
  /\b(?:web ?sockets?|polling|negotiate|upgrade|preflight|OPTIONS|POST|GET|hub|socket\.io\/?|_blazor)\b["':,]?(?: (?:is|=|->|→|request|answers?|returns?|gives|gets))? ?:? ?\(?([345]\d\d)\b(?! ?(?:ms|px|kb|mb|users|clients|connections|messages|times|seconds|sec)\b)/i,
  /\((?!443)(?:[45]\d\d)\)/,
];

const NET_ERROR = /\b(?:net::)?(ERR_(?!PARSE_ARGS)[A-Z][A-Z0-9_]{3,60})\b/;
const FIREFOX_ERROR =
  /\b(NS_ERROR_[A-Z_]{3,60}|SEC_ERROR_[A-Z_]{3,60}|MOZILLA_PKIX_[A-Z_]{3,60}|SSL_ERROR_[A-Z_]{3,60})\b/;

const CLOSE_CODES = [
  /\bclos\w{0,4}\b.{0,40}?\bcode\b[ :='"]{0,4}(1\d{3}|4\d{3})\b/i,
  /\bclos\w{0,4}\b[^\d]{0,40}\b(10[01]\d)\b/i,
  /\bcode\b[ :='"]{0,4}(10[01]\d)\b/i,
  /\((10[01]\d)\)/,
  /\b(100[1-9]|101[0-5])\b(?=.{0,40}(?:clos|abnormal|websocket))/i,
];
const CLOSE_REASON = /\breason\b[ :='"]{1,4}([^'"\n,]{3,120})/i;

const HEADER =
  /^[<>|* ]{0,3}(location|www-authenticate|server|content-type|content-length|access-control-[a-z-]{5,30}|origin|vary|via|upgrade|connection|retry-after|sec-websocket-[a-z]{3,20}): ?(.{0,500})$/i;

const JSON_ERROR = /\{[^{}]{0,40}"?(?:code"?\s*:\s*\d|error"?\s*:)[^{}]{0,400}\}/;
const OPEN_PACKET = /\b\d{1,3}:0\{"sid".{0,300}|(?:^|\s)0\{"sid":.{0,300}/;
const HTML = /<(?:!doctype html|html|head|body)\b.{0,300}/i;

/** What a line says of an answer, an end without one, or a close. */
export function readAnswer(line: string): AnswerTold {
  const close = firstGroup(CLOSE_CODES, line);
  return {
    status: statusIn(line),
    netError: netErrorIn(line),
    body: JSON_ERROR.exec(line)?.[0] ?? OPEN_PACKET.exec(line)?.[0].trim() ?? HTML.exec(line)?.[0] ?? null,
    headers: headerIn(line),
    closeCode: close === null ? null : Number(close),
    closeReason: close === null ? null : (CLOSE_REASON.exec(line)?.[1]?.trim() ?? null),
  };
}

function firstGroup(patterns: readonly RegExp[], line: string): string | null {
  for (const pattern of patterns) {
    const found = pattern.exec(line);
    if (found) return found[1] ?? found[0].replace(/\D/g, "");
  }
  return null;
}

function statusIn(line: string): number | null {
  const found = Number(firstGroup(STATUSES, withoutMeasures(line)) ?? Number.NaN);
  return found >= 100 && found < 600 ? found : null;
}

/** In Chromium's spelling; Firefox's words stay what they are. */
function netErrorIn(line: string): string | null {
  const chromium = NET_ERROR.exec(line)?.[1];
  if (chromium && !/^ERR_(TLS|SOCKET|INVALID|UNESCAPED|HTTP_|STREAM|ASSERTION|MODULE)/.test(chromium))
    return `net::${chromium}`;
  return FIREFOX_ERROR.exec(line)?.[1] ?? null;
}

function headerIn(line: string): Header[] {
  const found = HEADER.exec(line);
  return found ? [{ name: found[1] ?? "", value: (found[2] ?? "").trim() }] : [];
}
