import { messages } from "./message.js";

const service = { side: "service", phase: "service" } as const;
const webPubSub = { ...service, protocol: "web-pubsub" } as const;
const signalr = { protocol: "signalr" } as const;

/** What Azure SignalR Service and Web PubSub, their SDKs, live trace and resource logs say. */
export const AZURE_MESSAGES = messages({
  "mqtt-refused": {
    phase: "handshake",
    pattern:
      /connection refused: (not authorized|bad user ?name or password|identifier rejected|(server|service) unavailable|unacceptable protocol version|banned|client identifier not valid|bad authentication method|quota exceeded)|\bconnack\b.{0,60}(refus|reason ?code[^\w]{0,3}(0x)?[1-9]|return ?code[^\w]{0,3}[1-9]|not authorized)/i,
    means: "The CONNACK refuses the client.",
  },
  "frame-not-json": {
    ...webPubSub,
    phase: "message",
    pattern: /uncaught (\(in promise\) )?syntaxerror:.{0,160}onmessage/i,
    means: "What came over the socket is not the JSON that the client expects.",
  },
  "upstream-silent": {
    phase: "connect",
    pattern: /eio server cannot handle connect request|event ?handler .{0,80}(timed out|timeout \d+ ?ms)/i,
    means: "The handler of connect did not answer in time.",
  },
  "access-token-over-4k": {
    protocol: "signalr",
    phase: "negotiate",
    pattern: /access ?token must not be longer than|longer than 4K/i,
    means: "The service's SDK refuses an access token of more than 4 KB.",
    shows: { status: 413 },
  },
  "request-line-over-limit": {
    pattern:
      /(request[- ]?)?ur[il][- ]too[- ](long|large)|\b414\b|\b431\b|request header (fields|or cookie)? ?too (large|long|big)|request headers? too (long|large)|header (size|length|field).{0,40}(exceed|limit|too)|size of the request headers|maxQueryString|query ?string .{0,30}(too long|length|exceed)|404\.15|MaxRequestHeaderFieldSize|MaxRequestLineSize|HPACK/i,
    means: "The request's URL or headers are over a limit.",
  },
  "token-long": {
    pattern:
      /(access[_ ]?tokens?|jwt|bearer|tokens?|(?<!or )cookie|claims?|roles?|groups?) .{0,60}(\b\d+ ?kb?\b|gets? (bigger|larger|longer)|way (bigger|larger)|too (large|long|big|many)|is (very |so )?(large|long|big)|exceed|over \d|larger than|longer than|size)|(large|long|big|huge|many|lots of|numerous) .{0,20}(token|jwt|claims|roles|\bAD groups|groups)\b/i,
    means: "The text speaks of a large token.",
  },
  "azure-no-server-connection": {
    ...signalr,
    phase: "negotiate",
    pattern:
      /azure signalr service is not connected yet|unable to get the negotiate endpoint|no (app )?server (is )?(currently )?connected|app servers? (is|are) not connected|servers? connections? .{0,40}(not (connected|established|found)|dropped|0)|server connection .{0,40}(closed|drop|fail)|Failed to connect to '?\(?Primary|failed to connect to '[^']{1,160}', will retry|connection is not active, data cannot be sent|no (service connection found|endpoint is returned from)|connection to service '[^']{1,160}' (handshake failed|timeout)|No server available|NotConnectedException|AzureSignalRNotConnected/i,
    means: "The app server has no connection to the Azure service.",
  },
  "azure-endpoint-offline": {
    ...signalr,
    pattern:
      /endpoint .{0,60}(is )?(now )?(disconnected|offline)|FailedWritingMessageToEndpoint|is not connected to the following endpoints/i,
    means: "The app server lost its connection to the service.",
  },
  "azure-sent-too-early": {
    ...signalr,
    pattern:
      /(at|during|on|after|right after) (app(lication)? )?start(up|ing)?.{0,80}(send|message|broadcast|Clients\.All)|(send|broadcast|Clients\.All).{0,80}(at|on|during) (app(lication)? )?startup|FailedWritingMessage|Unable to write message to endpoint/i,
    means: "Messages are sent at startup, before the service's server connections are up.",
  },
  "azure-write-not-connected": {
    ...signalr,
    pattern:
      /ServiceConnectionManager\S{0,6}\.WriteAsync|ServiceLifetimeManager\w{0,6}\S{0,6}\.\w{0,20}Async|(hosted|background) ?service.{0,120}(not connected|IHubContext|HubContext|Clients\.)|(AddHostedService|IHostedService|BackgroundService).{0,300}(HubContext|not connected)|not connected.{0,160}(IHostedService|BackgroundService|hosted service|(at|during|on) (app(lication)? )?start-?up)/i,
    means: "The application itself sent to its clients while its connections to the service were not up.",
  },
  "service-mode-named": {
    pattern:
      /serverless (mode|signalr)|signalr( service)?,? (in |is |as |set to )?serverless\b|service ?mode|'?(Default|Classic|Serverless)'? (service )?mode|mode .{0,20}(is |to |= ?)'?(Default|Classic|Serverless)/i,
    means: "The service mode (Default, Classic, Serverless) is named.",
    benign: true,
  },
  "service-mode-refused": {
    ...signalr,
    phase: "handshake",
    pattern:
      /SignalR Service is now in '?\w+'? service mode|not (supported|allowed|available) in '?(serverless|default|classic)|(serverless|default|classic)'? (service )?mode .{0,60}(not|does|doesn't|can't|cannot|instead)|set to '?(serverless|default|classic)/i,
    means: "The service mode does not fit the way the service is used.",
  },
  "connection-string-wrong": {
    pattern:
      /connection ?string .{0,60}(invalid|malformed|not (valid|found|set|specified|configured)|missing|wrong|null|incorrect|empty|old|outdated)|(invalid|missing|malformed|no|wrong|incorrect) .{0,40}connection ?string|(Endpoint|AccessKey|Version) .{0,30}(missing|required|not found|invalid).{0,40}connection ?string|Azure:SignalR:ConnectionString|AzureSignalRConnectionString|No connection string was specified|SignalR Service connection string must be set|ConnectionStringParser|key length is zero|Parameter .connectionString|connection ?string (is )?(missing|lacks?)|missing required propert\w+|missing required <?(AccessKey|Endpoint)|property in connection string is not a valid|invalid value for \w+ property, it must be|Endpoint=https?:\/\/[^\s;"]{1,200}\/client|(mismatch|typo|mistake) .{0,20}connection string|unable to resolve the value for property '[\w.]{0,80}Connection\w*'|not a valid base-?64 string.{0,300}(connection ?string|AccessKey|ServiceClient)|(connection ?string|AccessKey|ServiceClient).{0,300}not a valid base-?64 string/i,
    means: "The connection string is missing or wrong.",
  },
  "key-changed": {
    pattern:
      /(regenerat|rotat|roll|renew|chang)\w+ .{0,25}\b(access )?keys?\b|keys? .{0,25}(regenerat|rotat|renew)\w+/i,
    means: "The access keys were changed.",
    benign: true,
  },
  "connection-count-limit": {
    pattern:
      /connection count reaches limit|ConnectionCountLimitReached|(exceed|reach|hit|over)\w* .{0,40}(connection (count|limit|quota)|(max|maximum|concurrent) (number of )?connections|connections? limit)|too many connections|maximum (number of )?concurrent connections|connections? (count |limit|quota).{0,30}(exceed|reach|hit)|limit of \d+ .{0,20}connections?/i,
    means: "The limit of concurrent connections is reached.",
    shows: { status: 429 },
  },
  "message-count-limit": {
    pattern:
      /message count (limit )?(is )?reach|Maximum message count|(free|F1)\b.{0,80}(stop\w*|daily|midnight|per day)|until midnight|20[,.]?000 messages|daily (message )?(quota|limit)|(message|messages) (quota|per day)|quota .{0,30}(exceed|reach|used up)|MessageCountLimit/i,
    means: "The message quota of the day is used up.",
  },
  "message-rate-limit": {
    pattern:
      /message rate (limit)?|rate limit .{0,40}(per connection|message)|messages? per second .{0,30}(limit|exceed|throttl)|throttl(ed|ing) .{0,30}(message|connection|send)/i,
    means: "A rate limit for messages was enforced.",
  },
  "service-maintenance": {
    phase: "close",
    pattern: /service reload|ServiceReload|scheduled maintenance|maintenance|connection (was )?migrat/i,
    means: "The service closed the connection for maintenance.",
  },
  "service-transient": {
    phase: "close",
    pattern:
      /internal server transient error|ServiceTransientError|"type":\s*7,.{0,40}"error":\s*"Internal server error\.?"/i,
    means: "The service had a transient fault.",
  },
  "audience-wrong": {
    pattern:
      /failed to validate audience|IDX10214|audience validation failed|invalid audience|audience .{0,30}(not match|mismatch|invalid|wrong)/i,
    means: "The token's audience is not the URL that was asked.",
  },
  "signature-wrong": {
    pattern:
      /IDX1050[0-9]|IDX10511|signature validation failed|signature key was not found|invalid signature|invalid_token(?!.{0,60}expired)/i,
    means: "The token's signature or key is not accepted.",
  },
  "token-not-yet-valid": {
    pattern:
      /IDX10222|token .{0,20}not (yet )?valid (before|yet)|lifetime validation failed\. the token is not yet valid|clock (skew|drift|is (off|wrong|behind|ahead))|nbf\b/i,
    means: "The token is not valid yet by the other side's clock.",
  },
  "token-expired": {
    pattern:
      /IDX10223|Failed to ping server.{0,60}\b401\b|AccessTokenLifetime|(old|stale|expired|same) .{0,20}(access )?(token|url)\b.{0,40}(re-?connect|old|expired)|url with the (old )?token is old|token (has )?(is )?(already )?expired|expired (access |jwt )?token|token'?s? lifetime|jwt expired|after (about |exactly |around )?(an|1|one) hour.{0,60}(401|unauthori|disconnect|fail)/i,
    means: "The access token has expired.",
  },
  "upstream-invocation-failed": {
    ...signalr,
    phase: "message",
    pattern: /Invocation failed, status code \d{3}/i,
    means: "The service called the upstream for an invocation, and the upstream answered with an error.",
  },
  "upstream-refused": {
    ...webPubSub,
    pattern:
      /got unexpected response with status code \d+|HttpHandlerUnexpectedResponse|upstream .{0,40}(return(s|ed)|respond(s|ed)|status) .{0,20}[45]\d\d/i,
    means: "The event handler answered the service with an error.",
  },
  "upstream-refused-404": {
    ...webPubSub,
    pattern: /unexpected response with status code 404/i,
    means: "The event handler answered 404.",
  },
  "upstream-refused-auth": {
    ...webPubSub,
    pattern: /unexpected response with status code 40[13]/i,
    means: "The event handler answered 401 or 403.",
  },
  "upstream-refused-5xx": {
    ...webPubSub,
    pattern: /unexpected response with status code 5\d\d/i,
    means: "The event handler answered with a server error.",
  },
  "upstream-target-invalid": {
    ...webPubSub,
    pattern: /request is denied as target server is invalid/i,
    means: "The event handler's SDK does not accept this service endpoint.",
  },
  "upstream-missing": {
    ...webPubSub,
    pattern:
      /EventHandlerNotFound|upstream not found for|no (upstream|event handler) (is |was |has been )?(found|configured|registered|set|matches)|no event handlers?$|event handler .{0,30}(not (found|configured|registered|set)|missing)|(not|n't|never) (set up|configure|register)\w* .{0,30}event ?handler/i,
    means: "No event handler is registered for the event.",
  },
  "closed-on-first-send": {
    phase: "message",
    pattern:
      /\b(is |gets? |was )?(clos(es?|ed|ing)|disconnect\w*|drop(s|ped)?)\b .{0,40}(as soon as|whenever|when i|when the client|once|right after|immediately after) .{0,30}(sends?|sent|first message)\b|\b(clos(es?|ed|ing)|disconnect\w*|drop(s|ped)?)\b .{0,40}(after|when|on|upon|while) (the |a |any |my )?(first )?(\w{1,20}\. ?)?(send\b|sending\b|message (is )?sent)/i,
    means: "The connection ends as soon as something is sent.",
  },
  "upstream-url-named": {
    ...service,
    pattern:
      /upstream (url|settings|endpoint|template)|\/runtime\/webhooks\/(signalr|webpubsub)|event ?handler (url|endpoint|settings)/i,
    means: "The upstream's URL is named.",
    benign: true,
  },
  "abuse-no-allowed-origin": {
    ...webPubSub,
    pattern: /abuse protection .{0,160}missing allowed origins?|MissingAllowedOrigin/i,
    means: "The event handler's OPTIONS answer lacks WebHook-Allowed-Origin.",
  },
  "abuse-status": {
    ...webPubSub,
    pattern: /abuse protection .{0,160}failed: ?\d{3}|AbuseProtectionResponseInvalidStatusCode/i,
    means: "The event handler's OPTIONS answer had an error status.",
  },
  "abuse-unauthorized": {
    ...webPubSub,
    pattern:
      /abuse protection .{0,160}failed: ?401|401 .{0,40}abuse protection|AbuseProtection\w* .{0,40}401|(validation|event ?handler|upstream|webhook).{0,120}\b401\b.{0,120}(\bcode\b|\bkey\b)|\b401\b.{0,120}(validation|event ?handler|webhook).{0,80}(\bcode\b|\bkey\b)/i,
    means: "The event handler's OPTIONS answer was 401.",
  },
  "abuse-bad-request": {
    ...webPubSub,
    pattern: /abuse ?protection .{0,160}\b400\b|(validation|event ?handler).{0,80}\b400\b/i,
    means: "The event handler's OPTIONS answer was 400.",
  },
  "abuse-unreachable": {
    ...webPubSub,
    pattern:
      /abuse protection validation for .{0,160}failed\.|AbuseProtectionResponseFailed|abuse protection .{0,160}(name or service not known|timed? ?out|refused|no such host)/i,
    means: "The event handler could not be reached for abuse protection.",
  },
  "abuse-protection": {
    ...webPubSub,
    pattern: /abuse protection|WebHook-(Request|Allowed)-Origin/i,
    means: "Abuse protection of an event handler is named.",
    benign: true,
  },
  "several-request-origins": {
    ...webPubSub,
    pattern:
      /WebHook-Request-Origin.{0,120}(,|multiple|several|more than one|comma)|(multiple|several|two) origins|abuse ?protection .{0,120}(replica|custom domain)|(replica|custom domain)s? .{0,120}(abuse ?protection|validation|event ?handler)|(validation|event ?handler) .{0,120}(replica|custom domain)/i,
    means: "WebHook-Request-Origin names several origins.",
  },
  "group-role-missing": {
    protocol: "web-pubsub",
    phase: "message",
    pattern:
      /does not have (the )?permission|"name"\s*:\s*"Forbidden"|(joinLeaveGroup|sendToGroup).{0,80}(role|permission|forbidden|denied|not allowed)|(role|permission|forbidden|denied).{0,80}(joinLeaveGroup|sendToGroup|join group|send to (the )?group)|(join|send)\w*( to)? ?(a |the )?group\w*.{0,80}(forbidden|denied|permission|fails?)|(can ?not|can't|unable to) (join|send)\w* .{0,30}group|token .{0,20}(without|lacks?|no|missing) .{0,10}(roles?|permissions?)/i,
    means: "The token lacks the role for the group.",
  },
  "recovery-refused": {
    protocol: "web-pubsub",
    phase: "handshake",
    pattern: /1008.{0,20}stop recovery|awps_reconnection_token/i,
    means: "The service did not let the client resume its session.",
  },
  "tunnel-forwarding-failed": {
    ...webPubSub,
    pattern: /error forwarding request/i,
    means: "The tunnel tool could not pass an event on to the local application.",
  },
  "tunnel-not-established": {
    ...webPubSub,
    pattern: /error establishing tunnel connection/i,
    means: "The tunnel tool was not let in by the service.",
  },
  "service-ping-timeout": {
    protocol: "web-pubsub",
    phase: "close",
    pattern: /\bPingTimeout\b/,
    means: "The service heard no ping from the client.",
  },
  "closed-by-clients": {
    protocol: "web-pubsub",
    pattern: /Connection Close (Count|Reason)\b.{0,60}\bNormal\b/i,
    means: "The service counts the close as one by the client.",
    benign: true,
  },
  "slow-client": {
    protocol: "web-pubsub",
    phase: "close",
    pattern: /\bSlowClient\b|slow client/i,
    means: "The service dropped a client that read too slowly.",
  },
  "closed-by-app-server": {
    protocol: "web-pubsub",
    phase: "close",
    pattern: /ClosedByAppServer/,
    means: "The application closed the connection over REST.",
  },
  "no-messages-received": {
    protocol: "web-pubsub",
    phase: "close",
    pattern: /no messages received for \d+/i,
    means: "The client heard nothing from the service for its keep-alive time.",
  },
  "rbac-missing": {
    pattern:
      /(SignalR|Web ?PubSub)[\w ]{0,20} (App Server|Service Owner|REST API (Owner|Reader)|Contributor)|role assignment|\bRBAC\b|managed[- ]?identity|DefaultAzureCredential|\w+Credential\(|AzureAD identity|failed in authorizing AccessKey|azure ?ad\b|service principal|AuthType=(aad|azure)|permission to generate access token|does not have authorization to perform action|Access Policy|Microsoft Entra/i,
    means: "Azure roles or a managed identity are named.",
    benign: true,
  },
  "network-access-named": {
    pattern:
      /public network access|private (endpoint|link)|network (acl|access control|rule)|\bACLs?\b|IP (rule|restriction|is not allowed)|v-?net|virtual network|service endpoint|trusted service/i,
    means: "Network access control of the Azure resource is named.",
    benign: true,
  },
  "azure-resource-named": {
    pattern:
      /\.service\.signalr\.(net|azure\.\w+)|\.webpubsub\.azure\.|azure signalr|AddAzureSignalR|SignalR service|web ?pubsub/i,
    means: "Azure SignalR Service or Web PubSub is named.",
    benign: true,
  },
  "rest-api-called": {
    pattern:
      /\/api\/v1\/hubs|\/api\/hubs|rest api|management sdk|ServiceManagerBuilder|Microsoft\.Azure\.SignalR\.Management|WebPubSubServiceClient/i,
    means: "The service's REST API or management SDK is called.",
    benign: true,
  },
  "duplicate-access-token": {
    ...signalr,
    pattern:
      /(two|duplicate\w*|multiple|own|custom|second|another) .{0,30}access_?token|access_token.{0,60}\b(too|as well|also|already|twice)\b|access_token=[^&\s]{1,200}&(.{0,80}&)?access_token=/i,
    means: "The query carries an access_token of the application beside the service's.",
  },
  "service-incident": {
    pattern:
      /outage|incident|service health|azure status|(since|started|suddenly|beginning) .{0,60}(this morning|yesterday|today|last night|hours? ago|\b(jan|feb|mar|apr|may|jun|jul|aug|sep|oct|nov|dec)\w* \d)|without (any )?(code |config\w* )?change|(no|nothing) (code )?changes?d?|all of a sudden|(region|west europe|east us|north europe|central us)/i,
    means: "It began without a change of the application, or is bound to a region.",
    benign: true,
  },
});
