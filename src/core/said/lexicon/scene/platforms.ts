import { messages } from "../message.js";

/** What client and server are written with, and which versions of it. */
export const SCENE_OF_PLATFORMS = messages({
  "dotnet-9": {
    pattern: /\.net ?(core )?9(\.0)?\b|\bnet9\.0|asp\.net core 9/i,
    means: ".NET 9 is named, whose first release compresses the WebSockets of Blazor.",
  },
  react: {
    pattern: /\breact\b(?! native)|angular|\bvue\b|next\.?js|nuxt|svelte/i,
    means: "The page is a single-page application.",
  },
  "android-9": {
    pattern: /android ?(v(ersion)? ?)?(9|1[0-6]|pie)\b|api (level )?(2[89]|3\d)\b|targetSdk\w*/i,
    means: "Android 9 or newer is named.",
  },
  "older-android-works": {
    pattern:
      /(?<!\b(not|never|cannot|n['’]t) )\b(works?|working|fine|ok|normal(ly)?|connects|runs?)\b.{0,40}\bandroid ?(v(ersion)? ?)?[4-8]\b|\bandroid ?(v(ersion)? ?)?[4-8](\.\d)?\b.{0,24}\b(works?|working|fine|ok|normal|connects|does)\b(?! not|n['’]t)/i,
    means: "On an Android older than 9 it works.",
  },
  "old-iis": {
    pattern: /windows (7|vista|server 2008)\b|\b2008 ?R2\b|\biis ?(express )?7(\.\d)?\b/i,
    means: "The server is Windows 7, Server 2008 or IIS 7, which have no WebSockets.",
  },
  "old-platform": {
    pattern:
      /android ?(version )?(< ?5|[2-4](\.\d)*)\b|api (level )?(<=? ?2\d|1\d|2[0-3])\b|\.net framework 4\.?[05]\b|windows (xp|7|8|server 2008)\b|\bIE ?(8|9|10|11)\b|internet explorer|kit ?kat|jelly ?bean|(old|older|legacy) (android|devices?|browsers?|phones?|windows|ios)/i,
    means: "An old platform is named.",
  },
  "react-native": { pattern: /react[- ]native|\bexpo\b/i, means: "The client is React Native." },
  android: {
    pattern:
      /android|\b(lollipop|marshmallow|nougat|oreo)\b|\b(samsung|xiaomi|huawei|oneplus) (galaxy|phone|device|tablet)|kotlin|okhttp|failed to connect to [\w.-]{0,80}\/\d{1,3}\.\d{1,3}\.\d{1,3}\.\d{1,3}\b|java client|\bmSocket\b|\bIO\.socket\(|socket\.io-client-java|EngineIOException|io\.socket\.|java\.(net|io|lang)\./i,
    means: "The client runs on Android or Java.",
  },
  ios: {
    pattern:
      /\bios\b|CFNetwork|NSURLSession|\bswift\b|iphone|\bipads?\b|safari(?!\/\d)|(?<!apple)\bwebkit\b|wkwebview|Version\/\d[\d.]{1,12} (Mobile\/\w{1,12} )?Safari/i,
    means: "The client runs on iOS or Safari.",
  },
  "other-client": {
    pattern:
      /socket\.io-client-(java|swift|cpp|csharp|dart)|socket_io_client|null[- ]?safety|pubspec|flutter|\bdart\b|\bunity|\bC\+\+|esp32|esp8266|arduino|python client|python-socketio|socketio\.(Client|AsyncClient|exceptions)|swift|kotlin|\bjava\b|\bgo(lang)?\b|go-socket\.io|\brust(?!y|le|ic)|\breqwest\b|tungstenite|(From|rust[-_])EngineIo|ruby|\bphp\b(?!-fpm)|elephant\.?io|\bVersion[0-4]X\b|phpsocket|\[SIoC\]|\bsio::client\b|websocketpp\.(transport|processor)|\bSocketEngine(Polling|WebSocket)?:|\bSocketManager:|netty-socketio|postman|node-red|home ?bridge|quasar|godot|unreal|C#|SocketIoClientDotNet|SocketIOClient|jmeter|artillery|wscat|EngineIOException|io\.socket\./i,
    means: "Client or server are not the JavaScript ones.",
  },
  python: {
    pattern:
      /flask|python(?!\d? -m (http\.server|SimpleHTTP))|gunicorn|uwsgi|\beventlet|\bgevent|uvicorn|django|socketio\.(Client|exceptions|Server)|(?<!socket\.|\w)engineio\b(?! error)|\.py\b|fastapi|sanic|aiohttp/i,
    means: "The server is written in Python.",
  },
  blazor: {
    pattern: /blazor|_blazor|\bcircuits? (can|may|is|are|was|gets?|host|id)\b/i,
    means: "It is a Blazor Server application.",
  },
  version2: {
    pattern:
      /EIO=3|(socket[. ]io([- ]client)?@?|version|v)[ :=^~"]{0,4}[12]\.\d(?!\d)|socket\.io[- ]1\b|socket\.io[- ]2\b/i,
    means: "Version 2 or older of one side is named.",
  },
  version4: {
    pattern: /EIO=4|(socket[. ]io([- ]client)?@?|version|v)[ :=^~"]{0,4}[34]\.\d+/i,
    means: "Version 3 or newer of one side is named.",
  },
  "azure-tier": {
    pattern:
      /\b(free|basic|shared|standard|premium|F1|S1|B1|D1) (tier|plan|sku|instance|unit|pricing)|\b(pricing )?tier\b|\bunits? (of|count)\b/i,
    means: "A tier or a plan of an Azure resource is named.",
  },
  "socketio-server-named": {
    pattern:
      /python-?socketio|flask[-_]?socketio|netty[- ]?socket[ .-]?io|php-?socket\.?io|go-socket\.?io|\bsocketio\.(ASGIApp|WSGIApp|AsyncServer|Server)\b|SocketIO\(app|\bio\.on\(['"`]connection|require\(['"`]socket\.io['"`]\)|from ['"`]socket\.io['"`]/i,
    means: "A Socket.IO server is named.",
  },
});
