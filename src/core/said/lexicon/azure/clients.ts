import { messages } from "../message.js";
import { webPubSub } from "./speakers.js";

/** What the service and its clients say of clients' connections, and why they ended. */
export const AZURE_CLIENTS = messages({
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
  "closed-on-first-send": {
    phase: "message",
    pattern:
      /\b(can ?not|can't|unable to) send (anything|any messages?|messages?)\b.{0,80}\b(code:? ?1000|clos(es?|ed)|disconnect\w*)|\b(when(ever)?|once|if|after|as soon as) (i|we|you|it|(the |a |my )?(clients?|user|browser|page)) (try to |tries to )?sen[dt]s?\b .{0,80}\b(clos(es?|ed|ing)|disconnect\w*|drop(s|ped)?)\b|\b(is |gets? |was )?(clos(es?|ed|ing)|disconnect\w*|drop(s|ped)?)\b .{0,40}(as soon as|whenever|when i|when the client|once|right after|immediately after) .{0,30}(sends?|sent|first message)\b|\b(clos(es?|ed|ing)|disconnect\w*|drop(s|ped)?)\b .{0,40}(after|when|on|upon|while) (the |a |any |my )?(first )?(\w{1,20}\. ?)?(send\b|sending\b|message (is )?sent)/i,
    means: "The connection ends as soon as something is sent.",
  },
  "service-maintenance": {
    phase: "close",
    pattern: /service reload|ServiceReload|ServerOffline|scheduled maintenance|maintenance|connection (was )?migrat/i,
    means: "The service closed the connection for maintenance.",
  },
  "service-transient": {
    phase: "close",
    pattern:
      /server returned an error on close: Internal server error|internal server transient error|ServiceTransientError|"type":\s*7,.{0,40}"error":\s*"Internal server error\.?"/i,
    means: "The service had a transient fault.",
  },
  "recovery-refused": {
    protocol: "web-pubsub",
    phase: "handshake",
    pattern: /1008.{0,60}recover|recover\w*.{0,60}\b1008\b|awps_reconnection_token.{0,120}\b(1008|refused|rejected)\b/i,
    means: "The service did not let the client resume its session.",
  },
  "service-ping-timeout": {
    protocol: "web-pubsub",
    phase: "close",
    pattern: /\b(Client)?PingTimeout\b/,
    means: "The service heard no ping from the client.",
  },
  "pubsub-client-named": {
    pattern: /\bWebPubSub(Service)?Client\b|\.webpubsub\.azure\.|\bazure-messaging-webpubsub|@azure\/web-pubsub/i,
    means: "A client of Web PubSub, or its address, is named.",
    benign: true,
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
  "app-server-closed": {
    side: "service",
    phase: "close",
    protocol: "signalr",
    pattern: /application server closed the connection/i,
    means: "The service tells that the application server closed the client's connection.",
  },
  "app-server-reported": {
    side: "service",
    phase: "close",
    protocol: "signalr",
    pattern: /application server closed the connection\.? {0,3}Server reported error: ?\w/i,
    means: "The application server told the service with which error it closed the connection.",
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
  "json-subprotocol-missing": {
    ...webPubSub,
    side: "client",
    pattern:
      /(without|no|forg[oe]t\w*|miss\w*|not (given|set|passed|specif\w*)|n.t (give|set|pass|specify)) .{0,40}json\.(reliable\.)?webpubsub\.azure|json\.(reliable\.)?webpubsub\.azure\.v1\S{0,4} .{0,40}\b(not|missing|forgot|n.t|was needed|is needed|is required|solved|fixed)\b|\b(treated|handled|arriv\w*|taken|receiv\w*) as (plain |raw )?text\b/i,
    means: "The client speaks JSON without its subprotocol.",
  },
});
