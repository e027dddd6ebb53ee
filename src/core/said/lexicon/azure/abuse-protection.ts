import { messages } from "../message.js";
import { webPubSub } from "./speakers.js";

/** What is said where Web PubSub asks an event handler whether it wants its events (CloudEvents' abuse protection). */
export const AZURE_ABUSE_PROTECTION = messages({
  "abuse-no-allowed-origin": {
    ...webPubSub,
    pattern:
      /abuse protection .{0,160}missing allowed origins?|MissingAllowedOrigin|WebHook-Allowed-Origin.{0,60}\b(not found|missing|absent|lack\w*|(not|never) (set|sent|returned|present))|(n.t|\bnot|without|lacks?|missing|forgot|never) .{0,50}WebHook-Allowed-Origin/i,
    means: "The event handler's OPTIONS answer lacks WebHook-Allowed-Origin.",
  },
  "abuse-status": {
    ...webPubSub,
    pattern:
      /(validat\w+ .{0,20}event ?handler|event ?handler .{0,20}validat\w+).{0,60}\b[45]\d\d\b|abuse protection .{0,160}failed: ?\d{3}|abuse ?protection\b.{0,120}\b(40[345]|415|5\d\d)\b|\b(web ?hook|event ?handler)\w*\b.{0,120}\bOPTIONS\b.{0,60}\b(40[345]|415|5\d\d)\b|\bOPTIONS\b.{0,60}\b(40[345]|415|5\d\d)\b.{0,120}\b(web ?hook|event ?handler)|AbuseProtectionResponseInvalidStatusCode/i,
    means: "The event handler's OPTIONS answer had an error status.",
  },
  "abuse-unauthorized": {
    ...webPubSub,
    pattern:
      /abuse protection .{0,160}failed: ?401|401 .{0,40}abuse protection|AbuseProtection\w* .{0,40}401|(validation|event ?handler|upstream|webhook).{0,120}\b401\b.{0,120}(\bcode\b|\bkey\b)|\b401\b.{0,120}(validation|event ?handler|webhook).{0,80}(\bcode\b|\bkey\b)|(\bcode=|_extension\b).{0,120}\b401\b/i,
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
      /abuse protection validation for .{0,160}failed\.|AbuseProtectionResponseFailed|abuse protection .{0,160}(name or service not known|timed? ?out|refused|no such host)|\b(web ?hook|event ?handler)\b.{0,160}\b(can ?not|can.t|could ?n.t|unable to|not able to) (be )?reach\w*|\b(can ?not|can.t|could ?n.t|unable to|not able to) reach\w* .{0,40}\b(web ?hook|event ?handler)/i,
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
});
