import { messages } from "../message.js";

/** Who is let in: tokens, cookies, other origins. */
export const SCENE_OF_ACCESS = messages({
  jwt: {
    pattern:
      /\bjwt\b|bearer|access_?token|accessTokenFactory|\[Authorize\]|OnMessageReceived|identity ?server|auth0|keycloak|okta|AddJwtBearer/i,
    means: "The client authenticates with a bearer token.",
  },
  authenticated: {
    pattern:
      /authenticat(e|es|ing|ion)\b|\bAuthorize\b|(log|sign)(s|ged|ging|ed|ing)? ?in\b|azure ?ad\b|\bentra\b|identity ?server|RequireAuthorization|needs? (auth|authorization)/i,
    means: "The hub is behind authentication.",
  },
  "query-token": {
    pattern:
      /query ?string.{0,60}token|token.{0,60}query ?string|access_token=|OnMessageReceived|QueryString.{0,10}\[/i,
    means: "A token in the query is named.",
  },
  "token-not-read": {
    pattern:
      /(does ?n.t|do ?n.t|not|never) (read|look|check|take|find|use)\w* .{0,60}query|only .{0,20}(reads?|looks?|checks?|from) .{0,40}header|OnMessageReceived|TokenRetriever|token .{0,30}from (the )?query/i,
    means: "Whether the server reads the token from the query is in question.",
  },
  "works-without-token": {
    pattern:
      /(without|no|not (attach|send|pass|add|includ)\w*) (the |a |an |any )?(access )?token.{0,60}(work|succe|connect|fine)|(works?|succeeds?|connects?|fine) .{0,40}without (the |a |an |any )?(access )?token/i,
    means: "Without the token it connects.",
  },
  "windows-auth": {
    pattern: /windows auth\w*|\bNTLM\b|kerberos|negotiate auth|UseDefaultCredentials|active directory/i,
    means: "Windows authentication is in use.",
  },
  cookies: {
    pattern: /\bcookies?\b|withCredentials|SameSite/i,
    means: "Cookies or credentials are named.",
  },
  "other-site": {
    pattern:
      /cross[- ](domain|origin|site)|(different|another|other|separate|third[- ]party|3rd party|sub-?) ?(sub)?(domains?|origins?|sites?)\b|two (distinct|separate|different) apps|\b(client|front-?end|ui)\b.{0,60}\b(domain|host|heroku|netlify|vercel)\b.{0,80}\b(api|server|back-?end)\b/i,
    means: "Page and server are of different sites.",
  },
  "proxied-cors": {
    pattern:
      /(add_header|Header set|customHeaders|httpProtocol).{0,30}Access-Control|Access-Control-Allow-Origin.{0,40}(nginx|apache|web\.config|proxy)|proxy .{0,60}(strip|remov|overwrit|chang|add)\w* .{0,40}(CORS|header)/i,
    means: "A proxy's CORS headers are named.",
  },
  "role-given": {
    pattern:
      /(?<!\b(after|once|until|when|if|unless|whether|no|not|n't|without)\b.{0,30})\b(roles?|owner|app server|contributor)( to (the|my|our) [\w ]{0,30}\w)? (is|are|was|were|has been|have been) (already |correctly |also |both )?(assigned|granted|given|set|added|in place)\b|(?<!\b(after|once|until|when|if|unless|not|n't)\b.{0,30})\b(already|have|has|we|I) (assigned|granted|gave|given|added|has|have) (\S+ ){0,6}(roles?|owner|app server|contributor)\b(?!.{0,80}\b(fix\w*|solved|works? now|helped)\b)/i,
    means: "The role is said to be assigned.",
    claimed: true,
  },
  "origin-listed": {
    pattern:
      /\bCORS (is|has been) (already |correctly )?(enabled|configured|set)\b|WithOrigins|cors_allowed_origins|SetIsOriginAllowed|AddCors|UseCors|enableCors|EnableCors|cors\(\)|cors: ?\{|origin: ?['"[]/i,
    means: "CORS is configured on the server.",
  },
});
