import { messages } from "../message.js";

const client = { side: "client" } as const;

/** What browsers print of WebSockets, and what holds up the page that they live in. */
export const SOCKET_MESSAGES = messages({
  "websocket-status": {
    ...client,
    phase: "connect",
    channel: "websocket",
    pattern:
      /unexpected response code|unexpected server response|web ?socket(s| handshake| connection| upgrade| request)?[: ,-]{1,3}(\w+ ){0,2}[345]\d\d\b(?! ?(ms|users|clients|connections))|WebSocket handshake.{0,60}(status|response) ?(code)?|server returned status code '?\d{3}'? when status code '?101|Invalid status code \d{3}|bad response from the server|The server returned status code|Expected HTTP(\/1\.1)? 101 (response|got)\b|Expected "?HTTP\/1\.1 101"?, had "HTTP|Handshake status [2345]\d\d|status code not 101\b|WebSocketBadStatusException|Invalid HTTP status\b|Invalid HTTP upgrade\. code=\d{3}|websocket: bad handshake|was not upgraded to websocket|WSServerHandshakeError|server rejected WebSocket connection|notAnUpgrade\w*|Did not receive .{0,20}101|Invalid status code received: ?\d{3}|(expected|wanted|want|should be) (status )?(code )?101\b|expected 101 .{0,20}but|WSServerHandshake|Unexpected HTTP response: ?\d{3}|status code:? ?\d{3},? (expected|not) 101|WebSocket upgrade failed|error with websocket connection: HTTP error|\bwss? (\w+ ){0,2}[345]\d\d\b/i,
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
      /remote party closed the WebSocket connection without completing the close handshake|websocket .{0,40}(was )?(aborted|reset)|WebSocket is in an invalid state \('Aborted'\)|WebSocketException \(0x80070026\)|ConnectionClosedPrematurely/i,
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
      /WebSocket is not (defined|a constructor)|Can't find variable: WebSocket\b|Property 'WebSocket' doesn't exist|platform (is |does )?not support(ed)? web ?sockets?|PlatformNotSupported.{0,160}\bClientWebSocket\b|\bWebSockets\b.{0,60}PlatformNotSupportedException|WebSocket protocol is not supported on this platform|WebSockets? (is|are) (not supported|unsupported|unavailable) (in|on|by) (this|your|the) (environment|browser|platform|client)|'?WebSocket'? is undefined|(?<!\b(server|service|(web ?)?site|host(ing)?|plan|endpoint|proxy|back-?end|app service|iis|nginx|apache|api|hub) {0,3})\b(does not|doesn't) .{0,20}support .{0,20}web ?sockets?|(has|have|with|is) no web ?sockets?( support)?\b(?! feature available)|'WebSockets?' is not supported in your environment|WebSockets is not supported\.|no native web ?socket|\b\w{1,24}WebSocketModule\.(connect|close|send)\b/i,
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
  "page-frozen": {
    ...client,
    phase: "close",
    pattern:
      /(leaves?|left|leaving) .{0,20}(tab|page|browser)\b.{0,40}(come|comes|coming) back|page is being frozen|锁屏|切到后台|后台运行|息屏|백그라운드|バックグラウンド|(tab|page|browser|window|app)s? .{0,40}(not in (the )?(foreground|front)|out of focus|loses? focus|in another tab)|switch\w* (to another |between )?(tabs?|apps?|windows?)|(energy|battery|power)[- ]?sav\w+|low[- ]power mode|memory saver|sleeping tabs|visibilitychange|(tab|page|browser|window|web ?view|app(?! ?(gateway|service)))s? .{0,80}(in ?activ(e|ity)|idle|minimi[sz](ed|es?|ing)|background(?! (service|task|job|thread|worker|process))|hidden|not (in focus|focused|active)|sleep|suspend|frozen|switch(ed|es|ing)? (away|to (another|other))|throttl)|(left|leave|leaving|away|unattended|stays?|sit|waited?).{0,30}(for )?(\d+|a few|some|several) (min|hour)|(comput\w+|device|tablet|ipad|iphone|phone|machine|mac) .{0,30}(sleep|hibernat|stand-?by|lock)|laptop .{0,20}(sleep|lid|clos|hibernat)|locks? (the |their |his |her )?(screen|phone|device)|wake(s|n)? ?(up|from)|resum\w+ from|hibernat|\bminimi[sz]ed (\w+ ){0,2}(window|browser|tab|page|app)|(in ?active|idle|minimi[sz]ed|background|sleeping|hidden) (tab|window|browser|page|client)|throttl\w+.{0,40}(timer|setTimeout|setInterval|tab|chrome)|(timer|setTimeout|chrome|browser).{0,40}throttl|intensive (wake-?up )?throttling|(screen|phone|device) .{0,20}(lock(s|ed)?|off|asleep|goes to sleep)\b|went idle|if the client (window )?is idle|home (button|screen|key)|lock(s|ed|ing)? (my |the |his |her |your )?(device|phone|screen|ipad|iphone|tablet)|(on|in|at) (the )?lock(ed)? screen|(screen|display) (is |was |gets? |turn(s|ed)? )?(turned )?(off|locked)|(app|application) (is|was|goes|went|gets|moves?|enters?|in|to|into|becomes?) (\w+ )?(in ?active|background|closed|suspended|paused|killed|not (in )?(the )?(foreground|active|running))|didEnterBackground|\bonPause\b|\bdoze\b|battery (optimi[sz]ation|management|saver)|wake ?lock/i,
    means: "The page was hidden, idle or asleep.",
    stands: true,
    benign: true,
  },
  "phone-slept": {
    ...client,
    pattern:
      /\b(phones?|mobile|iphone|ipad|android|ios|tablet|smartphone)\b.{0,120}\b((un)?lock(ed|s|ing)?|sleep\w*|asleep|minimi[sz]\w*|background\w*|switch\w*)\b|\b((un)?lock(ed|s|ing)?|minimi[sz]\w*|switch\w* apps?)\b.{0,80}\b(phones?|mobile|iphone|ipad|android|ios|tablet)\b/i,
    means: "A phone was locked, or its browser put away.",
    benign: true,
  },
  "away-for-long": {
    pattern:
      /\b(\d{1,3}|(a )?few|some|several|extended|long(er)?|two|three|four|five|ten|fifteen|twenty|thirty|half an|an)( |-){1,2}(\d{1,3} )?(minutes?|mins?|hours?|downtime|time|period)\b/i,
    means: "It was for minutes or longer.",
    benign: true,
  },
  "main-thread-blocked": {
    ...client,
    pattern:
      /(main|ui) thread .{0,30}(block|busy|hang|froz)|\bscript\b.{0,40}(100 ?% (of (the )?)?cpu|(takes?|took|us(es|ed)|consum\w+|hogs?) .{0,16}\bcpu)|(block|freez)\w* .{0,30}(main|ui|js|javascript) thread|(debugger|breakpoint|alert\(|window\.alert|alert (box|dialog)|confirm\(|synchronous (xhr|loop|code)|heavy (computation|calculation|script)|while ?\(true\))|(browser|page|front-?end|client('s)?|canvas|render\w*) .{0,60}(blocks?|blocking|freez\w+|hangs?)\b .{0,30}(thread|\bui\b|page|browser|seconds)/i,
    means: "A script or a breakpoint held up the page.",
  },
  "many-tabs": {
    ...client,
    pattern:
      /(after|beyond|more than|open\w*|creat\w*) (the |of |creation of |creating ){0,2}(6|7|six|seven) (sockets|connections|clients)\b|(more than|after|beyond|above|over|open\w*|max\w*|limit of|only|have|first|with) (about )?(5|6|7|six|five|seven|several|many|multiple|too many) .{0,20}(tabs?|windows?|(active |open )?(clients|browsers?)\b|(concurrent |open |simultaneous )?connections? (per|to))|(tabs?|windows?)(?! (unloading|auth\w*|server|service|machine|host|firewall|xp|7|8|10|11)\b) .{0,60}(hang|stop|pending|freez|block|stuck|don't load|won't load)|(multiple|several|many) (browser )?tabs|\b(certain|given|max\w*) (amount|number|count) of (\w+ )?(tabs?|windows?)|\b(sixth|seventh|[67]th) (\w+ ){0,2}(tab|window|connection|client|browser|page)\b|\b(tab|window) (number )?[5-8] (and|or) (higher|above|more|later|up)\b|\b(tabs?|windows?)\b.{0,80}until (i |you |we |they |the user |one )?(is |are )?clos\w+|\b(5|6|five|six) connections? (from|in|of|per) (the |a |one )?(same )?(browser|chrome|firefox|safari)/i,
    means: "Several tabs are open at once.",
    benign: true,
  },
  "old-client-streams": {
    ...client,
    pattern:
      /\b(from|on|clients?|using|with) (a |an |the |our |my )?(\.net )?(windows (7|xp|vista|server 2008( r2)?)|IE ?[89]|internet explorer [89])\b.{0,160}\b(server-?sent|SSE|long[- ]?polling|forever ?frame|not? web ?sockets?|never uses? web ?sockets?)/i,
    means: "Clients on an old platform take another transport.",
  },
  "old-client-alone": {
    ...client,
    pattern:
      /\bwindows (8(\.1)?|10|11)\b.{0,40}\b(works?|working|connects?|fine|ok|succe\w+)\b.{0,120}\bwindows (7|xp|vista)\b|\b(works?|working|connects?|fine|ok|succe\w+)\b.{0,40}\bwindows (8(\.1)?|10|11)\b.{0,120}\bwindows (7|xp|vista)\b|\b(clients?|app|application|program|pcs?|users?) .{0,24}\b(on|under|with|in) windows (7|xp|vista)\b.{0,120}(fails?|error|exception|n.t|not|no)\b/i,
    means: "It is a client on an old Windows, for which .NET has no WebSockets, that fails.",
  },
});
