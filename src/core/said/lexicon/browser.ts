import { messages } from "./message.js";

const client = { side: "client" } as const;
const cors = { ...client, phase: "negotiate" } as const;

/** What browsers print: CORS, mixed content, Content-Security-Policy, WebSocket and network errors. */
export const BROWSER_MESSAGES = messages({
  "cors-no-allow-origin": {
    ...cors,
    pattern:
      /no ['"]?Access-Control-Allow-Origin['"]? (response )?header|CORS header '?Access-Control-Allow-Origin'? missing|Origin \S{1,100} is not allowed by Access-Control-Allow-Origin(?!.{0,20}status code)|lacks? .{0,20}Access-Control-Allow-Origin/i,
    means: "The answer carries no Access-Control-Allow-Origin.",
    shows: { "cors.problem": "no-allow-origin", status: 0 },
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
      /must not be the wildcard '?\*|wildcards? .{0,60}(not allowed|Access.Control.Allow|credential)|Credential is not supported if the CORS header|Cannot use wildcard in Access-Control-Allow-Origin when credentials|A wildcard '\*' cannot be used in the 'Access-Control-Allow-Origin' header when the credentials/i,
    means: "Access-Control-Allow-Origin is *, which a request with credentials does not accept.",
    shows: { status: 0 },
  },
  "cors-any-origin-with-credentials": {
    side: "server",
    pattern:
      /CORS protocol does not allow specifying a wildcard|AllowAnyOrigin.{0,80}AllowCredentials|AllowCredentials.{0,80}AllowAnyOrigin|allows both any origin and credentials/i,
    means: "The CORS policy combines any origin with credentials.",
  },
  "cors-no-credentials": {
    ...cors,
    pattern:
      /Access-Control-Allow-Credentials'? header in the response is '{0,2}.{0,12} which must be 'true'|expected 'true' in CORS header '?Access-Control-Allow-Credentials|Credentials flag (is|was set to) '?true'?,? but (the )?['"]?Access-Control-Allow-Credentials|Access-Control-Allow-Credentials['"]?( header)? (is |was )?(missing|not (present|set|sent)|'{2})/i,
    means: "Access-Control-Allow-Credentials is not true.",
    shows: { "cors.problem": "no-credentials", status: 0 },
  },
  "cors-header-refused": {
    ...cors,
    pattern:
      /request header field '?[\w-]{1,60}'? is not allowed by Access-Control-Allow-Headers|(missing token|header) .{0,80}(in|according to|from) .{0,20}CORS (header|preflight).{0,40}Access-Control-Allow-Headers|missing token '[\w-]{1,60}' in CORS header/i,
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
      /(OPTIONS|preflight).{0,80}(401|unauthori[sz]ed|windows auth|requires? auth|403)|(401|unauthori[sz]ed).{0,60}(OPTIONS|preflight)/i,
    means: "The preflight was refused for want of credentials.",
  },
  "cors-blocked": {
    ...cors,
    pattern:
      /blocked by CORS policy|(breaks?|broke|broken) .{0,20}\bCORS\b|Cross-Origin Request Blocked|CORS (error|issue|problem|request did not succeed|policy)|\bCORS\b.{0,60}(fail|block|error|reject|problem|issue|not work)|Origin .{0,80} (is )?(therefore )?not allowed( access)?|access control checks|preflight .{0,30}fail/i,
    means: "The browser blocked the request by CORS.",
    shows: { status: 0 },
  },
  "cors-did-not-succeed": {
    ...client,
    pattern: /CORS request did not succeed|Reason: CORS request failed/i,
    means: "Firefox got no answer at all, which it reports in CORS words.",
    shows: { status: 0 },
  },
  "mixed-content": {
    ...client,
    phase: "connect",
    pattern:
      /mixed (active )?content|mixed display content|insecure (WebSocket|XMLHttpRequest|resource|script) ?(connection|endpoint)?|not allowed to (run|display) insecure content|(https|secure) page .{0,60}(insecure|http:|ws:)|must be available over WSS|served over HTTPS|An insecure WebSocket connection may not be initiated|SecurityError: The operation is insecure|blocked .{0,30}insecure/i,
    means: "An https page asked an http or ws address.",
  },
  "csp-blocked": {
    ...client,
    phase: "connect",
    pattern:
      /Content[- ]Security[- ]Policy|violates the following .{0,40}directive|(connect|default)-src|\bCSP\b|refused to connect to .{0,160}(because|violates)/i,
    means: "The page's Content-Security-Policy did not let it connect.",
  },
  "extension-blocked": {
    ...client,
    pattern: /ERR_BLOCKED_BY_CLIENT|ad[- ]?block|ublock|browser extension/i,
    means: "A browser extension blocked the request.",
  },
  "local-network-blocked": {
    ...client,
    pattern:
      /local network access|private network access|more-private address space|loopback-network|LocalNetworkAccess|InsecurePrivateNetwork/i,
    means: "The browser's local network access rule stopped the request.",
  },
  "websocket-status": {
    ...client,
    phase: "connect",
    channel: "websocket",
    pattern:
      /unexpected response code|unexpected server response|web ?socket(s| handshake| connection| upgrade| request)?[: ,-]{1,3}(\w+ ){0,2}[345]\d\d\b(?! ?(ms|users|clients|connections))|WebSocket handshake.{0,60}(status|response) ?(code)?|server returned status code '?\d{3}'? when status code '?101|Invalid status code \d{3}|bad response from the server|The server returned status code|Expected HTTP 101 response|Handshake status [345]\d\d|WebSocketBadStatusException|WSServerHandshakeError|server rejected WebSocket connection|notAnUpgrade\w*|Did not receive .{0,20}101|WebSocket upgrade failed/i,
    means: "The WebSocket handshake was answered with a status other than 101.",
  },
  "websocket-failed": {
    ...client,
    channel: "websocket",
    phase: "connect",
    pattern:
      /WebSocket connection to .{0,300}failed|can'?t establish a connection to the server at wss?|Firefox .{0,80}wss?:\/\/|WebSocket network error|kNWErrorDomain\w+|Invalid HTTP upgrade|NotAnUpgrade|WebSocket (is )?closed before the connection is established|Error in connection establishment|failed to establish a websocket|web ?sockets? (connection )?(fails?|failed|(do|does)(es)?( not|n't) work|not work|can ?not|could not|not working|error)|WebSocketException|Unable to connect to the remote server|Connection closed before receiving a handshake response/i,
    means: "The WebSocket failed.",
  },
  "websocket-closed-early": {
    ...client,
    channel: "websocket",
    phase: "connect",
    pattern: /closed before the connection is established|Connection closed before receiving a handshake response/i,
    means: "The WebSocket was closed before it stood.",
  },
  "websocket-interrupted": {
    ...client,
    channel: "websocket",
    phase: "close",
    pattern:
      /remote party closed the WebSocket connection without completing the close handshake|websocket .{0,40}(was )?(aborted|reset)|ConnectionClosedPrematurely/i,
    means: "The WebSocket broke without a close frame.",
  },
  "interrupted-while-loading": {
    ...client,
    pattern: /connection to wss?:.{0,200} was interrupted while the page was loading/i,
    means: "Firefox closed the connection because its page was left.",
    benign: true,
  },
  "websocket-missing": {
    ...client,
    pattern:
      /WebSocket is not defined|WebSocket protocol is not supported on this platform|WebSockets? (is|are) (not supported|unsupported|unavailable) (in|on|by) (this|your|the) (environment|browser|platform|client)|'?WebSocket'? is undefined|(does not|doesn't) .{0,20}support .{0,20}web ?sockets?|(has|have|with|is) no web ?sockets?( support)?\b|'WebSockets?' is not supported in your environment|WebSockets is not supported\.|no native web ?socket/i,
    means: "The client's platform has no WebSocket.",
  },
  "auth-failed-on-socket": {
    ...client,
    channel: "websocket",
    phase: "connect",
    pattern: /HTTP Authentication failed; no valid credentials available/i,
    means: "The WebSocket handshake was answered 401.",
    shows: { status: 401 },
  },
  "subprotocol-wrong": {
    ...client,
    channel: "websocket",
    phase: "connect",
    pattern:
      /non-empty '?Sec-WebSocket-Protocol'? header but no response|Response must not include '?Sec-WebSocket-Protocol|Sec-WebSocket-Protocol.{0,60}mismatch|server sent (an invalid|no) subprotocol/i,
    means: "The handshake's subprotocol does not fit what was asked for.",
  },
  "fetch-failed": {
    ...client,
    pattern:
      /TypeError: Failed to fetch|Error from HTTP request|NetworkError when attempting to fetch|network request failed|Network Error\b|TypeError: (Load failed|NetworkError)/i,
    means: "The request got no answer that the page may read.",
    shows: { status: 0 },
  },
  "page-frozen": {
    ...client,
    phase: "close",
    pattern:
      /page is being frozen|(tab|page|browser|window|app)s? .{0,40}(not in (the )?(foreground|front)|out of focus|loses? focus|in another tab)|switch\w* (to another |between )?(tabs?|apps?|windows?)|(energy|battery|power)[- ]?sav\w+|low[- ]power mode|memory saver|sleeping tabs|visibilitychange|(tab|page|browser|window|app)s? .{0,80}(in ?activ(e|ity)|idle|minimi[sz](ed|es?|ing)|background|hidden|not (in focus|focused|active)|sleep|suspend|frozen|switch(ed|es|ing)? (away|to (another|other))|throttl)|(left|leave|leaving|away|unattended|stays?|sit|waited?).{0,30}(for )?(\d+|a few|some|several) (min|hour)|(comput\w+|device|tablet|ipad|iphone|phone|machine|mac) .{0,30}(sleep|hibernat|stand-?by|lock)|laptop .{0,20}(sleep|lid|clos|hibernat)|locks? (the |their |his |her )?(screen|phone|device)|wake(s|n)? ?(up|from)|resum\w+ from|hibernat|(in ?active|idle|minimi[sz]ed|background|sleeping|hidden) (tab|window|browser|page|client)|throttl\w+.{0,40}(timer|setTimeout|setInterval|tab|chrome)|(timer|setTimeout|chrome|browser).{0,40}throttl|intensive (wake-?up )?throttling|(screen|phone|device) .{0,20}(lock(s|ed)?|off|asleep|goes to sleep)|went idle|if the client (window )?is idle/i,
    means: "The page was hidden, idle or asleep.",
    benign: true,
  },
  "main-thread-blocked": {
    ...client,
    pattern:
      /(main|ui) thread .{0,30}(block|busy|hang|froz)|(block|freez)\w* .{0,30}(main|ui|js|javascript) thread|(debugger|breakpoint|alert\(|window\.alert|alert (box|dialog)|confirm\(|synchronous (xhr|loop|code)|heavy (computation|calculation|script)|while ?\(true\))|(browser|page|front-?end|client('s)?|canvas|render\w*) .{0,60}(blocks?|blocking|freez\w+|hangs?)\b .{0,30}(thread|\bui\b|page|browser|seconds)/i,
    means: "A script or a breakpoint held up the page.",
  },
  "service-worker": {
    ...client,
    pattern: /service ?worker|ngsw/i,
    means: "A service worker is named.",
    benign: true,
  },
  "http2-refused": {
    pattern:
      /ERR_HTTP2_\w+|ERR_SPDY_PROTOCOL_ERROR|RST_STREAM|extended connect|http\/?2 .{0,40}web ?socket|web ?socket.{0,40}http\/?2\b/i,
    means: "The trouble is one of HTTP/2.",
  },
  "many-tabs": {
    ...client,
    pattern:
      /(more than|after|beyond|above|over|open\w*|max\w*|limit of|only|have|first|with) (about )?(5|6|7|six|five|seven|several|many|multiple|too many) .{0,20}(tabs?|windows?|(active |open )?(clients|browsers?)\b|(concurrent |open |simultaneous )?connections? (per|to))|(tabs?|windows?) .{0,60}(hang|stop|pending|freez|block|stuck|don't load|won't load)|(multiple|several|many) (browser )?tabs/i,
    means: "Several tabs are open at once.",
    benign: true,
  },
});
