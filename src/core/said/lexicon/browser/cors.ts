import { messages } from "../message.js";
import { either, TRANSLATED } from "../translated.js";

const cors = { side: "client", phase: "negotiate" } as const;
const client = { side: "client" } as const;

/** What browsers print of CORS. */
export const CORS_MESSAGES = messages({
  "cors-no-allow-origin": {
    ...cors,
    pattern: either(
      /no ['"]?Access-Control-Allow-Origin\b|CORS header '?Access-Control-Allow-Origin'? missing|\bCORS missing allow origin|Origin \S{1,100} is not allowed by Access-Control-Allow-Origin(?!.{0,20}status code)|lacks? .{0,20}Access-Control-Allow-Origin/i,
      TRANSLATED.corsNoAllowOrigin,
    ),
    means: "The answer carries no Access-Control-Allow-Origin.",
    shows: { "cors.problem": "no-allow-origin", status: 0 },
  },
  "cross-domain-disabled": {
    side: "server",
    phase: "negotiate",
    protocol: "signalr",
    pattern: /SignalR cross domain is disabled/i,
    means: "The server of SignalR 1.x and 2.x says that requests from other origins are off.",
  },
  "jsonp-refused": {
    side: "server",
    phase: "negotiate",
    protocol: "signalr",
    pattern:
      /(negotiate\S{0,60}[?&]callback=|\bjsonp\b).{0,160}\b403\b|\b403\b.{0,160}(negotiate\S{0,60}[?&]callback=|\bjsonp\b)/i,
    means: "A request in the way of JSONP was answered 403, as where neither JSONP nor other origins are allowed.",
    shows: { status: 403 },
  },
  "cors-middleware-missing": {
    side: "server",
    pattern: /contains CORS metadata, but a middleware was not found/i,
    means: "The endpoint asks for CORS, and the application's pipeline has none.",
  },
  "cors-other-origin": {
    ...cors,
    pattern:
      /that is not equal to the supplied origin|CORS header ['‘]?Access-Control-Allow-Origin['’]? does not match(?! ['‘][^'’]{1,200},)/i,
    means: "Access-Control-Allow-Origin names another origin.",
    shows: { "cors.problem": "other-origin", status: 0 },
  },
  "cors-duplicated": {
    ...cors,
    pattern:
      /contains multiple values|(duplicate|two|double|second|multiple) .{0,30}Access-Control-Allow-Origin|Multiple CORS header ['‘]?Access-Control-Allow-Origin['’]? not allowed|Access-Control-Allow-Origin['’]? does not match ['‘][^'’]{1,200},|Access-Control-Allow-Origin cannot contain more than one origin/i,
    means: "Access-Control-Allow-Origin comes twice.",
    shows: { "cors.problem": "duplicated", status: 0 },
  },
  "cors-wildcard": {
    ...cors,
    pattern:
      /must not be the wildcard '?\*|wildcards? .{0,60}(not allowed|Access.Control.Allow|credential)|Credential is not supported if the CORS header|Cannot use wildcard in Access-Control-Allow-Origin when credentials|A wildcard '\*' cannot be used in the 'Access-Control-Allow-Origin' header when the credentials|Allow-Origin\b.{0,30}\b(returned|comes?( back)?|is|as|to|has|value|sent|answers?|shows?)( \w+){0,3} ['"`]?\*['"`]?.{0,60}\b(instead|rather than|but|not|although|even though|credential\w*)/i,
    means: "Access-Control-Allow-Origin is *, which a request with credentials does not accept.",
    shows: { status: 0 },
  },
  "cors-any-origin-with-credentials": {
    side: "server",
    pattern:
      /CORS protocol does not allow specifying a wildcard|AllowAnyOrigin.{0,80}AllowCredentials|AllowCredentials.{0,80}AllowAnyOrigin|allows both any origin and credentials|origins?['"]?\s{0,2}[:=]\s{0,2}\[?['"]\*['"].{0,120}credentials['"]?\s{0,2}[:=]\s{0,2}true|credentials['"]?\s{0,2}[:=]\s{0,2}true.{0,120}origins?['"]?\s{0,2}[:=]\s{0,2}\[?['"]\*['"]/i,
    means: "The CORS policy combines any origin with credentials.",
  },
  "cors-any-origin": {
    side: "server",
    pattern:
      /AllowAnyOrigin\(|(allow|accept|permit)\w* (all|any|every) (the )?(origins?|domains?)\b|origins? (is |are )?(set )?to ['"`]?\*|['"]CORS['"] ?: ?['"]\*/i,
    means: "The server is told to allow every origin.",
    benign: true,
  },
  "cors-no-credentials": {
    ...cors,
    pattern: either(
      /Access-Control-Allow-Credentials'? header in the response is ''(?! which)|without (\.?)AllowCredentials|Access-Control-Allow-Credentials'? header in the response is '{0,2}.{0,12} which must be 'true'|expected 'true' in CORS header '?Access-Control-Allow-Credentials|Credentials flag (is|was set to) '?true'?,? but (the )?['"]?Access-Control-Allow-Credentials|Access-Control-Allow-Credentials['"]?( header)? (is |was )?(missing|not (present|set|sent)|'{2})/i,
      TRANSLATED.corsNoCredentials,
    ),
    means: "Access-Control-Allow-Credentials is not true.",
    shows: { "cors.problem": "no-credentials", status: 0 },
  },
  "cors-header-refused": {
    ...cors,
    pattern:
      /request header field '?[\w-]{1,60}'? is not allowed by Access-Control-Allow-Headers|\b(authorization|content-type|x-[\w-]{1,40}) (header )?(is |was )?not allowed by Access-Control-Allow-Headers|(missing token|header) .{0,80}(in|according to|from) .{0,20}CORS (header|preflight).{0,40}Access-Control-Allow-Headers|missing token '[\w-]{1,60}' in CORS header|header '[\w-]{1,60}' is not allowed according to header 'Access-Control-Allow-Headers'/i,
    means: "The preflight's answer does not allow a request header.",
    shows: { "cors.problem": "header-not-allowed", status: 0 },
  },
  "cors-preflight-redirected": {
    phase: "preflight",
    ...client,
    pattern:
      /redirect is not allowed for a preflight|CORS request external redirect not allowed|preflight .{0,60}redirect/i,
    means: "The preflight was answered with a redirect.",
    shows: { "cors.problem": "preflight-redirected", status: 0 },
  },
  "cors-preflight-status": {
    phase: "preflight",
    ...client,
    pattern:
      /preflight request doesn't pass access control check: It does not have HTTP ok status|CORS preflight response did not succeed|Response for preflight (has invalid|does not have) HTTP|Preflight response is not successful/i,
    means: "The preflight was not answered with a success.",
    shows: { "cors.problem": "preflight-status", status: 0 },
  },
  "preflight-unauthorized": {
    phase: "preflight",
    pattern:
      /(\bOPTIONS\b(?!\.)|pre-?flight).{0,80}(401|unauthori[sz]ed|windows auth|requires? auth|403)|(401|unauthori[sz]ed).{0,60}(\bOPTIONS\b(?!\.)|pre-?flight)|(401|unauthori[sz]ed|anonymous|windows auth\w*)\b.{0,300}\b(OPTIONS|pre-?flight)( request)?\b.{0,60}\b(not (getting|going|get) through|(is |gets? )?(rejected|refused|denied|blocked|fail(s|ed|ing)?))/i,
    means: "The preflight was refused for want of credentials.",
  },
  "cors-blocked": {
    ...cors,
    pattern: either(
      /blocked by CORS policy|(breaks?|broke|broken) .{0,20}\bCORS\b|\b(block|reject|refus|den[iy])\w* .{0,30}\b(by|due to|because of) (a |the )?CORS\b|Cross-Origin Request Blocked|跨域|CORS (error|issue|problem|request did not succeed|policy)|\bCORS\b.{0,60}(fail|block|error|reject|problem|issue|not work)|Origin .{0,80} (is )?(therefore )?not allowed( access)?|access control checks|preflight .{0,30}fail/i,
      TRANSLATED.corsBlocked,
    ),
    means: "The browser blocked the request by CORS.",
    stands: true,
    shows: { status: 0 },
  },
  "cors-over-server-error": {
    ...client,
    pattern: /net::ERR_FAILED 5\d\d\b/i,
    means: "Chrome shows the server's error that it kept from the page.",
  },
  "cors-did-not-succeed": {
    ...client,
    pattern: /CORS request did not succeed|Reason: CORS request failed/i,
    means: "Firefox got no answer at all, which it reports in CORS words.",
    shows: { status: 0 },
  },
  "request-failed-unsaid": {
    ...client,
    phase: "negotiate",
    pattern: /\bXMLHttpRequest error\b|\bClientException: Failed to fetch\b|DioExceptionType\.connectionError/i,
    means: "The browser did not tell a Dart client why its request failed, which it hides above all for CORS.",
    shows: { status: 0 },
  },
});
