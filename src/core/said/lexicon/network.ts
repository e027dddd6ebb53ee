import { messages } from "./message.js";
import { either, TRANSLATED } from "./translated.js";

/** What operating systems, runtimes and proxies say. */
export const NETWORK_MESSAGES = messages({
  "connection-refused": {
    pattern: either(
      /ECONNREFUSED|ERR_CONNECTION_REFUSED|connection (is |was |gets? |being )?refused|\[WS-Client\] connection to \S{1,80} Failed|\b(ws|http)s?:\/\/\S{1,120} (was |is |gets? )?refused|actively refused|No connection could be made|Cannot connect to host|Couldn'?t connect to server|Failed to connect to (\/|\S{1,80}:\d+)(?!.{0,240}status code)|connect\(\) failed \(111|NSURLErrorCannotConnectToHost|Code=-1004|Could not connect to (the server|host\b)|(target|destination|remote) (machine|computer|host) .{0,20}(refused|denied|rejected)|(?<!WebSocket.{0,60})Unable to connect to the remote server|Max retries exceeded|NewConnectionError|Connection refused by the server|Failed to establish a new connection|\bConnectionRefused\b|Connect call failed|unable to connect to (tcp|ssl):\/\//i,
      TRANSLATED.refused,
    ),
    means: "Nothing accepted the connection at that address and port.",
    shows: { status: 0 },
  },
  "connection-timed-out": {
    pattern:
      /ETIMEDOUT|\b(WinError|system:|os error) ?10060\b|\bi\/o timeout\b|connect error: Timer Expired|ERR_CONNECTION_TIMED_OUT|ERR_TIMED_OUT|connection timed out|did not properly respond after a period|SocketTimeoutException|Code=-1001|TCP error ?- ?connection not established|opening handshake (has )?timed out|connect timed out|site can.{0,7}t be reached|ERR_ADDRESS_UNREACHABLE|EHOSTUNREACH|no route to host|\bfrom (?:the )?(?:outside|internet|another (?:machine|pc|computer|host))\b.{0,60}\btim(?:es|ed) out\b/i,
    means: "No answer came from that address and port.",
    shows: { status: 0 },
  },
  "name-not-resolved": {
    pattern: either(
      /\bENOTFOUND|could not resolve host\b|\bhost not found \(|failed to lookup address|EAI_AGAIN|NameResolutionFailure|name does not resolve|NS_ERROR_UNKNOWN_HOST|ERR_NAME_NOT_RESOLVED|getaddrinfo|no such host|unable to resolve host\b|name or service not known|UnknownHostException|specified hostname could not be found|Code=-1003|\b(host|name|server|address|domain|dns)\b(?! of the method)(?!.{0,60}method).{0,60}could not be resolved|remote name could not|Failed host lookup|nodename nor servname|Temporary failure in name resolution|No address associated with hostname/i,
      TRANSLATED.unknownHost,
    ),
    means: "The host's name could not be resolved.",
    shows: { status: 0 },
  },
  "connection-reset": {
    pattern:
      /ECONNRESET|ERR_CONNECTION_(RESET|CLOSED|ABORTED)|ERR_EMPTY_RESPONSE|connection reset|socket hang up|forcibly closed|\bEPIPE|broken pipe|(?<!Web)SocketException: Connection(?! refused)|Software caused connection abort|connection was closed unexpectedly|premature(ly)? clos|ERR_INCOMPLETE_CHUNKED_ENCODING|NSPOSIXErrorDomain|remote end closed connection|terminated abnormally|response ended prematurely|unable to read data from the transport connection|aborted because of either a thread exit|RemoteDisconnected|unexpected EOF/i,
    means: "The connection was cut.",
  },
  "socket-not-permitted": {
    pattern: /access a socket in a way forbidden|SocketException \(10013\)|WSAEACCES/i,
    means: "The host does not let the application open this socket; App Service says so of localhost.",
    shows: { status: 0 },
  },
  "network-not-permitted": {
    side: "client",
    pattern:
      /missing INTERNET permission|socket failed: E(PERM|ACCES)|\bE(PERM|ACCES) \((Operation not permitted|Permission denied)\).{0,80}socket|socket.{0,80}\bE(PERM|ACCES) \((Operation not permitted|Permission denied)\)|android\.permission\.INTERNET|com\.apple\.security\.network\.client|errno = 1\b.{0,40}Operation not permitted|Operation not permitted.{0,20}errno = 1\b/i,
    means: "The platform does not let the app open a connection.",
  },
  offline: {
    pattern:
      /ERR_INTERNET_DISCONNECTED|ERR_NETWORK_CHANGED|ERR_NETWORK_IO_SUSPENDED|ENETUNREACH|ENETDOWN|network is unreachable|\bno (network|internet)( connection)? (is )?available|\b(when|if|while|there is|there's) (there is )?no (network|internet)\b(?! (error|activit|request|traffic|call|tab|log|problem|issue|message|failure))|network (subsystem )?is down\b|Code=-1009|Code=-1005|internet connection appears to be offline|wi-?fi .{0,40}(off|to|switch|lost|chang)|(turn|switch)\w* (off|on) .{0,15}(wi-?fi|network|mobile data|[345]g\b|internet)|unplug\w*|(pull|disconnect)\w* .{0,20}(cable|wi-?fi)|airplane mode|(los[et]|lost|drop|switch\w*) .{0,20}(network|internet|connectivity|wi-?fi)/i,
    means: "The client lost its network.",
  },
  "apache-no-handler": {
    side: "proxy",
    pattern: /No protocol handler was valid for the URL|mod_proxy_wstunnel|proxy_wstunnel/i,
    means: "Apache has no proxy module for this protocol.",
  },
  "upgrade-header-missing": {
    side: "proxy",
    pattern:
      /TRANSPORT_(HANDSHAKE_ERROR|MISMATCH)|headers?\.upgrade\b.{0,24}(undefined|missing|empty|null)|'?Upgrade'? header .{0,40}(missing|is not|not (set|present|found)|must)|missing .{0,20}'?(Upgrade|Connection)'? header|\bupgrade\b.{0,8}(헤더|头|ヘッダ)|'?Connection'? header .{0,40}('?Upgrade'?|must|missing|not|close|keep-alive)|not a websocket (handshake|upgrade|request)|Can "?Upgrade"? only to "?WebSocket|Upgrade Required|\b426\b|(no|without|lost|strip\w*|drop\w*|remov\w*) .{0,20}(the )?upgrade (header|request)|proxy_http_version|proxy_set_header (Upgrade|Connection)|\bupgrade_configs\b|request .{0,30}(is )?not a (valid )?websocket|invalid handshake response (upgrade|connection)\b|expected '(connection|upgrade)' header value|invalid '?(Upgrade|Connection)'? header|invalid websocket upgrade\b|token not found in '?(Connection|Upgrade)'? header|unexpected transport without upgrade/i,
    means: "The WebSocket request arrived without its Upgrade header, or the proxy's Upgrade headers are named.",
  },
  "upgrade-forced": {
    side: "proxy",
    pattern: /proxy_set_header\s+Connection\s+["']?upgrade["']?\s?;/i,
    means: 'nginx is told to say "Connection: upgrade" on every request, WebSocket or not.',
    benign: true,
  },
  "upstream-failed": {
    side: "proxy",
    pattern:
      /upstream prematurely closed|upstream connect error|disconnect\/reset before headers|no healthy upstream|host not found in upstream|upstream sent (invalid|too big) header|AH0(0898|0957|1114|1102|1084)|failed to make connection to backend|error reading from remote server|no server is available to handle|invalid response while acting as a gateway|(proxy|caddy|traefik|ngrok|upstream|ingress|cloudflared?|gateway)\b.{0,200}\bdial tcp .{0,80}(refused|timeout|no such host)|\bdial tcp .{0,80}(refused|timeout|no such host).{0,200}\b(proxy|caddy|traefik|upstream|ingress|cloudflared?|502)\b|code=H1[0-4]\b|\bH1[0-4] (error|Request timeout|App crashed|No web processes)|connection to the instance had an error|Web server (is (down|returning an unknown error)|received an invalid response)|origin (is )?unreachable|\b52[0-6]\b.{0,30}(cloudflare|error)|error (code )?52[0-6]\b|\b524\W{1,3}A timeout occurred|cloudflare\W{1,4}52[0-6]\b|target .{0,20}unhealthy|connect\(\) failed|no live upstreams|no endpoints available|any active endpoint|upstream timed out|Bad Gateway|Gateway Time-?out|502\.[35]|Error occurred while trying to proxy|error trying to proxy|proxy error|ERR_NGROK_8012|no available destinations\b|ConnectionToDownstreamService|error connecting to downstream|an error was encountered before receiving a response|application failed to respond|our services aren.t available right now/i,
    means: "A proxy could not reach the application, or waited in vain for it.",
  },
  "dev-proxy-log": {
    side: "proxy",
    pattern:
      /\[HPM\] (upgrading|client disconnected|error)|\[vite\] (ws |http )?proxy (socket )?error|\[BS\] \[proxy error\]|\[webpack-dev-server\].{0,40}proxy/i,
    means: "A development server's proxy tells of the connection.",
    benign: true,
  },
  "nginx-looks-for-file": {
    side: "proxy",
    pattern: /open\(\) "\/[^"]{1,200}" failed \(2:|"\/[^"]{1,200}" is not found \(2: No such file/i,
    means: "nginx looked for a file of that name: it does not pass this path on.",
    shows: { status: 404 },
  },
  "entity-too-large": {
    side: "proxy",
    pattern: /Request Entity Too Large/i,
    means: "The refusal is in the words of nginx or IIS; Node says Payload Too Large.",
    shows: { status: 413 },
  },
  "body-too-large": {
    side: "proxy",
    pattern:
      /client intended to send too large body|Request Entity Too Large|client_max_body_size(?! {1,4}\d{1,6} ?[kmg]? ?;)|\b413\b/i,
    means: "A polling request was larger than the proxy takes.",
  },
  "nginx-body-limit": {
    side: "proxy",
    phase: "message",
    pattern: /client intended to send too large body|client_max_body_size(?! {1,4}\d{1,6} ?[kmg]? ?;)/i,
    means: "nginx refused a body as too large.",
    shows: { status: 413 },
  },
  "conflicting-server-name": {
    side: "proxy",
    pattern: /conflicting server name|(another|other|default|second|wrong) (nginx )?(server block|vhost|virtual host)/i,
    means: "Another server block of nginx claims the same name or requests.",
  },
  "sse-buffered": {
    side: "proxy",
    pattern:
      /proxy_buffering|buffer(s|ed|ing) .{0,40}(SSE|event ?stream|server[- ]sent|response)|(SSE|event ?stream|server[- ]sent|streamed) .{0,60}(buffer|delayed|at once|not (arriv|receiv)|never)|X-Accel-Buffering|(server[- ]?sent ?events?|\bSSE\b|EventSource).{0,120}(not (be )?delivered|delay|late\b|cached|(one|a) message behind|batch|\bbulk\b|all at once|only (arrive|deliver)|waits? .{0,30}(fall|second))|(EventSource|SSE|server[- ]sent)\b.{0,80}(pending|no data|nothing|burst|stuck|hang)|(disabl|turn\w* off|without).{0,20}(gzip|buffering|response compression)/i,
    means: "The event stream arrives late or not at all.",
  },
  "cut-after-idle": {
    pattern:
      /proxy_(read|send)_timeout(?! {1,4}["']?(\d{3,}|\d{1,6}[hmd]\b))|timeout (tunnel|client|server)\b|\/\+?\d{1,9} 101 \+?\d{1,12} \S{1,60} \S{1,60} [cs]D[-\w]{2} |code=H15|\bH12\b.{0,160}transport=polling.{0,60}&sid=|\b524\b.{0,200}transport=polling.{0,60}&sid=|transport=polling.{0,60}&sid=.{0,60}\b524\b|idle connection|\b\d{1,4} ?(s|seconds?|min(ute)?s?) (of )?(idle|inactivity)\b|\b\d{2,4}[- ]?(s|secs?|seconds?|minutes?)[- ](timeout|default|limit)\b|\b(every|each|once (a|per)) minute\b|stream (idle )?timeout|while proxying upgraded connection|while reading (response header )?(from )?upstream.{0,400}transport=polling|timed out .{0,60}while reading response header .{0,300}(sid=|transport=polling|id=)|(idle|keep-?alive|read|connection|load balancer|gateway|proxy) ?time-?out .{0,40}\d+|(every(?! \d{1,3} ?(s|secs?|seconds?)\b.{0,40}\b(errors?|requests?|GET|POST)\b)|after|exactly|about|approximately|around|within) (exactly |about |around |approximately |~ ?)?(\d+|one|two|four|five) ?(s|sec|second|m(?!s)|min|minute)s?\b|(disconnect|drop|clos|reconnect)\w* (every|after(?! the back))|(broken|lost|dies|dead|gone) after (a while|some time|(a few|several|some) (minutes|seconds))/i,
    means: "The connection is cut after a fixed time.",
    benign: true,
  },
  "http-redirected": {
    pattern:
      /\b30[1278]\b|UseHttpsRedirection|redirect(s|ed|ing)? .{0,30}to https|https redirect|RequireHttps|RewriteRule .{0,60}https/i,
    means: "The request was redirected.",
  },
  "login-redirect": {
    pattern:
      /login\.microsoftonline|\/(account\/)?log-?in\b|\/signin|\/oauth2?\/|redirect\w* .{0,40}(login|sign-?in|identity|auth)|AccountController|EasyAuth|\.auth\/login/i,
    means: "The redirect leads to a login page.",
  },
  easyauth: {
    pattern: /easy ?auth|app service auth|authentication \/ authorization|\.auth\/|login\.microsoftonline/i,
    means: "Authentication of App Service is named.",
    benign: true,
  },
  "security-product": {
    pattern:
      /anti-?virus|ssl (scanning|inspection)|https scanning|web (protection|guard)|kaspersky|\bavast\b|\bAVG\b|bitdefender|\beset\b|nod32|mcafee|norton|sophos|defender|crowdstrike|symantec|trend ?micro|webroot|malwarebytes|zscaler client|internet security|web shield/i,
    means: "Protection software is named.",
    stands: true,
  },
  "corporate-network": {
    pattern:
      /\bcorporate\b|ERR_(TUNNEL|PROXY|SOCKS)_\w+|proxy authentication|\b407\b|TLS inspection|man[- ]in[- ]the[- ]middle|replac\w+ (the )?certificates|IT (guy|department|team)|\bcompan(y|ies)\b(?!_?id\b)|office network|enterprise (network|proxy|firewall)|zscaler|fortinet|fortigate|palo ?alto|checkpoint|blue ?coat|web ?filter|websense|squid|customer('s|s)? (network|site|firewall|proxy)|client'?s? (network|firewall)|(proxy|firewall|network) of (one of )?(my|our|a|the|their) (client|customer|user)|work (network|computer|laptop)|\bVPN\b|behind (a |the |their )?(firewall|proxy server)|(customer|client|user)s?'?s?'? (office|site|environment|location)|at (home|my home) (it )?(works|is fine)|works? (fine )?(at|from) home|(only|just) (inside|within|from|in|on) (the |our |my |a )?(company|corporate|office|work)|their (\w+ )?(proxy|firewall|network)|mobile (hotspot|data)|hospital|school network|some (users|customers|clients)|\b(at|from|in|behind) (one|a|this|their) (particular|specific|certain|single) (site|location|customer|client|network|place|school|office|company)|certain (users|customers|clients|networks)/i,
    means: "A company's network, filter or proxy is named, or only some users are hit.",
    benign: true,
  },
  "firewall-named": {
    pattern:
      /firewall|security group|inbound rule|iptables|\bufw\b|open(ed|ing)? (the )?port|\bport .{0,20}(is )?(not open|closed|blocked|(not |un)reachable)|\bEC2\b(?!-\d|\.\w)|droplet|\bNSG\b/i,
    means: "A firewall or a port that must be opened is named.",
    stands: true,
    benign: true,
  },
  "port-said-open": {
    pattern:
      /\bports? (\d{2,5} )?(is|are|was) (already |indeed |also )?(open(ed)?|allowed|reachable)\b|(have|has|had|already|'ve) (opened|allowed) (the )?ports?\b|firewall (is|was) (already )?(off|disabled|turned off|deactivated)|(disabled|turned off) (the |my )?(windows )?firewall/i,
    means: "A port is said to be open, or the firewall to be off.",
    benign: true,
  },
  "waf-status": {
    pattern:
      /\b406\b|web application firewall|\bWAF\b|Incapsula|challenge[- ](page|platform)|cf-chl|\bcf-mitigated|checking your browser|just a moment\.\.\.|bot (fight|protection)|attention required|cloudflare.{0,40}(challeng|captcha)|challenged by cloudflare|under attack mode|(?<!cross-origin )request (was )?blocked|Access Denied(?! due to (missing|invalid) subscription)/i,
    means: "A filter refused the request.",
  },
  "challenge-set": {
    pattern:
      /under attack mode|bot (fight|management) mode|(?<!\bno )\b(managed|js|javascript|browser|captcha) challenge\b|(shows?|showed|showing|gets?|got|see|sees|present\w*|face\w*) (\w+ ){0,3}(a |the )?(challenge|captcha)\b|cf-mitigated|cf-chl|checking your browser|\bbrowser (integrity )?check\b|just a moment\.\.\./i,
    means: "A filter asks for proof that a person looks, which no script's request can give.",
  },
  "rate-limited": {
    pattern:
      /\b429\b|too many requests|rate[- ]limit|limit_(req|conn)\b|limiting (requests|connections)|error code: 1015/i,
    means: "A limiter refused the request.",
    shows: { status: 429 },
  },
  unauthorized: {
    pattern:
      /\b401\b|(?<!reject_?)unauthori[sz]ed(?! client with session)|unauthenticated|\bnot authori[sz]ed\b|(user|caller|client|connection) is not authenticated|Authorization failed|was challenged|\bcan ?not be authenticated|\bcould not be authenticated|DenyAnonymous\w+/i,
    means: "The request was not authorised.",
    shows: { status: 401 },
  },
  forbidden: {
    pattern: /\b403\b|(?<!in a way )forbidden(?!: JSONP)/i,
    means: "The request was forbidden.",
    shows: { status: 403 },
  },
  "not-found": {
    pattern:
      /\b404\b|FileNotFoundException: (https?|wss?):|(?<!\b(circuit|method|key|upstream|transport|module|package|assembly|type|handler|function|command|property|field)s?( (was|is|were|are))? )\bnot found\b(?! in the key)/i,
    means: "The address was not found.",
    shows: { status: 404 },
  },
  "file-server-refuses": {
    pattern: /You don'?t have permission to access (\/|this resource)/i,
    means: "Apache refused to show a folder: a server of files was asked.",
    shows: { status: 403 },
  },
  "invalid-hostname": {
    pattern:
      /invalid hostname|(request )?\bhost ?(name )?(is )?(invalid|not allowed)|host ('[^']{0,100}' )?(does not|doesn't) match an allowed host|Blocked (request\. This host|hosts?:)|AllowedHosts|Invalid (HTTP_)?Host header|\bDisallowedHost\b|ALLOWED_HOSTS/i,
    means: "The server does not accept the host name.",
  },
  "allowed-hosts-named": {
    pattern: /AllowedHosts|HostFiltering|Invalid Host header|disableHostCheck|DANGEROUSLY_DISABLE_HOST_CHECK/i,
    means: "A filter of host names is named.",
    benign: true,
  },
  "app-start-failed": {
    side: "server",
    pattern:
      /HTTP Error 500\.3\d\b|HTTP Error 503\. The service is unavailable|\bfunction host is not running\b|ASP\.NET Core app failed to start|\bANCM In-Process (Start ?up|Handler Load) Failure/i,
    means: "The host says that the application did not even start.",
  },
  "shutting-down": {
    side: "server",
    pattern:
      /application is shutting down|server (is )?shutting down|SIGTERM|rolling (update|deploy)|worker (timeout|was killed)/i,
    means: "The server was going down.",
  },
});
