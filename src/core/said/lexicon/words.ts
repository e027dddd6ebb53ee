import { messages } from "./message.js";

/** What people and less common logs say, in words that belong to no one library. */
export const PLAIN_WORDS = messages({
  "iis-websocket-feature": {
    pattern:
      /web ?sockets? ?(protocol )?(feature|role( service)?|module) .{0,20}(not|missing|n.t) ?(be(en)? )?(installed|enabled|present|there)?|web ?socket ?protocol.{0,40}(feature|not install|install|role|missing)|\bWebSocketModule|IIS-WebSockets|(enabl|install)\w* .{0,20}web ?sockets? .{0,40}(\biis\b|windows feature|server manager|server role)|web ?sockets? .{0,30}not (supported|installed|available) (by|in|on) (the )?iis/i,
    means: "The WebSocket feature of IIS is named.",
  },
  "websockets-disabled": {
    pattern:
      /web ?sockets?\W{0,3}(is |are |were )?(set to |to |switched |turned |toggled? )?\bon\b.{0,60}(configuration|settings|portal|app service)|(configuration|settings|portal|app service).{0,60}web ?sockets?\W{0,3}(is |are |were |set to |to |switched |turned )*\b(on|off)\b|site where WebSockets are disabled|web ?sockets is unsupported in the current application configuration|\b503\.12\b|web ?sockets?['"]? (support )?(is|are|was|were) (\w+ )?(off\b|disabled|turned off|switched off|not (enabled|turned on|switched on))(?! by the client)|(enabl|turn|switch)\w* (on )?(the )?web ?sockets? .{0,40}\b(azure|portal|app service|general settings|application settings)|(azure|portal|app service|general settings|application settings)\b.{0,60}(enabl|turn|switch)\w* (on )?(the )?web ?sockets?|web-sockets-enabled|webSocketsEnabled|WEBSOCKET_ENABLED(?!['"]?\s?[=:]\s?['"]?true)/i,
    means: "WebSockets are switched off on the host, or the switch is named.",
  },
  "rbac-refused": {
    pattern:
      /(don't|does ?n.t|do not) have the permission to generate|AccessTokenNotAuthorized|AuthorizationFailed|(lacks?|missing|without|forgot\w*|needs?) .{0,40}\b(role|role assignment|permission)\b/i,
    means: "An Azure identity lacks a role.",
  },
  "service-endpoint-as-hub": {
    pattern:
      /\burl:? ?["'`]?https:\/\/\S{0,80}service\.signalr\.net|\b(client|connect\w*|hub) (to|at|url) https:\/\/\S{0,80}service\.signalr\.net|(withUrl|URL)\((string: ?)?.{0,60}service\.signalr\.net|url ?= ?"?https:\/\/\S{0,80}service\.signalr\.net|(straight|direct(ly)?|endpoint in withUrl|client .{0,30}connects?) .{0,40}(service\.signalr\.net|webpubsub\.azure|the (azure )?(signalr )?service)|service endpoint in withUrl/i,
    means: "The client's URL is the service's own.",
  },
  "server-blocked": {
    phase: "close",
    pattern:
      /\btime\.sleep|Thread\.Sleep|(server|node(\.?js)?|python|process|worker)('s)? .{0,40}(is |was |gets? |being )?(blocked(?! by)|blocks|busy|\bstall\w*|overload\w*)|block\w* .{0,20}(the )?(event ?loop|server|worker)|event ?loop .{0,40}block|\b(sync|synchronous|cpu[- ](bound|intensive|heavy)|long[- ]running|blocking|heavy|expensive|intensive) .{0,30}(computation|calculation|parsing|processing|task|code|work|operation|function|handler|job|loop|call|query)|\b\d+[- ](s|sec|seconds?|minutes?) (\w+ ){0,2}(computation|calculation|task|job|query|operation|processing)\b|runs? (for )?\d+ ?(s|sec|seconds|min|minutes)\b/i,
    means: "The server's process is blocked or busy.",
  },
  "system-event-named": {
    pattern:
      /system[- ]events?|\bonly (lists?|has|takes|includes?|handles?|ticks?) .{0,20}\buser events?\b|\b(connect|connected|disconnected)\b['"`]? (system )?event|(tick|enabl|check|regist|configur|subscrib)\w* .{0,30}\b(connect|connected|disconnected)\b|handler .{0,40}(only|not) (implement|handle)s?|does ?n.t (implement|handle) .{0,30}\b(connect|connected|event)/i,
    means: "The system events of an event handler are named.",
    benign: true,
  },
  "port-left-out": {
    pattern:
      /(not|never|without|n't|forgot(ten)? to) (specify|specifying|specified|giv(e|ing)|pass(ing)?|includ(e|ing)|set(ting)?|append(ing)?|add(ing)?) (the |a |any )?(\w+ )?port\b|\bport\b (is |was |seems |gets )?(missing|not (specified|included|given|set)|left out|omitted|dropped|stripped|lost)\b|\b(missing|omit\w*|drops?|dropped|loses?|lost|ignor\w*) (the |a )port\b/i,
    means: "The port is said to be missing from the address.",
  },
  "foreign-server": {
    pattern:
      /spring( ?boot)?\b(?! (cloud )?gateway)|\breverb\b|\bsoketi\b|\bpusher\b|action ?cable|phoenix channels?|centrifugo|gorilla|django channels|daphne|tornado|java[- ]?web ?socket|websocketpp(?!\.(transport|processor))|['`"]ws['`"] (server|library|module|package)|\bws (server|library|module|package)\b|ratchet|\bn(et)?cat\b|workerman|uWebSockets|\becho\.websocket\.\w{2,8}\b|ws\.(postman-echo|ifelse)\b|starlette|tomcat|jetty|vert\.?x|\bWsAdapter\b|platform-ws\b|another web ?socket server|(server|back-?end)\b.{0,24}\b(implemented|written|built|made|developed|coded|runs?) (in|by|with|using|on) (golang|go\b|java\b(?! ?script)|kotlin|c\+\+|rust|php|\.net|asp\.net|c#|erlang|elixir|phoenix)|not a socket\.?io server|(own|simple|custom|spring|java|golang|go|rust|php|kotlin|elixir|python|c\+\+|c#|\.net|jetty|tomcat) web ?socket (server|service|api|end ?point)|api gateway.{0,20}web ?socket|web ?socket.{0,24}api gateway|execute-api\.|@?ServerEndpoint|@\w+\.websocket\(|\bwss?:\/\/(\w+\.)*(binance|kraken|coinbase|bitfinex|bybit|okx|piesocket|kaazing|finnhub|coincap|blockchain)\.|does ?n.t speak socket\.?io/i,
    means: "A server of another kind than Socket.IO's is named.",
    benign: true,
  },
  "middleware-order-said": {
    pattern:
      /(comes?|is|are|was|stands?|called|placed|registered|mapped|added|put|runs?) (\w+ )?(before|after|behind) (the )?((app\.)?(Use|Map)[A-Z]\w+|(other |default )?routes\b)|order of (the )?(middleware|registration)|middleware order|(default|welcome) page (of|answers|is returned)|app\.Run\(/i,
    means: "The order of middleware is named.",
    benign: true,
  },
  "fallback-before-hub": {
    protocol: "signalr",
    pattern:
      /\b(UseSpa|MapFallback\w*|UseWelcomePage|app\.Run)\(.{0,300}\b(UseSignalR|UseAzureSignalR|MapHub)\b|\b(UseSpa|MapFallback\w*|UseWelcomePage)\b(\(\))?( \w+){0,2} (before|above|ahead of)\b|\b(MapHub|UseSignalR)\b.{0,40}\b(after|below|behind) (the )?(app\.)?(UseSpa|MapFallback|Run\b|UseWelcomePage)/i,
    means: "What answers everything that is left stands before the hub.",
  },
  "express-named": {
    protocol: "engine-io",
    side: "server",
    pattern: /\bexpress(\.?js)?\b|\bmorgan\b/i,
    means: "An Express application is named.",
    benign: true,
  },
  "dev-proxy-target-down": {
    side: "proxy",
    pattern:
      /(could not proxy|trying to proxy|proxy error|proxying)\b.{0,400}ECONNREFUSED|ECONNREFUSED.{0,200}(could not proxy|trying to proxy|proxy error)/i,
    means: "A development server's proxy found nothing at its target.",
  },
  "spa-template": {
    pattern: /\b(angular|react|vue|spa)\b.{0,24}\btemplates?\b|\btemplates?\b.{0,40}\b(angular|react|vue|spa)\b/i,
    means: "A template puts a development server before the application.",
    benign: true,
  },
  "dev-proxy-lacks-route": {
    side: "proxy",
    pattern:
      /(proxy\.conf\w*|vite\.config|setupProxy|proxy (config|settings?|table)\w*|devServer|server\.proxy)\b.{0,80}(\black(s|ing)?\b|missing|without|no entry|\b(and|but) not\b|\bonly\b|n.t (have|include|contain|list|cover)|not (listed|included|contain|in it))/i,
    means: "The development server's proxy has no entry for this path.",
  },
  "secure-page-plain-server": {
    pattern:
      /(front-?end|client|site|page|website|app|domain)\b.{0,60}\bhttps\b.{0,120}(back-?end|server|api|socket\S{0,8})\b.{0,60}\bhttp\b(?!s|\/\d|:\/\/localhost)|(back-?end|server|api)\b.{0,40}\bis http\b.{0,120}(front-?end|client|site|page|website)\b.{0,40}\bhttps\b/i,
    means: "The page is served over https, and the server speaks plain http.",
  },
  "secure-server-plain-client": {
    pattern:
      /\bhttps\.createServer\(.{0,600}\b(io|connect|lookup|socket)\(\s*['"`](http:\/\/|ws:\/\/|localhost|127\.)|require\(['"]http['"]\).{0,600}\b(io|connect|lookup|socket)\(\s*['"`](https|wss):\/\/(localhost|127\.)/i,
    means: "The server is made for the one of http and https, and the client asks for the other.",
  },
  "aspnet-core-named": {
    protocol: "signalr",
    pattern:
      /\bASP(\.| ?\.?NET ?)? ?\.?(NET )?Core\b|(?<!not )(?<!no )SignalR ?Core(?!\w)|(?<!incompatible SignalR )\.net ?core|\.net [5-9]\b|\.net 10\b/i,
    means: "ASP.NET Core is named.",
    benign: true,
  },
  "classic-client-named": {
    protocol: "signalr",
    pattern:
      /There was a problem in the negotiation with the server|Error during negotiation request|\bSwiftR\b|signalr_flutter|signalr-client-(py|nodejs|java)\b|TargetProcess\/signalr|SignalR-ObjC|CreateHubProxy|\$\.hubConnection|jquery\.signalR|ng2-signalr|react-native-signalr|angular-signalr-hub|\bprotocol 1\.[2-5]\b|AspNet\.SignalR\.Client/i,
    means: "A client of SignalR 2.x is named, or says its own words.",
    benign: true,
  },
  "plain-scheme-said": {
    pattern:
      /hard-?cod\w+ .{0,30}\b(ws|http):\/\/(?!localhost|127)|\b(uses?|using|asks?|tries|opens?|connects?) .{0,20}['"`]?\b(ws|http)(:\/\/)?['"`]? .{0,40}(instead of|rather than|not) ['"`]?(wss|https)\b/i,
    means: "The client asks by ws or http where wss or https is meant.",
  },
  "wrong-address-said": {
    pattern:
      /(without|missing|forgot\w*|omitt\w*) (the )?hub('s)? (path|name|route)\b|\btypo\b|misspel\w+|wrong (url|host|path|endpoint|address|hub name|server|domain)|instead of (the )?(back-?end|api|hub|real server)|(its|their) own (host|origin|server)|asks? itself|connect\w* to (a |the )?client url\b.{0,12}\bnot (a |the )?server\b|\b(api|backend|hub|server) (runs?|is|lives|listens|hosted|is hosted) (on|at) (https?:|another|a different)|\b(can|could|able to) (visit|open|reach|access|load|get)\b.{0,80}:\d{2,5}\b.{0,200}\b(cannot|can ?not|can.t|could ?n.t|unable to) (visit|open|reach|access|load|get)\b.{0,60}:\d{2,5}\b/i,
    means: "A wrong address is named.",
    benign: true,
  },
  "address-malformed": {
    side: "client",
    pattern:
      /\b(file|(chrome|moz)-extension|capacitor(-electron)?|ionic|app|electron|tauri):\/\/\S{0,80}\/?socket\.io\/|\b(https?|wss?):\/\/(undefined|null|NaN|file|\[object|https?|wss?)\b(:\d{0,5})?\/|\b(https?|wss?):\/\/socket\.io\/\?EIO|\/(undefined|null|NaN|\[object \w+\])\/(socket\.io|negotiate|\w{1,40}\/negotiate)\b|\b(undefined|null):\d{1,5}\/socket\.io|\b(https?|wss?):\/\/[\w.:-]{1,100}(https?|wss?):?\/\/|\b(https?|wss?):\/\/0\.0\.(?!0\.0\b)\d{1,3}\.\d{1,3}\b/i,
    means: "The address is put together wrongly: it has no host of its own, or two.",
  },
  reconnected: {
    pattern: /\breconnected successfully|socket (was |is )?reconnected\b/i,
    means: "The client came back by itself.",
    benign: true,
  },
  "relative-url-answer": {
    protocol: "signalr",
    pattern: /"Url"\s*:\s*"\/|appRelativeUrl|(url|path) (from|in|of) .{0,30}negotiate (reply|response|answer|result)/i,
    means: "The negotiate answer of SignalR 2.x names the path to go on with.",
    benign: true,
  },
  "cors-not-configured": {
    pattern:
      /(have|has|had|did|do)( not|n't) (configured?|enabled?|added?|set( up)?|use[d]?) (any )?(\w+ )?cors|without (any )?cors\b(?! (error|issue|problem|failure|warning)s?)|cors (option|middleware|policy)s? (is |was )?(not set|missing|unset)/i,
    means: "CORS is not configured on the server.",
  },
  "polling-works": {
    pattern:
      /polling (then |still |always |transport )?(works|is fine|is ok)|works? .{0,20}\b(with|over|via|using|by) (the )?(xhr-?|long[- ]?)?polling|(force|only) (long[- ]?)?polling .{0,20}works|\btransports?\b.{0,40}\bpolling\b\W{0,4}\w{0,12}.{0,24}\b(makes? it work\w*|works?|solve[sd]?|fix(es|ed)|helps?|helped)\b/i,
    means: "By polling it works.",
    benign: true,
  },
  "cors-named": {
    pattern: /\bCORS\b|Access-Control-Allow-\w+/i,
    means: "CORS is named.",
    benign: true,
  },
});
