import { messages } from "../message.js";
import { signalr, webPubSub } from "./speakers.js";

/** What the service's SDKs in the application say: connections to the service, service modes, connection strings. */
export const AZURE_APP_SERVER = messages({
  "azure-no-server-connection": {
    ...signalr,
    phase: "negotiate",
    pattern:
      /azure signalr service is not connected yet|unable to get the negotiate endpoint|no (app )?server (is )?(currently )?connected|hub (is |was )?not connected to (the )?azure|no servers? connections?\b|app servers? (is|are) not connected|servers? connections? .{0,40}(not (connected|established|found)|dropped|0)|server connection .{0,40}(closed|drop|fail)|Failed to connect to '?\(?Primary|failed to connect to '[^']{1,160}', will retry|connection is not active, data cannot be sent|no (service connection found|endpoint is returned from)|connection to service ('[^']{1,160}'|\(?\w+\)?\S{0,160}) (handshake failed|timeout)|No server available|NotConnectedException|ServiceConnectionNotActiveException|AzureSignalRNotConnected/i,
    means: "The app server has no connection to the Azure service.",
  },
  "service-without-servers": {
    ...signalr,
    side: "service",
    phase: "handshake",
    pattern: /\bno (app )?servers? (is |are )?(currently )?connected to|\bapp servers? (is|are) not connected/i,
    means: "The service itself says to a client that no app server is connected.",
  },
  "service-emulator-named": {
    ...signalr,
    pattern: /\basrs-emulator\b|Azure\.SignalR\.Emulator|\b(azure )?signalr emulator\b/i,
    means: "The service's emulator is named, which knows Serverless mode alone.",
    benign: true,
  },
  "function-signature-refused": {
    ...signalr,
    phase: "message",
    pattern: /request is unauthorized, please check the signature/i,
    means: "The function did not accept the signature with which the service calls it.",
  },
  "service-connection-dropped": {
    ...signalr,
    pattern: /probably caused by network instability or service restart/i,
    means: "The app server's connection to the service was cut, and is made anew.",
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
      /(at|during|on|after|right after) (app(lication)? )?start(up|ing)?.{0,80}(send|message|broadcast|Clients\.All)|(send|broadcast|Clients\.All).{0,80}(at|on|during) (app(lication)? )?startup|\b(sen[dt]|hub ?context)\b.{0,80}(at|on|during|in) (app(lication)? )?start-?up\b|\b(IHostedService|AddHostedService|BackgroundService|hosted service)\b.{0,120}(\bsen[dt]\w*|broadcast\w*|hub ?context|Clients\.)|FailedWritingMessage|Unable to write message to endpoint/i,
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
      /serverless (mode|signalr)|signalr( service)?,? (in |is |as |set to )?serverless\b|service ?mode|(?<!\b(IIS|pipeline|app ?pool)( in| is in)? )'?(Default|Classic|Serverless)'? (service )?mode|mode .{0,20}(is |to |= ?)'?(Default|Classic|Serverless)/i,
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
      /\bServiceEndpoints is empty\b|check connection string and see if the AccessKey is correct|'?connectionString(Key)?'? cannot be null|unable to resolve the value for property '\w{0,40}SignalR\w{0,40}Attribute\.|connection ?string .{0,60}(invalid|malformed|not (valid|found|set|specified|configured)|missing|wrong|null|incorrect|empty|old|outdated)|(invalid|missing|malformed|no|wrong|incorrect) .{0,40}connection ?string|(Endpoint|AccessKey|Version) .{0,30}(missing|required|not found|invalid).{0,40}connection ?string|Azure:SignalR:ConnectionString|AzureSignalRConnectionString|No connection string was specified|ConfigurationNoEndpointException|NoPrimaryEndpointException|(SignalR|PubSub|the) Service connection string must be set|WebPubSubConnectionString|ConnectionStringParser|key length is zero|Parameter .connectionString|connection ?string (is )?(missing|lacks?|does not contain|(either )?blank)|missing required propert\w+(?! '(connectionId|connectionToken|availableTransports|protocol|transport|target|type|version|invocationId)')|duplicate properties found in connection string|endpoint scheme must be 'https?:\/\/'|endpoint or DNS setting is correct|missing required <?(AccessKey|Endpoint)|property in connection string is not a valid|invalid value for \w+ property, it must be|Endpoint=https?:\/\/[^\s;"]{1,200}\/client|(mismatch|typo|mistake) .{0,20}connection string|unable to resolve the value for property '[\w.]{0,80}Connection\w*'|not a valid base-?64 string.{0,300}(connection ?string|AccessKey|ServiceClient)|(connection ?string|AccessKey|ServiceClient).{0,300}not a valid base-?64 string/i,
    means: "The connection string is missing or wrong.",
  },
  "key-changed": {
    pattern:
      /(regenerat|rotat|roll|renew|chang)\w+ .{0,25}\b(access )?keys?\b|keys? .{0,25}(regenerat|rotat|renew)\w+/i,
    means: "The access keys were changed.",
    benign: true,
  },
  "rest-api-called": {
    pattern:
      /\/api\/v1\/hubs|\/api\/hubs|rest api|management sdk|ServiceManagerBuilder|Microsoft\.Azure\.SignalR\.Management|WebPubSubServiceClient/i,
    means: "The service's REST API or management SDK is called.",
    benign: true,
  },
  "rest-called-by-hand": {
    pattern:
      /\/api\/(v1\/)?hubs.{0,600}(requests\.\w{3,6}\(|\bcurl\b|postman|axios|\bfetch\(|HttpClient\b|RestClient|\bjwt\b|bearer)|(requests\.\w{3,6}\(|\bcurl\b|postman|axios|\bfetch\(|HttpClient\b|RestClient|\bjwt\b|bearer).{0,600}\/api\/(v1\/)?hubs/i,
    means: "The service's REST API is called without the SDK, with a token of one's own making.",
    benign: true,
  },
  "service-kind-refused": {
    ...webPubSub,
    pattern:
      /\b(not|instead of|rather than) .{0,20}Web ?PubSub for Socket\.?IO|(service|resource)[ -]?kind\b.{0,60}(webpubsub|socket\.?io)|useAzureSocketIO.{0,80}\b(fail\w*|wrong|not|error)|Web ?PubSub for Socket\.?IO .{0,30}(not|different) .{0,30}Web ?PubSub\b/i,
    means: "The resource is of another kind than the client library.",
  },
});
