import { messages } from "../message.js";
import { client, server, signalr } from "./speakers.js";

/** What is said of negotiate, and of what a client or a page of HTML makes of it. */
export const SIGNALR_NEGOTIATE = messages({
  "negotiate-timed-out": {
    ...client,
    phase: "negotiate",
    pattern:
      /negotiat.{0,80}(Error: A timeout occurred\b|TimeoutException after)|negotiation request - processing .{0,20}timed out/i,
    means: "Negotiate was not answered within the client's timeout.",
  },
  "negotiation-failed": {
    ...client,
    phase: "negotiate",
    pattern:
      /failed to complete negotiation|negotiation request (finished (with error|successfully, but)|aborted|- )|\bhub\.errors\.(UnAuthorized)?HubError\b|error during negotiation( request)?|negotiat(ion|e) (with the server |request )?(fails|failed)|failing negotiat|fail\w* to negotiat|returned from negotiate|invalid negotiation response|error getting negotiation response|error parsing negotiate response|when reading negotiation response|cannot parse negotiate response|problem in the negotiation with the server|\bNegotiationException\b|negotiate response (must be|status code [3-5])|\bwebError\(statusCode|HttpConnection\.<?(GetNegotiationResponseAsync|NegotiateAsync)|\binvalidNegotiationResponse\b/i,
    means: "The client could not complete negotiation.",
  },
  "hubs-script-missing": {
    ...client,
    phase: "negotiate",
    pattern:
      /Cannot read propert\w+ .{0,30}'?(client|server)'? ?of undefined|cannot read properties of undefined \(reading '(client|server|hub)'\)|\$\.connection (is )?undefined|Error loading hubs\. Ensure your hubs reference is correct|\bsignalr\/(hubs|js)\b.{0,80}(\b404|(?<!property )not found|failed to load)|(\b404|(?<!property )not found|failed to load).{0,80}\bsignalr\/(hubs|js)\b/i,
    means: "The script that SignalR 2.x makes of its hubs (signalr/hubs) did not load.",
  },
  "map-hubs-named": {
    ...server,
    pattern: /\bMapHubs\b/,
    means: "MapHubs is named, by which SignalR 1.x maps its hubs among the routes.",
    benign: true,
  },
  "client-scheme-invalid": {
    ...client,
    phase: "negotiate",
    pattern:
      /\bscheme https? is invalid\b|only valid uri schemes are 'http' and 'https'|cross origin requests are only supported for (protocol schemes|HTTP)|The URL's scheme must be either|only 'https?' and 'https?' schemes are allowed|Expected URL scheme 'http' or 'https' but|unsupported URL.{0,200}\bwss?:\/\//i,
    means: "The client was given a URL whose scheme it does not take.",
  },
  "not-a-signalr-endpoint": {
    ...client,
    phase: "negotiate",
    pattern: /this is not a signalr endpoint/i,
    means: "The client met a 404 where it expected a SignalR endpoint.",
    shows: { status: 404 },
  },
  "negotiate-succeeded": {
    ...signalr,
    pattern:
      /negotiat\w+ (request |call )?(succeeds|succeeded|works|worked|is (ok|fine|successful)|returns? 200|completes)|successful(ly)? .{0,40}negotiat|Established connection '[\w-]+' with the server/i,
    means: "Negotiate itself succeeded.",
    benign: true,
    shows: { "negotiate.status": 200, "negotiate.skipped": false },
  },
  "answer-is-html": {
    phase: "negotiate",
    pattern:
      /negotiat\w*.{0,60}(<!doctype|<html)|negotiat\w* (response|answer|result) (is|was|contains|has|returns) .{0,20}(html|log-?in|sign-?in)|unexpected token '?<'?|\b(response|answer) (is|was) .{0,12}index\.html|"?<!doctype.{0,20}is not valid json|unexpected character encountered while parsing value: ?<|'<' is an invalid start|(gets?|got|returns?|returned|receives?|responds? with|answers? with) .{0,30}(html|default view|index\.html|login page)|(html( page)?|default view|index\.html|login page) (instead|(is |was )?returned)|response content-type not supported: text\/html|MIME type \(['"]text\/html['"]\) that is not ['"]text\/event-stream|negotiation response.{0,300}text\/html|text\/html.{0,300}negotiation response/i,
    means: "A page of HTML came where JSON belongs.",
    shows: { "answer.isHtml": true },
  },
  "hub-alone-unauthorized": {
    ...signalr,
    pattern:
      /\b(controllers?|apis?|rest|swagger|postman)\b.{0,100}\b(works?|working|fine|ok|succeed\w*|authori[sz]ed|200)\b.{0,160}\b(hubs?|signalr)\b.{0,100}(401|unauthori|not authenticated|is null|anonymous|IsAuthenticated)|\b(hubs?|signalr)\b.{0,120}(401|unauthori\w*|not authenticated|is null|anonymous)\b.{0,160}\b(controllers?|apis?|rest|swagger|postman)\b.{0,80}\b(works?|working|fine|ok)\b|Context\.User\b.{0,80}(null|empty|not authenticated|anonymous)|UserIdentifier .{0,30}(is )?(always )?null/i,
    means: "Controllers accept the caller, and the hub does not.",
  },
  "answer-is-text": {
    ...client,
    phase: "negotiate",
    pattern:
      /negotiat.{0,120}unexpected token '?(?!'?<)\S{1,4} ?(,|in JSON|at position|is not valid)|negoti?ation response content must be a json|response content-type not supported: text\/plain/i,
    means: "A text came where negotiate's JSON belongs.",
  },
  "negotiate-answer-incomplete": {
    ...client,
    phase: "negotiate",
    pattern:
      /missing required property '(connectionId|connectionToken|availableTransports)'|\b(connectionId|availableTransports) property not found/i,
    means: "What came is JSON, and no answer to negotiate.",
  },
  "answer-not-json": {
    pattern:
      /error reading NegotiateResponse|unexpected token '?(?!'?<)\S{1,4}'? in JSON at position [01]\b|JSON\.parse: unexpected character at line 1 column [12]\b|JSON Parse error: (Unrecognized token|Unexpected identifier)|Expecting value: line 1 column 1 \(char 0\)|FormatException: Unexpected character \(at character 1\)|(MalformedJsonException|JsonSyntaxException|Expected BEGIN_OBJECT but was STRING).{0,200}line 1 column [12]\b/i,
    means: "What came is no JSON from its first character on.",
  },
  "url-not-absolute": {
    ...client,
    phase: "negotiate",
    pattern:
      /Failed to construct 'WebSocket': The URL '[^']{0,200}' is invalid|Invalid URI: The format of the URI could not be determined|\bCannot resolve '\/|only absolute URLs are supported|ERR_INVALID_URL|TypeError: Invalid URL\b|HubConnection url must be a valid url|\bhub\.url ?= ?["'](?!https?:|wss?:)[\w-]{1,60}(\.[\w-]{1,60}){1,6}\.?(:\d+)?["'/]|NSURLErrorDomain Code=-1002\b/i,
    means: "The client was given a URL that is not a whole one.",
  },
  "blazor-script-missing": {
    pattern:
      /_framework\/blazor\.(server|web)\.js\b.{0,80}(\b404|not found|failed to load)|(\b404|not found|failed to load).{0,80}_framework\/blazor\.(server|web)\.js\b/i,
    means: "Blazor's own script did not load.",
  },
  "answer-is-empty": {
    phase: "negotiate",
    pattern:
      /unexpected end of (json )?(input|data)|input does not contain any json tokens|negotiat\w*.{0,120}\b((returns?|returned|answers?|gives?|got|gets?|sends?) (with )?(an? |the )?(empty|blank) (response|body|answer|result)|(body|response|answer) (is|was|comes back) (empty|blank)|returns? nothing\b|n't return (a|any) (response|body))/i,
    means: "An empty answer came where JSON belongs.",
  },
  "connection-info-miscased": {
    phase: "negotiate",
    protocol: "signalr",
    pattern:
      /"Url"\s?:\s?"[^"]{1,300}",\s{0,4}"AccessToken"|\bSignalRConnectionInfo\b.{0,300}\b([Pp]ascal|[Cc]amel|[Ll]ower|[Uu]pper)[- ]?[Cc]as|\bUrl\b.{0,20}\bAccessToken\b.{0,200}\b([Pp]ascal|[Cc]amel|[Ll]ower|[Uu]pper)[- ]?[Cc]as/,
    means: "The connection info's names begin with capitals.",
  },
  "negotiate-status-2xx": {
    ...client,
    phase: "negotiate",
    pattern: /unexpected status code returned from negotiate '?20[1-6]\b/i,
    means: "Negotiate succeeded with a status that no hub gives.",
  },
  antiforgery: {
    phase: "negotiate",
    pattern: /anti-?forgery|ValidateAntiForgery|XSRF|CSRF/i,
    means: "Antiforgery protection is named.",
  },
  "negotiate-in-url": {
    ...signalr,
    phase: "negotiate",
    pattern:
      /\/negotiate\/negotiate|withUrl\(.{0,120}\/negotiate["'`]|negotiate .{0,40}(twice|appended|duplicat|double)/i,
    means: "The client's URL already ends in /negotiate.",
  },
  "negotiate-redirect-loop": {
    ...client,
    phase: "negotiate",
    pattern: /negotiate redirection limit exceeded|\bMaxRedirects \([\d,]{1,6}\) reached/i,
    means: "Negotiate led on to itself again and again.",
  },
  "stateful-reconnect-unasked": {
    ...client,
    phase: "negotiate",
    pattern: /didn't negotiate stateful reconnect but the server did/i,
    means: "The server promised a stateful reconnect that the client had not asked for.",
  },
  "hub-path-differs": {
    ...signalr,
    phase: "negotiate",
    pattern:
      /Map(Hub|Connection)<[^>]{1,60}>\(\s{0,3}["'`]\/?([\w/-]{1,60})["'`][^<]{0,600}withUrl\(\s{0,3}["'`](?![^"'`]{0,160}\b\2\/?["'`?])|withUrl\(\s{0,3}["'`]([^"'`<>]{1,100}\/)?([\w-]{1,60})["'`?][^<]{0,600}Map(Hub|Connection)<[^>]{1,60}>\(\s{0,3}["'`](?![^"'`]{0,80}\b\4\/?["'`])[^<]{0,200}|\bmapped (at|to|as|on|under) ["'`]?\/?([\w/-]{1,60})\b.{0,160}withUrl\(\s{0,3}["'`](?![^"'`]{0,160}\b\7\/?["'`?])|\bwithUrl\b.{0,60}\bbut\b.{0,40}\b(mapped|MapHub)\b/i,
    means: "The hub is mapped under one path, and the client asks another.",
  },
  "skip-negotiation": {
    ...signalr,
    pattern: /skipNegotiation/i,
    means: "skipNegotiation is used.",
    benign: true,
  },
  "auth-middleware-missing": {
    side: "server",
    phase: "negotiate",
    pattern: /contains authorization metadata, but a middleware was not found/i,
    means: "The endpoint asks for authorization, and the application's pipeline has none before it.",
  },
  "hub-mapped-twice": {
    ...signalr,
    phase: "negotiate",
    pattern:
      /AmbiguousMatchException|matched multiple endpoints|two hubs must not share the same name|duplicate hub names found|(mapp?(ed|s|ing)?|regist\w+|MapHub.{0,40}) .{0,30}twice|two .{0,20}MapHub/i,
    means: "Two endpoints match the hub's path.",
  },
  "endpoint-not-executed": {
    side: "server",
    phase: "negotiate",
    pattern: /reached the end of the pipeline without executing the endpoint/i,
    means: "Routing found the endpoint, and nothing behind it in the pipeline ran it.",
  },
  "bearer-refused": {
    ...server,
    // What needs nobody to be signed in is served without a token, and says so in the log all the same.
    pattern:
      /AuthenticationScheme: \w{0,60}(bearer|jwt)\w{0,60} was (challenged|not authenticated(?!.{0,300} - (101|2\d\d)\b))/i,
    means: "The server found no valid bearer token with a request.",
  },
  "connected-late": {
    ...signalr,
    phase: "connect",
    pattern:
      /\bconnect\w*\b.{0,40}\b(1[6-9]|[2-9]\d|\d{3}) ?s(ec(ond)?s?)? (later|after|past)\b|\b(1[6-9]|[2-9]\d|\d{3}) ?s(ec(ond)?s?)? (later|after|past)\b.{0,40}\b(negotiat|connect)\w*/i,
    means: "The connection was made long after negotiate.",
    benign: true,
  },
});
