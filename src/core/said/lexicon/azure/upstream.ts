import { messages } from "../message.js";
import { service, signalr, webPubSub } from "./speakers.js";

/** What is said of upstreams: event handlers, what they answer, and the tunnel to a local one. */
export const AZURE_UPSTREAM = messages({
  "upstream-silent": {
    phase: "connect",
    pattern:
      /eio server cannot handle connect request|event ?handler .{0,80}(timed out|timeout \d+ ?ms|(not|n.t) (respond|answer)\w* (in time|within|fast enough))|\b(connect event|(connect|event) ?handler)\b.{0,60}\b(takes?|took|needs?|needed|longer|more) .{0,20}\b(\d+|five|ten) ?(s|sec|seconds)\b|upstream (request )?timed out.{0,80}event ?handler|upstream .{0,20}timed out.{0,200}(webpubsub|signalr|azure)/i,
    means: "The handler of connect did not answer in time.",
  },
  "upstream-invocation-failed": {
    ...signalr,
    phase: "message",
    pattern: /Invocation failed, status code \d{3}/i,
    means: "The service called the upstream for an invocation, and the upstream answered with an error.",
  },
  "trigger-not-invoked": {
    pattern:
      /(web ?pub ?sub|hub) event ?handlers? .{0,40}(not|never|n.t) (be(ing)? |been |get(ting)? )?(invok|fir|call|trigger|hit|execut)\w*|trigger\w{0,20}( function)? .{0,30}(not|never|n.t) (be(ing)? |been |get(ting)? )?(invok|fir|call|trigger|hit|execut|run|work)\w*/i,
    means: "The function with the trigger is never called.",
    benign: true,
  },
  "upstream-refused": {
    ...webPubSub,
    pattern:
      /got unexpected response with status code \d+|HttpHandlerUnexpectedResponse|upstream .{0,40}(return(s|ed)|respond(s|ed)|status) .{0,20}[45]\d\d/i,
    means: "The event handler answered the service with an error.",
  },
  "upstream-refused-404": {
    ...webPubSub,
    pattern: /unexpected response with status code 404|HttpHandlerUnexpectedResponse.{0,40}\b404\b/i,
    means: "The event handler answered 404.",
  },
  "upstream-refused-auth": {
    ...webPubSub,
    pattern:
      /unexpected response with status code 40[13]|HttpHandlerUnexpectedResponse.{0,40}\b40[13]\b|\bres\.fail\(\s?40[13]|\b(handleConnect|connect (event )?handler|(event ?handler|upstream)( for| of)? connect)\b.{0,80}\b(40[13]\b|unauthorized|forbidden)/i,
    means: "The event handler answered 401 or 403.",
  },
  "upstream-refused-5xx": {
    ...webPubSub,
    pattern:
      /unexpected response with status code 5\d\d|HttpHandlerUnexpectedResponse.{0,40}\b5\d\d\b|\bupstream\b.{0,60}\b(return|respond)(s|ed) .{0,20}\b5\d\d\b/i,
    means: "The event handler answered with a server error.",
  },
  "upstream-target-invalid": {
    ...webPubSub,
    pattern: /request (server )?is denied as target server is invalid|request is denied as target server is invalid/i,
    means: "The event handler's SDK does not accept this service endpoint.",
  },
  "upstream-missing": {
    ...webPubSub,
    pattern:
      /EventHandlerNotFound|upstream not found for|no (upstream|event handler) (is |was |has been )?(found|configured|registered|set|matches)|no event handlers?$|\bhub settings? (is|are) (empty|missing)|no event ?handlers? (in|on|for|under|among)\b|\b(had|have|has|was|is|were|are|with) no event ?handlers?\b|event ?handlers? (was|is|were|are)(n.t| not) (set|configured|registered|added|there)|event ?handlers? (was|is|were|are) never (set|configured|registered|added)|event handler .{0,30}(not (found|configured|registered|set)|missing)|(not|n't|never) (set up|configure|register)\w* .{0,30}event ?handler/i,
    means: "No event handler is registered for the event.",
  },
  "upstream-response-unexpected": {
    side: "service",
    protocol: "signalr",
    phase: "message",
    pattern: /response for \{?hub\}?=.{0,160} is unexpected: (NotFound|Unauthorized|Forbidden|BadRequest)/i,
    means: "The emulator of the service got no good answer at the upstream's URL.",
  },
  "upstream-url-named": {
    ...service,
    pattern:
      /upstream (url|settings|endpoint|template)|\/runtime\/webhooks\/(signalr|webpubsub)|event ?handler (url|endpoint|settings)/i,
    means: "The upstream's URL is named.",
    benign: true,
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
  "upstream-threw": {
    ...webPubSub,
    side: "server",
    pattern:
      /(?<!negotiate )\b(trigger\w{0,20}|function( app)?s?(?! negotiate)|event ?handlers?|web ?hooks?|upstream|extension)\b.{0,120}\b(throws?|threw|thrown|NullReference\w*|\w{1,60}Exception|(with |status |returns? |a )500)\b|\b(NullReference\w*|\w{1,60}Exception|500)\b.{0,80}\b(WebPubSubTrigger|event ?handler|web ?hook|upstream)/i,
    means: "What handles the events failed with an exception.",
  },
  "upstream-answers-404": {
    ...webPubSub,
    side: "server",
    pattern:
      /\b(event ?handlers?|trigger\w{0,20}( function)?|function( app)?s?(?!\()|web ?hooks?|upstream|ngrok|middleware)\b.{0,80}\b(return|answer|respond|show|give|get|got|report|result|register)\w* .{0,40}\b404\b|\b(POST|OPTIONS) \S{0,80}event-?handler\S{0,60} {1,40}404\b|\[Upstream\].{0,20}\b404\b|\bawps-tunnel\b.{0,120}\b404\b|\b(connect(ed)?|disconnected|user|system) events?\b.{0,60}\b(returns?|returned|gets?|got|answer\w*|respond\w*|with|gives?) (a |an |status )?404\b/i,
    means: "What handles the events answers 404.",
  },
});
