import { messages } from "../message.js";

/** What the application does with its connection. */
export const SCENE_OF_USAGE = messages({
  "large-payload": {
    pattern:
      /(large|big|huge|long|larger|bigger) (\w+ ){0,2}(payload|message|packet|data|file|image|string|json|object|array|buffer|list|amount|text|content|upload|body)s?|MaximumReceiveMessageSize|\b\d+ ?(kb|mb|kib|mib|(kilo|mega|giga)bytes?)\b|\b(message|payload|packet|data|file|image|string|body|json)s?\b .{0,20}\b(is|are|was|were|be|gets?|seems?) ([a-z]+ ){0,2}(large|big|huge|long)\b|base64|upload(?!\w* .{0,24}\b(on|to|onto) (the |my |our |a )?(\w+ )?(host(ing)?|server|azure|iis|production|live|cloud)\b)|InputFile|file transfer|send(ing)? (an? )?(image|file|photo|video|blob)s?|too (big|large)|\b32 ?k\b|(?<!INCOMPLETE_|Transfer-Encoding: ?)chunk|\d{5,} (characters|chars|bytes|items|elements)|(certain|given|fixed) (amount|size|length|number of bytes)|certain \w{2,8} of data|certain data|\b(one|two|three|five|ten|a) (kilo|mega)bytes?\b|(emit|send|pass|post|transfer|pick|select)\w* (an? |the )?(\w+ )?(file|image|photo|picture|pdf|video)s?|(message|payload|data) size (is |was |gets )?(in|ex)c\w+|big data|pasted (images?|screenshots?|pictures?)|rich[- ]?text|\b(quill|tinymce|ckeditor|monaco|codemirror|summernote)\b|signature ?pad|(long|larg|bigg)er than (than )?\d+ ?(k|kb|m|mb)\b|\b(more|longer|larger|bigger) than (\w+\.? |~ ?)?\d[\d.,]{2,8} ?k? ?(characters|chars|letters|bytes)\b|\b(more|longer) than (\w+\.? |~ ?)?\d{2,4} ?k (characters|chars|letters)\b|paste (\w+ ){0,4}(text|content|image)/i,
    means: "Large data is sent.",
  },
  "many-messages": {
    pattern:
      /(many|lots? of|hundreds|thousands|rapid\w*|burst|quick succession|at once|in a loop|for loop|high (rate|frequency|volume)|flood|spam).{0,40}(messages?|events?|emits?|packets?|requests?)?/i,
    means: "Many messages are sent at once.",
  },
  "transports-option": {
    pattern:
      /\btransports?\b ?[:=]? ?\[|\bset\(\s?['"]transports|HttpTransportType\.|TransportType\.|options\.Transports/i,
    means: "The list of transports is named.",
  },
  "opened-by-polling": {
    pattern: /transport['"]?[=:] ?['"]?polling|\bpolling\b.{0,20}\b(request|got data|transport)/i,
    means: "A polling request is shown.",
  },
  "first-message-lost": {
    pattern:
      /(OnConnectedAsync|OnConnected|on connection).{0,80}(send|message|Clients\.Caller|emit)|(send|Clients\.Caller|message).{0,60}(in|from|inside|during) (the )?OnConnected(Async)?/i,
    means: "A message is sent in OnConnectedAsync.",
  },
  "middleware-named": {
    pattern:
      /UseSpa|MapFallback|UseRouting|UseEndpoints|UseSignalR|MapHub|UseMvc|app\.Run\(|UseWelcomePage|middleware|UseStaticFiles|order of|before UseAuth|default view|index\.html|fallback|wildcard route|app\.get\(['"]\*/i,
    means: "The order of middleware or a fallback route is named.",
  },
});
