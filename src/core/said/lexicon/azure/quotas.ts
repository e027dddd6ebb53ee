import { messages } from "../message.js";

/** What is said of the quotas of a service's tier. */
export const AZURE_QUOTAS = messages({
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
  "few-connections-only": {
    pattern:
      /\b(more than|only|about|over|after|up to|beyond|max\w*( of)?) (about |have |get )?(\d{1,3}|five|six|ten|twenty) (concurrent |simultaneous |active |open )?(clients?|users?|connections?|sockets?)\b/i,
    means: "It fails beyond a small number of clients.",
    benign: true,
  },
});
