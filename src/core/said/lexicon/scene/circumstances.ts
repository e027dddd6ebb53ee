import { messages } from "../message.js";

/** When it happens, how often, and what makes a difference. */
export const SCENE_OF_CIRCUMSTANCES = messages({
  "cached-page": {
    pattern:
      /(cached|stale|outdated) (\w+ ){0,3}(page|html|index|host|version|document|script|markup)|(page|html|index|host page|script) .{0,30}(from|in) (the )?(browser )?cache|back button|bfcache|hard (refresh|reload)|ctrl ?\+? ?f5|clear(ing|ed)? (the |my )?(browser('s)? )?cache|no-store/i,
    means: "A cached page is named.",
  },
  deployed: {
    pattern:
      /(after|since|when|once|every|on) (a |an |the |each |every |i |we |my |our )?(\w+ )?(re-?)?(deploy|reload|rebuild|publish|restart|app pool|recycl|updat|releas|upgrad)\w*|new (version|deployment|release)|redeploy|\bapp(lication)? ?pool\b.{0,20}\brecycl\w*/i,
    means: "It began with a deployment, an update or a restart.",
  },
  "deployment-under-way": {
    pattern:
      /\b(due to|because of|during|while|whenever|every time|each time) (\w+ ){0,4}(is |was |being |gets? |getting )?(install(s|ed|ing)?( an?| the)?( new)? (plug-?in|module|extension|theme)|deployed|re-?deployed|updated|restarted|republished|recycled|(re-?)?deployments?|restarts?|recycling|recycles|deploys?)\b/i,
    means: "A deployment, an update or a restart of the server is under way.",
  },
  upgraded: {
    pattern:
      /(after|since|when|once) (i |we )?(upgrad|updat|migrat|mov|bump|switch)\w* .{0,60}|\b(I|we|ve|have|had|just|recently) (just |recently |finally )?(upgraded|updated|migrated|bumped) .{0,60}\b(to|from)\b|(after|since) (the |an? |our |that )?([\w.]+[ -]){0,3}(update|upgrade|migration)\b|\b(I|we) (upgrade|update|migrate|move|switch) .{0,40}\bto v?\d+\.\d|\b(was|were|been) (working|fine|ok) (\w+ )?before\b|\bworked (\w+ )?before\b|regression|used to work|(work(s|ed|ing)? (fine |well |great |perfectly )?(in|with|on|before|using|under)) ([\w.-]{2,30}[ @])?(v(ersion)? ?)?\d+\.|\bwork(s|ed|ing)? (\w+ )?(in|with|on|under|using) ([\w.-]{1,30}[ @])?v?\d+\.\d|(?<!referrer-when-)downgrad|there was (an?|the) .{0,30}(update|upgrade|release)\b|roll(ed|ing)? ?back|in version \d|since v?\d+\.\d+/i,
    means: "It began with another version of something.",
  },
  reconnects: { pattern: /re-?connect(s|ed|ing|ion)?\b/i, means: "It happens on reconnect." },
  intermittent: {
    pattern:
      /sometimes|\brandom(ly)?\b(?! (ports?|ids?|strings?|numbers?|tokens?|keys?|names?|usernames?|bytes)\b)|intermittent|occ?ass?ional|sporadic|every (second|other|2nd|third|3rd) (time|request|attempt|try|refresh|reload|load|page)|\b(one|1) (of|in|out of) (two|three|four|[2-5])\b|half (of )?the|(several|multiple|many|a few|some) (tries|attempts|retries)|(eventually|finally) (connect|work)s?\b|from time to time|not always|\b50 ?%|偶尔|有时|时好时坏|\ba veces\b|\bmanchmal\b|иногда|\bparfois\b|às vezes|たまに/i,
    means: "It happens now and then.",
  },
  repeated: {
    pattern:
      /continu(al|ous)\w*|endless\w*|\bconstant(ly)?\b(?! ?[=:])|keeps? (on )?\w+ing|over and over|again and again|infinite(ly)?|(?<!\b(event|run|main|game|for|while)[ -])\bloop(s|ed|ing)?\b(?! ?(back|hole|\())|repeated(ly)?|every (few )?(second|minute)|non-?stop|forever/i,
    means: "It happens over and over.",
  },
  "no-event": {
    pattern:
      /(connect(ed)?|event|callback|handler|listener|on\(.{0,20}\)) .{0,40}(never|not|n't) (gets? )?(fire|called|trigger|emit|invok|received?)\w*|never (fires?|connects?|gets? ["']?(called|fired|connected)|receiv\w*)|(not|n't) (firing|receiving|fire|trigger)|no (error|response|logs?|events?)\b|nothing happens|silent(ly)?|stays? disconnected|connected ?[:=]+ ?false|(can ?not|can't|unable to|not able to|does ?n.t|do ?n.t|did ?n.t) (receive|get|hear|emit|view|listen to|pass) (any )?(message|event|data|anything|response)\w*|never (reach|return)(es|s|ed)?\b|\bhangs?\b|just (would|does|did) ?n.t connect|(not|n't|never) (return|complete|finish|come ?out|continue)\w*/i,
    means: "Nothing happens, and no error is told.",
  },
  "incident-words": {
    pattern:
      /suddenly|of a sudden|out of nowhere|(since|from) (yesterday|today|this morning|last (night|week))|without (any )?changes?|no changes|works? (fine )?(again|now)|worked (fine )?(until|for (weeks|months|years))|started (happening|failing|getting|seeing)|outage|incident|region\b|restart\w* (the )?(azure )?(signalr |web ?pubsub )?(service|instance|resource)\b|(two|some|one) of (them|our|the) .{0,30}(badly|fail|affected)|identical .{0,40}(services|instances|resources)/i,
    means: "It began without a change of the application.",
  },
  "works-locally": {
    pattern:
      /(work(s|ed|ing)?|fine|ok|good|connects?|no (problem|issue)s?)( \w+){0,4} (local|lo\w{2,4}host|on (my|localhost|dev)|in (dev|debug|visual studio)|localhost)|local(ly|host)?.{0,30}(works?|fine|ok|good|no (problem|issue))/i,
    means: "It works locally.",
  },
  "works-elsewhere": {
    pattern:
      /(works?|working|worked|connects?|connected|fine|ok|no (issues?|problems?)|able to|successful\w*|easily)\b.{0,50}\b(from|in|with|using|via|on|by|through) (a |an |the |my |our |plain |other |another )?(web|browsers?|chrome|java ?script|js|node(\.?js)?|postman|python|angular|react|website|insomnia|firecamp|other clients?)\b|\b(web|browsers?|java ?script|js|node(\.?js)?|postman|python) (socket\.?io )?(client|version|code|app|one)s? .{0,20}(works?|connects?|has no|have no|is (ok|fine))|accepts? connections? from/i,
    means: "With another client it works.",
  },
  "browser-alone-fails": {
    pattern:
      /\beditor\b.{0,60}\bweb ?gl\b.{0,60}(\bnot\b|n.t\b|\bfails?\b)|\b(works?|working|fine|ok|succe\w+)\b.{0,30}\b(in|with|from|using|via|by) (the |a |an |my |our )?(\.net|dotnet|c#|console|desktop|wpf|winforms|maui|xamarin|java\b(?! ?script)|android|ios|mobile|native|postman|insomnia|curl|python)\b.{0,200}\b(browser|chrome|javascript|js|angular|react|page|web app|front-?end|cors)\b|\b(browser|chrome|javascript|js|angular|react|page|front-?end|@\w+\/signalr)\b.{0,160}\b(works?|working|fine|ok|succe\w+)\b.{0,40}\b(in|with|from|using|via|by|when connecting with) (the |a |an |my |our )?(\.net|dotnet|c#|console|desktop|wpf|winforms|maui|xamarin|java\b(?! ?script)|android|ios|mobile|native|postman|insomnia|curl|python)\b/i,
    means: "Outside a browser it works.",
  },
  "works-over-http": {
    pattern:
      /(works?|fine|ok|normal(ly)?|runs?|running|connect(s|ed)?) ?(well|fine|normally|ok)? .{0,30}(over|in|with|via|on|using|without) (plain |the )?(http\b(?!:)|http:.{1,80}not .{0,20}\bhttps|ssl)|(over|in|with|on|using) http\b .{0,40}(works?|fine|ok\b|connects?)|without ssl.{0,40}(works?|normal|fine)|switch\w* to https|http\b.{0,40}-+> ?ok/i,
    means: "Over http it works, over https it does not.",
  },
  "works-over-https": {
    pattern:
      /(works?|working|fine|ok|trick) .{0,30}(if |when )?(i |we )?(over|in|with|via|on|us(e|ing)) https|us(e|ing) https.{0,40}(works?|trick|solve[sd]?|fix\w*|help\w*)|https?,? (but )?(just )?not (with|over|in) http\b/i,
    means: "Over https it works, over http it does not.",
  },
  "does-not-connect": {
    pattern:
      /\b(connections?|sockets?|hub|signalr)\b.{0,40}(\bnot|\bnever|n't|\bcannot|\bunable to|\bfails? to|\bfailed to) (be |get )?(establish|connect|work|start|open)\w*|\b(can ?not|can.t|could not|couldn.t|unable to|not able to|fails? to|failed to) (connect|establish|start|open)\b/i,
    means: "The connection does not come about.",
  },
  "release-only": {
    pattern:
      /debug (mode|build|version)\b.{0,100}\b(release|production build|apk)|(in|on|with|a|the) release (build|mode|version|apk)\b.{0,60}(not|n't|fail|never)|(works?|fine|ok) (in|on|with) debug\b|release (build|mode|apk)\b.{0,60}\bdebug\b.{0,16}\b(works?|ok|fine)\b/i,
    means: "The build for release fails, the one for debugging works.",
  },
  "dev-server-only": {
    pattern:
      /\bworks?\b.{0,30}\bdev(elopment)?\b.{0,200}\b(production|prod|built|build)\b|\bbuild\b.{0,20}(->|&&|and|then).{0,20}\b(npm|yarn|pnpm) (run )?(start|preview)\b/i,
    means: "It works with the development server, not with what was built for production.",
  },
  "proxy-removed-fails": {
    pattern:
      /(shut ?down|stopp?(ed)?|disabl\w+|remov\w+|without|bypass\w*|turn\w* off) (my |the |our )?(nginx|apache|proxy|reverse proxy|cloudflare|load balancer|gateway)\b.{0,50}\b(still|persists?|same|also|doesn't help|no (luck|difference|change))/i,
    means: "Without the proxy it fails as well.",
  },
  "connects-late": {
    pattern:
      /\b(after|takes?|hangs? for|waits?( for)?) (only |about |around |approximately |typically |~ ?)?(a few|some|several|\(?~?\d{1,3}) ?(s|secs?|seconds)\b.{0,80}\b(connects?|loads?|works?|continues?)\b|\b(connects?|loads?|works?)\b.{0,40}\bafter (about |around |~ ?)?\d{1,3} ?(s|secs?|seconds)\b/i,
    means: "It works in the end, some seconds late.",
  },
  "proxy-removed-works": {
    pattern:
      /(by|via|through|access\w*|at|over) (https?:\/\/)?(localhost|127\.0\.0\.1):\d{2,5}\S{0,12}( directly)?,? .{0,30}\b(no (issues?|problems?)|works?|fine|ok|immediately)\b|port-forward\w*.{0,80}(works?|fine|as expected)|(from )?(within|inside) the cluster.{0,60}(works?|fine|ok\b|without (a )?problem)|(direct(ly)?|without (the )?(proxy|nginx|gateway|load balancer|cloudflare)|bypass\w*).{0,60}(works?|fine|ok|connects?)|(works?|fine|ok|connects?).{0,60}(directly|without (the )?(proxy|nginx|gateway|load balancer|cloudflare))/i,
    means: "Without the proxy it works.",
  },
});
