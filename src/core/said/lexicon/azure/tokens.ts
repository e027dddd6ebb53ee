import { messages } from "../message.js";
import { signalr } from "./speakers.js";

/** What is said of access tokens: their size, their signature, their lifetime, their roles. */
export const AZURE_TOKENS = messages({
  "access-token-over-4k": {
    protocol: "signalr",
    phase: "negotiate",
    pattern: /access ?token must not be longer than|longer than 4K|AccessTokenTooLongException/i,
    means: "The service's SDK refuses an access token of more than 4 KB.",
    shows: { status: 413 },
  },
  "request-line-over-limit": {
    pattern:
      /(request[- ]?)?ur[il][- ]too[- ](long|large)|\b414\b|\b431\b|request header (fields|or cookie)? ?too (large|long|big)|request headers? too (long|large)|header (size|length|field).{0,40}(exceed|limit|too)|size of the request headers|maxQueryString|query ?string .{0,30}(too long|length|exceed)|404(?:\.15\b| 15 \d)|MaxRequestHeaderFieldSize|MaxRequestLineSize|HPACK/i,
    means: "The request's URL or headers are over a limit.",
  },
  "token-long": {
    pattern:
      /(access[_ ]?tokens?|jwt|bearer|tokens?|(?<!or )cookie|claims?|roles?|groups?) .{0,60}(\b\d+ ?kb?\b|gets? (bigger|larger|longer)|way (bigger|larger)|too (large|long|big|many)|is (very |so )?(large|long|big)|exceed|over \d|larger than|longer than|size)|(large|long|big|huge|many|lots of|numerous) .{0,20}(token|jwt|claims|roles|\bAD groups|groups)\b/i,
    means: "The text speaks of a large token.",
  },
  "audience-wrong": {
    pattern:
      /failed to validate audience|IDX10214|audience validation failed|invalid audience|audience .{0,30}(not match|mismatch|invalid|wrong|not valid)|(unexpected|wrong|incorrect|mismatch\w*|different|bad) audience|\baud\b( claim)? .{0,20}\b(lacks?|missing|without|wrong|must (be|match|contain|include)|does(n.t| not) (match|contain|include))|"?aud"?\s*[:=]\s*"?(https?|wss?):\/\/[^/"]{1,100}\/\//i,
    means: "The token's audience is not the URL that was asked.",
  },
  "signature-wrong": {
    pattern:
      /IDX1050[0-9]|IDX10511|signature validation failed|signature key was not found|invalid signature|(generat|creat|issu)\w* (an? )?invalid (jwt |access )?tokens?|wrong (signing )?key|signed (with|by) .{0,30}\b(key of|other|another|old|different|secondary|wrong)\b|IDX10503|IDX10517|IDX10205|issuer validation failed|(unknown|invalid|wrong) issuer|invalid_token(?!.{0,60}expired)/i,
    means: "The token's signature or key is not accepted.",
  },
  "token-garbled": {
    pattern:
      /IDX127(41|09)|IDX14100|\bJWT (is not well formed|must have three segments)|CanReadToken\(\) returned false|\bjwt malformed\b/i,
    means: "What was sent as a token is none.",
  },
  "token-not-yet-valid": {
    pattern:
      /IDX10222|token .{0,20}not (yet )?valid (before|yet)|lifetime validation failed\. the token is not yet valid|clock (skew|drift|is (off|wrong|behind|ahead))|nbf\b/i,
    means: "The token is not valid yet by the other side's clock.",
  },
  "token-expired": {
    pattern:
      /IDX10223|TokenExpiredError|ExpiredSignature|signature has expired|\b(jwt|token)s?\b( \w+){0,3} (?<!\b(not|never|hasn.t|isn.t) )(expires|expire[sd]?|expiring|expiration|lapsed|(is )?no longer valid)\b|(same|old|stale|previous|expired|initial) (\w+ ){0,2}(token|credentials|jwt)s?\b.{0,60}re-?(connect|tr(y|ies))|re-?(connect|tr(y|ies))\w*\b.{0,60}\b(same|old|stale|previous|expired|initial) (\w+ ){0,2}(token|credentials|jwt)s?\b|Failed to ping server.{0,60}\b401\b|AccessTokenLifetime|\burls?\b.{0,60}\b(expired|expires|after it expire\w*)\b|expirationTimeInMinutes.{0,80}(expir|fail|no longer|40[13])|(old|stale|expired|same) .{0,20}(access )?(token|url)\b.{0,40}(re-?connect|old|expired)|url with the (old )?token is old|token (has )?(is )?(already )?expired|expired (access |jwt )?token|token'?s? lifetime|jwt expired|after (about |exactly |around )?(an|1|one) hour.{0,60}(401|unauthori|disconnect|fail)/i,
    means: "The access token has expired.",
  },
  "group-role-missing": {
    protocol: "web-pubsub",
    phase: "message",
    pattern:
      /does not have (the )?permission|\bForbidden\b.{0,60}\b(group|joining|publish\w*)\b|\bgroup\b.{0,60}\berror\w* (name )?Forbidden|"name"\s*:\s*"Forbidden"|(joinLeaveGroup|sendToGroup).{0,80}(role|permission|forbidden|denied|not allowed)|(role|permission|forbidden|denied).{0,80}(joinLeaveGroup|sendToGroup|join group|send to (the )?group)|(join|send)\w{0,20}( to)? ?(a |the )?group\w*.{0,80}(forbidden|denied|permission|fails?)|(can ?not|can't|unable to) (join|send)\w* .{0,30}group|\b(no|have(n't)?|not have|without|lacks?|missing) (the |any )?(permissions?|roles?).{0,40}\b(publish|join|send|groups?|topics?)\b|token .{0,20}(without|lacks?|no|missing) .{0,10}(roles?|permissions?)/i,
    means: "The token lacks the role for the group.",
  },
  "access-token-named": {
    ...signalr,
    pattern: /\baccess_token\b/i,
    means: "The query's access_token is named.",
    benign: true,
  },
  "duplicate-access-token": {
    ...signalr,
    pattern:
      /(two|duplicate\w*|multiple|own|custom|second|another) .{0,30}access_?token|access_token.{0,60}\b(too|as well|also|already|twice)\b|access_token=[^&\s]{1,200}&(.{0,80}&)?access_token=|multiple access tokens (are |were )?found/i,
    means: "The query carries an access_token of the application beside the service's.",
  },
  "service-url-bare": {
    protocol: "web-pubsub",
    side: "client",
    pattern:
      /(WebSocket|connect\w*|open|create_connection)\(\s?['"`]?wss:\/\/[^\s'"`?]{1,120}\/clients?\/[^\s'"`?]{1,80}['"`]|wss:\/\/[^\s'"`?]{1,120}\.webpubsub\.azure\.com\/client\/hubs\/[^\s'"`?]{1,60}['"`]?.{0,60}\b401\b|anonymous (connect\w*|clients?|access|user)\b.{0,20}(not|n.t|never) (be )?(allowed|enabled|on|permitted)|\b401\b.{0,100}\bwithout (an? |the |any )?(access[ _]?)?token\b|\bwithout (an? |the |any )?(access[ _]?)?token\b.{0,60}\b401\b|why .{0,30}need .{0,10}access[ _]?token/i,
    means: "The service is opened by its bare URL.",
  },
});
