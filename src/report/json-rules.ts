/** What stands under a name in the messages and answers of the protocols. A name that is not here is the application's. */
export type JsonRule = RegExp | "number" | "words" | "name" | "address" | "data" | "shape" | "label";

const TRANSPORT = /^(?:WebSockets|ServerSentEvents|LongPolling|websocket|polling|webtransport)$/;

/**
 * docs/specs/HubProtocol.md and TransportProtocols.md of dotnet/aspnetcore; S, I, E, C, M, G, T, L and R are classic SignalR's;
 * the Engine.IO and Socket.IO protocols; the json.webpubsub.azure.v1 subprotocol; RFC 9457 and RFC 6749 for errors.
 */
export const JSON_RULES: Readonly<Record<string, JsonRule>> = {
  // SignalR, negotiation
  availableTransports: "shape",
  transport: TRANSPORT,
  transferFormats: /^(?:Text|Binary)$/,
  negotiateVersion: "number",
  useStatefulReconnect: "shape",
  tokenLifetimeSeconds: "number",
  url: "address",
  Url: "address",
  ProtocolVersion: /^\d\.\d{1,2}$/,
  TryWebSockets: "shape",
  KeepAliveTimeout: "number",
  DisconnectTimeout: "number",
  ConnectionTimeout: "number",
  TransportConnectTimeout: "number",
  LongPollDelay: "number",
  // SignalR, messages
  protocol: /^(?:json|messagepack|blazorpack)$/,
  version: "number",
  target: "name",
  invocationId: /^\d{1,4}$/,
  streamIds: /^\d{1,4}$/,
  sequenceId: "number",
  allowReconnect: "shape",
  arguments: "data",
  item: "data",
  result: "data",
  headers: "data",
  C: "label",
  G: "label",
  M: "data",
  R: "data",
  H: "data",
  A: "data",
  S: "number",
  T: "number",
  L: "number",
  I: /^\d{1,4}$/,
  E: "words",
  Response: /^(?:pong|started)$/,
  // Engine.IO and Socket.IO
  upgrades: TRANSPORT,
  pingInterval: "number",
  pingTimeout: "number",
  maxPayload: "number",
  code: "number",
  context: "data",
  // Web PubSub
  event: /^(?:connected|disconnected)$/,
  ackId: "number",
  success: "shape",
  group: "label",
  from: /^(?:server|group)$/,
  dataType: /^(?:json|text|binary|protobuf)$/,
  noEcho: "shape",
  data: "data",
  // Errors
  type: /^(?:system|ack|message|ping|pong|event|sequenceAck|joinGroup|leaveGroup|sendToGroup|https:\/\/tools\.ietf\.org\/html\/rfc\d{4}#section-[\d.]{1,10}|about:blank)$/,
  error: "words",
  errors: "words",
  error_description: "words",
  message: "words",
  title: "words",
  detail: "words",
  details: "words",
  reason: "words",
  description: "words",
  name: "words",
  status: "number",
  statusCode: "number",
  traceId: "label",
  requestId: "label",
  instance: "label",
  // Secrets by their names: the names say what they are
  connectionId: "label",
  connectionToken: "label",
  ConnectionId: "label",
  ConnectionToken: "label",
  reconnectionToken: "label",
  accessToken: "label",
  AccessToken: "label",
  access_token: "label",
  token: "label",
  auth: "data",
  sid: "label",
  pid: "label",
  offset: "label",
  userId: "label",
  fromUserId: "label",
  user: "label",
  username: "label",
  email: "label",
  password: "label",
};

/** The largest number that stands under a name and is nobody's: what was set, a code, or a running number. */
export function largestNumber(name: string): number {
  if (/^code$|^status/.test(name)) return 999;
  return /(?:Timeout|Interval|Payload|Seconds|Delay)$/.test(name) ? 1e9 : 99_999;
}
