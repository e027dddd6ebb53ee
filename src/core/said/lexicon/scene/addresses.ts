import { messages } from "../message.js";

/** Paths, hosts and ports. */
export const SCENE_OF_ADDRESSES = messages({
  subfolder: {
    pattern:
      /sub[- ]?(folder|directory|path|dir|app\b|application|site)|virtual (directory|application|path|dir|folder)|as an (iis )?application|(iis|web) application (below|under|in|named|called)|application name|under (the )?\/\w+|base ?(href|path|url)|path ?base|UsePathBase|relative (url|path)|root path|nested (application|route|page)|current (route|page)|leading slash|~\/|(lives?|hosted|deployed|published|runs?|located|installed) (in|under|at|below) (the )?['"`]?\/\w+|works? (only )?(on|from) the (home|root|index|main|start) page/i,
    means: "The application lives under a path, or the URL is relative.",
  },
  "secure-address": {
    pattern:
      /\b(ur[il]|io|IO\.socket|socket|connect\w*|server|host|withUrl)\b\W{1,6}(https|wss):\/\/(?!localhost|127\.)|\b(TLS|SSL) (on|is|at) (my|our|the|in)\b/i,
    means: "The server's address is one of https.",
  },
  "path-prefix": {
    pattern:
      /(path|url) prefix|\bprefix(es|ed)?\b|(different|another|other) (base |root |sub)?path\b|hard-?coded .{0,20}paths?|(full|absolute) paths?\b|\b(http|base|web|context)[- _]?root\b|strip(s|ped)? .{0,20}path|rewrite-target|PathRemovePrefix|strip_?prefix|X-Forwarded-Prefix|location \/\w+|path[- ]based routing|removes? .{0,20}(sub-?folder|path|prefix)|(missing|without|lacks?|lost|loses) .{0,20}(the )?(sub-?folder|prefix|path)|socket\.?io\b.{0,80}\b(at|to|from|of|on|against) (the )?(\w+ )?root\b(?! cause)|rewritten (to|from) ['"`]?\/|sub-?path|\binstead of ['"`]?((https?|wss?):\/\/[^\s/]{1,80})?\/[\w-]{1,40}\/\w/i,
    means: "A path prefix is named.",
  },
  "io-path": {
    pattern:
      /\bpath ?: ?['"`]|\bpath (option|parameter|setting)|\bpath (is|was|seems|looks) (\w+ )?(wrong|incorrect|not (right|correct))|wrong (socket\.?io )?path\b|resource ?: ?['"`]|['"`]\/socket\.io['"`]|custom path|socketio_path|fastapi[-_]socketio|\bchang\w* the path\b|SocketManager\(|mount_location|\.mount\(["'`]|scope\[.path.\]|(ignor|drop|discard|strip|cut|truncat|los)(es?|s|ing|ed|ting|ped|ping)? .{0,30}\b(path|last part|rest of (the )?url|sub-?path|sub-?director(y|ies))\b|(path|last part of (the )?url) (is|gets|was|are) (ignored|dropped|cut|lost|stripped|removed)|(still|always|only) (tries|trying|attempts?|goes|asks?|connects?|requests?) .{0,20}(to|for|at) .{0,20}(root|\/socket\.io)/i,
    means: "The path option is named.",
  },
  "site-address": {
    pattern:
      /['"]url['"] ?: ?['"]https?:\/\/(localhost|127\.0\.0\.1)|\bsite[-_ ]?url\b|\b(ROOT|PUBLIC|BASE|SITE|APP|SERVER|HOST)_URL\b|config\.json.{0,80}\burl\b|\burl\b.{0,24}config\.json|\b(custom|own|new|second|another) (sub-?)?domains?\b|(chang|switch|mov|migrat)\w* .{0,20}(domain|host ?name)\b/i,
    means: "The address that the site is configured with, or another domain, is named.",
  },
  "trailing-slash": {
    pattern:
      /addTrailingSlash|trailing[- ]slash|trailingSlash|\/socket\.io\/?.{0,40}\b308\b|\b308\b.{0,40}\/socket\.io/i,
    means: "A slash at the end of the path is named.",
  },
  "io-url-path": {
    pattern:
      /\b(io|connect|lookup|openSocket|socketIOClient|ioClient|IO\.socket|new SocketIO|Version\dX)\(\s*['"`](https?|wss?):\/\/[^/'"`]+\/[\w-]+/i,
    means: "The client's URL has a path, which Socket.IO reads as a namespace.",
  },
  "path-without-slash": {
    pattern: /\.path\(\s?["']\/(?!socket\.io["'])[\w./-]{0,60}[\w-]["']\s?\)/i,
    means: "The path option of a Swift client has no slash at its end.",
  },
  namespace: {
    pattern: /\bnamespaces?\b|\bio\.of\(|\.of\(['"`]\//i,
    means: "A namespace of Socket.IO is named.",
  },
  localhost: {
    pattern:
      /(?<!\b(?:works?|working|worked|fine|ok|well|perfectly) (?:on|in|at) (?:my )?)localhost|localhost:\d|127\.0\.0\.1|\[?::1\]?/i,
    means: "The address is localhost.",
  },
  "other-machine": {
    pattern:
      /(other|another|different|remote|second) (machine|computer|device|pc|laptop|host)|(?<!micro|head|mega|ear)phones?\b(?! ?numbers?)|\bmobile\b|\bflutter\b|dev ?app\b|\bapk\b|expo go|ionic view|emulator|simulator|android|iphone|ipad|\bios\b|raspberry|\bLAN\b(?! cable)|local network|192\.168\.|\b10\.0\.|ip address|in production|when deployed|after deploy|deployed|(?<![\w.])publish(ed|ing)?\b(?! ?\(|\/)(?! (the |an? )?(events?|messages?))|remotely|(production|live|prod|staging|remote|hosted) (server|site|host|machine|vps|environment)|from outside|docker|(?<![\w.#-])containers?\b(?!-fluid)|\bVPS\b|\b(users|visitors|customers|everyone else) (get|see|have|cannot|can.t)\b|\b(heroku|render\.com|railway|netlify|vercel|fly\.io|glitch|github pages|herokuapp|onrender)\b(?!.{0,20}\blocal)/i,
    means: "The client runs on another machine than the server.",
  },
  "binds-loopback": {
    pattern:
      /(now listening|running) on:? (https?:\/\/)?(localhost|127\.0\.0\.1)|\.run\(app\w{0,10}\) (on|at) (localhost|127)|\.run\([^)]{0,60}\bhost ?= ?['"](localhost|127\.0\.0\.1)['"]|listen(ing|s)? (only )?(on|to) (localhost|127\.0\.0\.1)|(status|address|port|bound|netstat)\b.{0,40}127\.0\.0\.1:\d+|UseUrls|0\.0\.0\.0|kestrel [^.]{0,40}(listen|bind|localhost|127)|listen\(\s*[\w.]{1,40}\s*,\s*['"`](localhost|127\.0\.0\.1)|http:\/\/\*:|ASPNETCORE_URLS|bind(s|ing)? .{0,20}(localhost|loopback|127)/i,
    means: "The address that the server listens on is named.",
  },
  "loopback-listener": {
    pattern:
      /\b(127\.0\.0\.1|\[?::1\]?)[:.]\d{2,5}\s{1,20}(0\.0\.0\.0|\*|\[?::\]?)[:.]\*\s{1,20}LISTEN|\bLISTEN\s{1,20}\d{1,6}\s{1,20}\d{1,6}\s{1,20}(127\.0\.0\.1|\[::1\]):\d{2,5}|\bTCP (localhost|127\.0\.0\.1):[\w-]{2,20} \(LISTEN\)/i,
    means: "The system's own list of sockets shows a server that listens on loopback only.",
  },
  "localhost-from-elsewhere": {
    pattern:
      /at ['"]?(https?|wss?):\/\/(localhost|127\.0\.0\.1)\S{0,300} from origin ['"]?https?:\/\/(?!localhost|127\.|0\.0|\[)/i,
    means: "A page of another host asks localhost, which is the machine of whoever looks at it.",
  },
  "client-asks-loopback": {
    pattern:
      /\b(io|connect|lookup|openSocket|socketIOClient|IO\.socket|SocketIO|SocketIOUnity|Socket(IO)?Manager|createSocketIO|URL)\(\s*(string: ?|socketURL: ?)?['"`](https?|wss?):\/\/(localhost|127\.)/i,
    means: "The client is shown to ask localhost.",
  },
  "emulator-alone": {
    pattern:
      /(ios|iphone|simulator|browser|chrome|web)\b.{0,30}\b(works?|working|fine|ok)\b.{0,80}android|android\b.{0,120}\b(work\w*|fine|ok)\b.{0,24}\b(ios|iphone|simulator|browser|chrome|web)\b|adb reverse/i,
    means: "On Android it fails, where localhost is the device itself; elsewhere it works.",
  },
  "plain-lan-address": {
    pattern: /\bhttp:\/\/(192\.168|10\.\d{1,3}|172\.(1[6-9]|2\d|3[01]))\.\d/i,
    means: "A machine of the local network is asked over plain http.",
  },
  "secure-lan-address": {
    pattern: /\b(https|wss):\/\/(192\.168|10\.\d{1,3}|172\.(1[6-9]|2\d|3[01]))\.\d/i,
    means: "A machine of the local network is asked over TLS, for which nobody signs a certificate.",
  },
  "localhost-names": {
    pattern:
      /localhost.{0,80}(instead|works?|but|vs\.?|versus|replac|chang\w+ .{0,20}to|not|(?<!ECONN)refused|fails?).{0,60}(127\.0\.0\.1|::1)|(127\.0\.0\.1|::1).{0,80}(instead|works?|but|vs\.?|versus|does|is ok|ok\b).{0,60}(?<!\bfine on )localhost|\bIPv6\b|\[::1\]|(?<![\w:])::1:\d|localhost (does ?n.t|did ?n.t|do not|not) (seem to )?(work|resolve)/i,
    means: "localhost and its addresses differ.",
  },
  "inside-container-works": {
    pattern:
      /\bdocker([- ]compose)? exec\b.{0,120}\b(works?|fine|ok|succeeds?)\b|\b(from (with)?in|inside|within|in) (side )?(of )?(the |its |that |same |docker ){0,3}(\w+ )?containers?\b.{0,80}\b(works?|reachable|fine|ok|connects?|can be reached|curl)\b|\b(works?|reachable|fine|ok|connects?|can be reached)\b.{0,40}\b(from (with)?in|inside|within) (of )?(the |its |that |same |docker ){0,3}(\w+ )?containers?\b/i,
    means: "Inside its container the server is reached.",
  },
  "localhost-names-alike": {
    pattern:
      /(localhost .{0,24}(instead of|rather than|and|or|as well as) .{0,12}127\.0\.0\.1|127\.0\.0\.1 .{0,24}(instead of|rather than|and|or|as well as) .{0,12}localhost).{0,24}\b(did ?n.t|does ?n.t|not|no|neither|same|still|nothing)\b/i,
    means: "localhost and 127.0.0.1 fail alike.",
  },
  port: {
    pattern:
      /(?<!\b(address: '|address = |host=')[^',]{1,80}'?,\s{1,9})\bports?\b.{0,40}\d{2,5}|PORT env|process\.env\.PORT|random port|wrong port|\b(io|connect)\(\s*['"`]https?:\/\/[^'"`]{1,80}:\d{2,5}|applicationUrl/i,
    means: "A port is named, and not only in the fields of Node's error.",
  },
  "port-doubted": {
    pattern:
      /\b(without|remov\w+|drop\w*|get rid of|strip\w*|leave out|instead of) (the |this |that |a )?port( number)?:? ?\d{2,5}\b|\b(problem|issue|something|about|wrong) (is |of |with |about )?(the )?port( number)?\b/i,
    means: "The port is what is doubted.",
  },
  "emulator-of-host": {
    pattern:
      /\b10\.0\.[23]\.2\b|(?<!\b(asrs|signalr|pubsub|service|storage|azure|cosmos|functions)[ -])\bemulator\b|genymotion/i,
    means: "An emulator asks the machine that it runs on.",
  },
});
