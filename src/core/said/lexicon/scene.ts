import { messages } from "./message.js";

const context = { benign: true } as const;

/** What people name around the failure: where things run, what stands between, what was tried. None of it is a failure. */
export const SCENE = messages({
  nginx: { ...context, pattern: /\bnginx\b|ingress/i, means: "nginx stands in between." },
  apache: {
    ...context,
    pattern: /\bapache(2|24)?\b|httpd|mod_proxy|ProxyPass|a2enmod/i,
    means: "Apache stands in between.",
  },
  "other-proxy": {
    ...context,
    pattern:
      /reverse[- ]?prox(y|ies)|haproxy|traefik|caddy|envoy|istio|synology|proxy manager|\bNPM\b|varnish|\bSWAG\b|linuxserver|openresty|netscaler|\bF5\b|big-?ip|(through|via|behind|by) (a |the |our |my |their )?(\w+ )?proxy|\bYARP\b|ocelot|\bkong\b|api gateway|cloudflare|front ?door|application gateway|app gateway|cloudfront|\bALB\b|\bELB\b|elastic beanstalk|load ?balanc|behind a proxy|behind (the|my|our) proxy/i,
    means: "A reverse proxy or load balancer stands in between.",
  },
  cloudflare: { ...context, pattern: /cloudflare/i, means: "Cloudflare stands in between." },
  iis: { ...context, pattern: /\bIIS\b|web\.config|app ?pool|w3wp|windows server 20\d\d/i, means: "IIS is in use." },
  "iis-express": {
    ...context,
    pattern: /iis ?express|applicationhost\.config|:44[23]\d\d\b/i,
    means: "IIS Express is in use.",
  },
  arr: {
    ...context,
    pattern:
      /\bARR\b(?! ?affinity)|application request routing|url ?rewrite|request consolidation|kernel (mode )?cach/i,
    means: "Application Request Routing of IIS stands in between.",
  },
  "dotnet-9": {
    ...context,
    pattern: /\.net ?(core )?9(\.0)?\b|\bnet9\.0|asp\.net core 9/i,
    means: ".NET 9 is named, whose first release compresses the WebSockets of Blazor.",
  },
  "out-of-process": {
    ...context,
    pattern:
      /out-?of-?process|ANCM|AspNetCoreModule|hostingModel|WebSocketDeflate|DangerousEnable(Web ?Socket)?Compression|websocket compression|permessage-deflate/i,
    means: "IIS forwards to another process, or WebSockets are compressed.",
  },
  "app-service": {
    ...context,
    pattern: /azurewebsites\.net|azure (web ?app|app service|website)|app service/i,
    means: "It runs on Azure App Service.",
  },
  portal: {
    ...context,
    pattern: /azure portal|portal.{0,20}CORS|CORS .{0,60}\bportal|CORS (blade|settings|section|tab)|in the portal/i,
    means: "The Azure portal's settings are named.",
  },
  functions: {
    ...context,
    pattern:
      /azure functions?|function ?app|WebJobs\.Extensions|ServerlessHub|SignalRConnectionInfo|SignalRTrigger|WebPubSubTrigger|func(tion)? key|\/api\/negotiate/i,
    means: "Azure Functions are in use.",
  },
  "function-key": {
    ...context,
    pattern: /\?code=|function key|app key|host key|system key|x-functions-key|AuthorizationLevel/i,
    means: "A function key is named.",
  },
  "many-instances": {
    ...context,
    pattern:
      /(multiple|several|two|three|four|\b[2-9]\b|\d{2,}|many|more than one|more than 1|additional|both|another|second|other) (?!sites?\b)(\w+ ){0,2}(instances|servers|pods|replicas?|workers?|processes|nodes|containers|dynos|machines)|(more than (one|1)|one|1|a single|only one) (\w+ ){0,2}(pod|replica|worker|process|dyno|instance|node)\b.{0,60}(works?|fine|ok|good|problem)|(increas|scal|rais)\w* (\w+ ){0,3}(pods?|replicas?|instances?|workers?|dynos?|nodes?) (count |number )?(to|above|beyond) (\w+ )?(more than|over|two|three|four|several|many|[2-9]\b)|number of (\w+ )?(replicas|pods|workers|instances|processes|nodes|dynos)|server farm|(replicas|instances|workers|processes|dynos?) ?[:=>] ?([2-9]|\d\d)|-{1,2}(workers|processes|threads|w)[ =]([2-9]|\d\d)|upstream \w+ \{.{0,60}server .{0,80}server |docker swarm|auto-?scal|scal(e|ed|ing) (out|up|to)|\bcluster\b|\bpm2\b.{0,80}(-i\b|cluster|instances|scale|max\b)|kubernetes|\bk8s\b|\bECS\b|web ?farm|web ?garden|load ?balanc|sticky|affinity|round[- ]robin|backplane|redis adapter|workers? ?= ?[2-9]|-w [2-9]|multi-?(process|server|node)/i,
    means: "Several processes or instances serve the application.",
  },
  "sticky-cookie": {
    ...context,
    pattern:
      /(affinity|sticky|session|ARRAffinity|AWSALB|route) ?cookie|(affinity|sticki\w+|sticky sessions?)\b.{0,80}cookie|cookie.{0,40}(affinity|sticky|disabled|not (sent|stored|supported)|blocked|third[- ]party)|third[- ]party cookies?|ARRAffinity/i,
    means: "Affinity by cookie is named.",
  },
  subfolder: {
    ...context,
    pattern:
      /sub[- ]?(folder|directory|path|dir|app\b|application|site)|virtual (directory|application|path|dir)|as an (iis )?application|(iis|web) application (below|under|in|named|called)|application name|under (the )?\/\w+|base ?(href|path|url)|path ?base|UsePathBase|relative (url|path)|root path|nested (application|route|page)|current (route|page)|leading slash|~\/|(lives?|hosted|deployed|published|runs?|located|installed) (in|under|at|below) (the )?['"`]?\/\w+|works? (only )?(on|from) the (home|root|index|main|start) page/i,
    means: "The application lives under a path, or the URL is relative.",
  },
  "path-prefix": {
    ...context,
    pattern:
      /(path|url) prefix|prefix|strip(s|ped)? .{0,20}path|rewrite-target|X-Forwarded-Prefix|location \/\w+|path[- ]based routing|removes? .{0,20}(sub-?folder|path|prefix)|(missing|without|lacks?|lost|loses) .{0,20}(the )?(sub-?folder|prefix|path)|rewritten (to|from) ['"`]?\/|sub-?path/i,
    means: "A path prefix is named.",
  },
  "io-path": {
    ...context,
    pattern:
      /\bpath ?: ?['"`]|\bpath (option|parameter|setting)|\bpath (is|was|seems|looks) (\w+ )?(wrong|incorrect|not (right|correct))|wrong (socket\.?io )?path\b|resource ?: ?['"`]|['"`]\/socket\.io['"`]|custom path/i,
    means: "The path option is named.",
  },
  "trailing-slash": {
    ...context,
    pattern:
      /addTrailingSlash|trailing[- ]slash|trailingSlash|\/socket\.io\/?.{0,40}\b308\b|\b308\b.{0,40}\/socket\.io/i,
    means: "A slash at the end of the path is named.",
  },
  "io-url-path": {
    ...context,
    pattern: /\b(io|connect|lookup|openSocket|socketIOClient|ioClient)\(\s*['"`](https?|wss?):\/\/[^/'"`]+\/[\w-]+/i,
    means: "The client's URL has a path, which Socket.IO reads as a namespace.",
  },
  namespace: {
    ...context,
    pattern: /\bnamespaces?\b|\bio\.of\(|\.of\(['"`]\//i,
    means: "A namespace of Socket.IO is named.",
  },
  localhost: { ...context, pattern: /localhost|127\.0\.0\.1|\[?::1\]?/i, means: "The address is localhost." },
  "other-machine": {
    ...context,
    pattern:
      /(other|another|different|remote|second) (machine|computer|device|pc|laptop|host)|phone|mobile|emulator|simulator|android|iphone|ipad|\bios\b|raspberry|\bLAN\b|local network|192\.168\.|\b10\.0\.|ip address|in production|when deployed|after deploy|deployed|publish(ed|ing)?|remotely|from outside|docker|container/i,
    means: "The client runs on another machine than the server.",
  },
  "binds-loopback": {
    ...context,
    pattern:
      /now listening on:? https?:\/\/(localhost|127\.0\.0\.1)|listen(ing|s)? (only )?(on|to) (localhost|127\.0\.0\.1)|(status|address|port|bound|netstat)\b.{0,40}127\.0\.0\.1:\d+|UseUrls|0\.0\.0\.0|kestrel .{0,40}(listen|bind|localhost|127)|http:\/\/\*:|ASPNETCORE_URLS|bind(s|ing)? .{0,20}(localhost|loopback|127)/i,
    means: "The address that the server listens on is named.",
  },
  "localhost-names": {
    ...context,
    pattern:
      /localhost.{0,80}(instead|works?|but|vs\.?|versus|replac|chang\w+ .{0,20}to|not|(?<!ECONN)refused|fails?).{0,60}(127\.0\.0\.1|::1)|(127\.0\.0\.1|::1).{0,80}(instead|works?|but|vs\.?|versus|does|is ok|ok\b).{0,60}localhost|\bIPv6\b|\[::1\]|(?<![\w:])::1:\d|localhost (does ?n.t|did ?n.t|do not|not) (seem to )?(work|resolve)/i,
    means: "localhost and its addresses differ.",
  },
  port: {
    ...context,
    pattern:
      /(?<!\baddress: '[^']{1,60}',\s{1,9})\bports?\b.{0,40}\d{2,5}|PORT env|process\.env\.PORT|random port|wrong port|\b(io|connect)\(\s*['"`]https?:\/\/[^'"`]{1,80}:\d{2,5}|applicationUrl/i,
    means: "A port is named, and not only in the fields of Node's error.",
  },
  "port-env": {
    ...context,
    pattern:
      /process\.env\.PORT|(heroku|openshift|azure|railway|render)\b.{0,60}\bport\b|\bport\b.{0,60}(heroku|openshift)|(host|platform) assigns/i,
    means: "The platform assigns the port.",
  },
  serverless: {
    ...context,
    pattern:
      /vercel|now\.sh|\bzeit\b|netlify|\blambda\b|cloudflare (workers|pages)|serverless function|cloud functions?|firebase (hosting|functions)|next(js|\.js)? api|cloud ?run/i,
    means: "It runs on a serverless platform.",
  },
  "pages-hosted": {
    ...context,
    pattern:
      /(vercel|netlify|firebase hosting|github pages|cloudfront|\bs3\b).{0,30}\b(front-?end|client side|client|ui)\b|\b(front-?end|client|ui)\b.{0,30}(on|to|at|with|by|using|via) (vercel|netlify|firebase|github pages|cloudfront|s3)\b/i,
    means: "The platform serves the pages.",
  },
  "shared-hosting": {
    ...context,
    pattern:
      /cpanel|shared (web )?host|godaddy|hostinger|hostgator|bluehost|namecheap|plesk|a2 ?hosting|000webhost|wordpress host|dreamhost/i,
    means: "It runs on shared hosting.",
  },
  "dev-proxy": {
    ...context,
    pattern:
      /proxy\.conf|setupProxy|http-proxy-middleware|create-react-app|package\.json|\bng serve\b|angular\.json|vue\.config|vite\.config|webpack(-| )?dev|devServer|dev(elopment)? server|SPA proxy|\[HPM\]|\[vite\]|could not proxy request|\bvite\b|localhost:(4200|5173)/i,
    means: "A development server stands before the application.",
  },
  react: {
    ...context,
    pattern: /\breact\b(?! native)|angular|\bvue\b|next\.?js|nuxt|svelte/i,
    means: "The page is a single-page application.",
  },
  "android-9": {
    ...context,
    pattern: /android ?(v(ersion)? ?)?(9|1[0-6]|pie)\b|api (level )?(2[89]|3\d)\b|targetSdk\w*/i,
    means: "Android 9 or newer is named.",
  },
  "old-platform": {
    ...context,
    pattern:
      /android ?(version )?(< ?5|[2-4](\.\d)*)\b|api (level )?(<=? ?2\d|1\d|2[0-3])\b|\.net framework 4\.?[05]\b|windows (xp|7|8|server 2008)\b|\bIE ?(8|9|10|11)\b|internet explorer|kit ?kat|jelly ?bean|(old|older|legacy) (android|devices?|browsers?|phones?|windows|ios)/i,
    means: "An old platform is named.",
  },
  "react-native": { ...context, pattern: /react[- ]native|\bexpo\b/i, means: "The client is React Native." },
  android: {
    ...context,
    pattern:
      /android|kotlin|okhttp|java client|socket\.io-client-java|EngineIOException|io\.socket\.|java\.(net|io|lang)\./i,
    means: "The client runs on Android or Java.",
  },
  ios: {
    ...context,
    pattern: /\bios\b|\bswift\b|iphone|\bipads?\b|safari|webkit|wkwebview/i,
    means: "The client runs on iOS or Safari.",
  },
  "other-client": {
    ...context,
    pattern:
      /socket\.io-client-(java|swift|cpp|csharp|dart)|socket_io_client|flutter|\bdart\b|unity|\bC\+\+|esp32|esp8266|arduino|python client|python-socketio|socketio\.(Client|AsyncClient|exceptions)|swift|kotlin|\bjava\b|\bgo(lang)?\b|go-socket\.io|rust|ruby|\bphp\b|elephant\.io|netty-socketio|postman|node-red|home ?bridge|quasar|godot|unreal|C#|SocketIoClientDotNet|SocketIOClient|jmeter|artillery|wscat|EngineIOException|io\.socket\./i,
    means: "Client or server are not the JavaScript ones.",
  },
  python: {
    ...context,
    pattern:
      /flask|python|gunicorn|uwsgi|eventlet|gevent|uvicorn|django|socketio\.(Client|exceptions|Server)|engineio\b|\.py\b|fastapi|sanic|aiohttp/i,
    means: "The server is written in Python.",
  },
  blazor: {
    ...context,
    pattern: /blazor|_blazor|\bcircuits? (can|may|is|are|was|gets?|host|id)\b/i,
    means: "It is a Blazor Server application.",
  },
  "cached-page": {
    ...context,
    pattern:
      /(cached|stale|outdated) (\w+ ){0,3}(page|html|index|host|version|document|script|markup)|(page|html|index|host page|script) .{0,30}(from|in) (the )?(browser )?cache|back button|bfcache|hard (refresh|reload)|ctrl ?\+? ?f5|clear(ing|ed)? (the |my )?(browser('s)? )?cache|no-store/i,
    means: "A cached page is named.",
  },
  deployed: {
    ...context,
    pattern:
      /(after|since|when|once|every|on) (a |an |the |each |every |i |we |my |our )?(\w+ )?(re-?)?(deploy|rebuild|publish|restart|app pool|recycl|updat|releas|upgrad)\w*|new (version|deployment|release)|redeploy/i,
    means: "It began with a deployment, an update or a restart.",
  },
  upgraded: {
    ...context,
    pattern:
      /(after|since|when|once) (i |we )?(upgrad|updat|migrat|mov|bump|switch)\w* .{0,60}|(after|since) (the |an? |our |that )?([\w.]+[ -]){0,3}(update|upgrade|migration)\b|regression|used to work|(work(s|ed|ing)? (fine |well |great |perfectly )?(in|with|on|before)) (v(ersion)? ?)?\d+\.|downgrad|roll(ed|ing)? ?back|in version \d|since v?\d+\.\d+/i,
    means: "It began with another version of something.",
  },
  "large-payload": {
    ...context,
    pattern:
      /(large|big|huge|long|larger|bigger) (\w+ ){0,2}(payload|message|packet|data|file|image|string|json|object|array|buffer|list|amount|text|upload|body)s?|\b\d+ ?(kb|mb|kib|mib)\b|base64|upload|InputFile|file transfer|send(ing)? (an? )?(image|file|photo|video|blob)s?|too (big|large)|32 ?k|chunk|\d{5,} (characters|chars|bytes|items|elements)|(certain|given|fixed) (amount|size)|certain (amount of )?data|(emit|send|pass|post|transfer)\w* (an? |the )?(\w+ )?(file|image|photo|picture|pdf|video)s?|big data|(long|larg|bigg)er than (than )?\d+ ?(k|kb|m|mb)\b|paste (\w+ ){0,4}(text|content|image)/i,
    means: "Large data is sent.",
  },
  "many-messages": {
    ...context,
    pattern:
      /(many|lots? of|hundreds|thousands|rapid\w*|burst|quick succession|at once|in a loop|for loop|high (rate|frequency|volume)|flood|spam).{0,40}(messages?|events?|emits?|packets?|requests?)?/i,
    means: "Many messages are sent at once.",
  },
  jwt: {
    ...context,
    pattern:
      /\bjwt\b|bearer|access_?token|accessTokenFactory|\[Authorize\]|OnMessageReceived|identity ?server|auth0|keycloak|okta|AddJwtBearer/i,
    means: "The client authenticates with a bearer token.",
  },
  authenticated: {
    ...context,
    pattern:
      /authenticat(e|es|ing|ion)\b|\bAuthorize\b|(log|sign)(s|ged|ging|ed|ing)? ?in\b|azure ?ad\b|entra|identity ?server|RequireAuthorization|needs? (auth|authorization)/i,
    means: "The hub is behind authentication.",
  },
  "query-token": {
    ...context,
    pattern:
      /query ?string.{0,60}token|token.{0,60}query ?string|access_token=|OnMessageReceived|QueryString.{0,10}\[/i,
    means: "A token in the query is named.",
  },
  "token-not-read": {
    ...context,
    pattern:
      /(does ?n.t|do ?n.t|not|never) (read|look|check|take|find|use)\w* .{0,60}query|only .{0,20}(reads?|looks?|checks?|from) .{0,40}header|OnMessageReceived|TokenRetriever|token .{0,30}from (the )?query/i,
    means: "Whether the server reads the token from the query is in question.",
  },
  "works-without-token": {
    ...context,
    pattern:
      /(without|no|not (attach|send|pass|add|includ)\w*) (the |a |an |any )?(access )?token.{0,60}(work|succe|connect|fine)|(works?|succeeds?|connects?|fine) .{0,40}without (the |a |an |any )?(access )?token/i,
    means: "Without the token it connects.",
  },
  "windows-auth": {
    ...context,
    pattern: /windows auth\w*|\bNTLM\b|kerberos|negotiate auth|UseDefaultCredentials|active directory/i,
    means: "Windows authentication is in use.",
  },
  cookies: {
    ...context,
    pattern: /\bcookies?\b|withCredentials|SameSite/i,
    means: "Cookies or credentials are named.",
  },
  "transports-option": {
    ...context,
    pattern: /\btransports?\b ?[:=] ?\[|HttpTransportType\.|TransportType\.|options\.Transports/i,
    means: "The list of transports is named.",
  },
  reconnects: { ...context, pattern: /re-?connect(s|ed|ing|ion)?\b/i, means: "It happens on reconnect." },
  intermittent: {
    ...context,
    pattern:
      /sometimes|random(ly)?|intermittent|occasional|sporadic|every (second|other) (time|request)|half (of )?the|from time to time|not always|\b50 ?%/i,
    means: "It happens now and then.",
  },
  repeated: {
    ...context,
    pattern:
      /continu(al|ous)\w*|endless\w*|constant(ly)?|keeps? (on )?\w+ing|over and over|again and again|infinite(ly)?|loop|repeated(ly)?|every (few )?(second|minute)|non-?stop|forever/i,
    means: "It happens over and over.",
  },
  "no-event": {
    ...context,
    pattern:
      /(connect(ed)?|event|callback|handler|listener|on\(.{0,20}\)) .{0,40}(never|not|n't) (gets? )?(fire|called|trigger|emit|invok|received?)\w*|never (fires?|connects?|gets? ["']?(called|fired|connected)|receiv\w*)|(not|n't) (firing|receiving|fire|trigger)|no (error|response|logs?|events?)\b|nothing happens|silent(ly)?|stays? disconnected|connected ?[:=]+ ?false/i,
    means: "Nothing happens, and no error is told.",
  },
  "first-message-lost": {
    ...context,
    pattern:
      /(OnConnectedAsync|OnConnected|on connection).{0,80}(send|message|Clients\.Caller|emit)|(send|Clients\.Caller|message).{0,60}(in|from|inside|during) (the )?OnConnected(Async)?/i,
    means: "A message is sent in OnConnectedAsync.",
  },
  "proxied-cors": {
    ...context,
    pattern:
      /(add_header|Header set|customHeaders|httpProtocol).{0,30}Access-Control|Access-Control-Allow-Origin.{0,40}(nginx|apache|web\.config|proxy)|proxy .{0,60}(strip|remov|overwrit|chang|add)\w* .{0,40}(CORS|header)/i,
    means: "A proxy's CORS headers are named.",
  },
  "origin-listed": {
    ...context,
    pattern:
      /WithOrigins|cors_allowed_origins|SetIsOriginAllowed|AddCors|UseCors|enableCors|EnableCors|cors\(\)|cors: ?\{|origin: ?['"[]/i,
    means: "CORS is configured on the server.",
  },
  "middleware-named": {
    ...context,
    pattern:
      /UseSpa|MapFallback|UseRouting|UseEndpoints|UseSignalR|MapHub|UseMvc|app\.Run\(|UseWelcomePage|middleware|UseStaticFiles|order of|before UseAuth|default view|index\.html|fallback|wildcard route|app\.get\(['"]\*/i,
    means: "The order of middleware or a fallback route is named.",
  },
  "shared-resource": {
    ...context,
    pattern:
      /same (azure )?(signalr|resource|service|instance|hub)( service| resource| instance)?|(share|shared|sharing) (the same |one |an? |single )?(azure )?(signalr|resource|instance|service|backplane|redis)|(use|uses|using|connected to) the same (azure )?(signalr|resource|connection string|hub name)|(dev|staging|test|production).{0,60}(same|share|both)|colleagues?|other developers?|local(ly)? and (in )?production|\b(local|dev\w*|staging|other) .{0,40}(hub|server|code|machine).{0,30}(is |are )?(being )?(used|called|answer\w*|receiv\w*|handl\w*) .{0,12}(by|from|instead)|messages? (go|arriv|end up|are sent)\w* .{0,30}(other|wrong) (environment|server|app)/i,
    means: "Several applications or stages share one service.",
  },
  "incident-words": {
    ...context,
    pattern:
      /suddenly|all of a sudden|out of nowhere|(since|from) (yesterday|today|this morning|last (night|week))|without (any )?changes?|no changes|works? (fine )?(again|now)|worked (fine )?(until|for (weeks|months|years))|started (happening|failing|getting|seeing)|outage|incident|region\b|restart\w* (the )?(azure )?(signalr |web ?pubsub )?(service|instance|resource)\b|(two|some|one) of (them|our|the) .{0,30}(badly|fail|affected)|identical .{0,40}(services|instances|resources)/i,
    means: "It began without a change of the application.",
  },
  "works-locally": {
    ...context,
    pattern:
      /(work(s|ed|ing)?|fine|ok|good|connects?|no (problem|issue)s?)( \w+){0,4} (local|on (my|localhost|dev)|in (dev|debug|visual studio)|localhost)|local(ly|host)?.{0,30}(works?|fine|ok|good|no (problem|issue))/i,
    means: "It works locally.",
  },
  "works-over-http": {
    ...context,
    pattern:
      /(works?|fine|ok|normal(ly)?|runs?|running|connect(s|ed)?) ?(well|fine|normally|ok)? .{0,30}(over|in|with|via|on|using|without) (plain |the )?(http\b|ssl)|(over|in|with|on|using) http\b .{0,40}(works?|fine|ok\b|connects?)|without ssl.{0,40}(works?|normal|fine)|switch\w* to https|http\b.{0,40}-+> ?ok/i,
    means: "Over http it works, over https it does not.",
  },
  "works-over-https": {
    ...context,
    pattern:
      /(works?|working|fine|ok|trick) .{0,30}(if |when )?(i |we )?(over|in|with|via|on|us(e|ing)) https|us(e|ing) https.{0,40}(works?|trick|solve[sd]?|fix\w*|help\w*)|https?,? (but )?(just )?not (with|over|in) http\b/i,
    means: "Over https it works, over http it does not.",
  },
  "proxy-removed-works": {
    ...context,
    pattern:
      /(direct(ly)?|without (the )?(proxy|nginx|gateway|load balancer|cloudflare)|bypass\w*).{0,60}(works?|fine|ok|connects?)|(works?|fine|ok|connects?).{0,60}(directly|without (the )?(proxy|nginx|gateway|load balancer|cloudflare))/i,
    means: "Without the proxy it works.",
  },
  version2: {
    ...context,
    pattern: /EIO=3|(socket[. ]io([- ]client)?@?|version|v)[ :=^~"]{0,4}[12]\.\d+|socket\.io[- ]1\b|socket\.io[- ]2\b/i,
    means: "Version 2 or older of one side is named.",
  },
  version4: {
    ...context,
    pattern: /EIO=4|(socket[. ]io([- ]client)?@?|version|v)[ :=^~"]{0,4}[34]\.\d+/i,
    means: "Version 3 or newer of one side is named.",
  },
});
