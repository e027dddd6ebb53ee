import { messages } from "./message.js";

/** What people say of the settings of proxies and platforms. */
export const PROXIES = messages({
  "proxy-websocket-switch": {
    side: "proxy",
    channel: "websocket",
    pattern:
      /(tick|check|toggl|enabl|activat|turn|switch)\w* (on )?(the )?['"`]?web ?sockets? support\b|web ?sockets? support['"`]? .{0,24}\b(off|disabled|unchecked|not (ticked|checked|enabled|on))\b|(enabl|turn\w* on|allow|toggl|support|activat)\w* (the )?web ?sockets? .{0,24}\b(cloudflare|nginx|apache|caddy|traefik|haproxy|npm\b(?! (i|install|run))|synology|plesk|caprover|dokku|coolify|(reverse )?proxy)\b|(cloudflare|nginx|apache|caddy|traefik|haproxy|synology|plesk|caprover|dokku|coolify|(reverse )?proxy)\b.{0,60}(enabl|turn\w* on|allow|toggl|activat)\w* (the )?web ?sockets?\b/i,
    means: "The switch of a proxy for WebSockets is named.",
    benign: true,
  },
  "platform-port-in-url": {
    pattern:
      /\.(herokuapp\.com|onrender\.com|up\.railway\.app|glitch\.me|fly\.dev|azurewebsites\.net|run\.app|vercel\.app|netlify\.app|appspot\.com):(?!443\b|80\b)\d{2,5}\b/i,
    means: "The client names a port at a platform that is reached by 443 only.",
  },
  "gateway-lacks-route": {
    side: "proxy",
    pattern:
      /default backend ?- ?404|"message"\s?:\s?"(Missing Authentication Token|Resource not found|no Route matched with those values)"|no route matched with those values|UnableToFindDownstreamRoute|failed to match route configuration|"404 page not found"/i,
    means: "A gateway answered that it has no route for this host and path.",
    shows: { status: 404 },
  },
  "cloudflare-answered": {
    side: "proxy",
    pattern: /\bcf-ray\b|\bserver: ?cloudflare|\bExpect-CT: max-age/i,
    means: "Cloudflare wrote the answer.",
    stands: true,
    benign: true,
  },
  "request-filter-named": {
    side: "proxy",
    pattern:
      /\bmod_?security\b|\bimunify|\bwordfence\b|\b(comodo|owasp|sucuri|aws|azure|f5|front door|app(lication)? gateway|cloudflare|our|my)('s)? (own )?(waf|web application firewall)\b|\bWAF (v2|policy|rules?)\b|Microsoft-Azure-Application-Gateway\/v2/i,
    means: "A filter of requests in front of the application is named.",
  },
  "upgrade-with-content": {
    side: "server",
    phase: "message",
    pattern: /requests with '?Connection: ?Upgrade'? cannot have content/i,
    means: 'Kestrel refused a request that had a body and "Connection: Upgrade" as well.',
    shows: { status: 400 },
  },
  "proxy-inspects": {
    pattern:
      /\b(proxy|firewall|gateway|web filter)\b.{0,60}\b(scans?|scanning|inspects?|inspecting|buffers?|buffering)\b.{0,30}\b(content|traffic|responses?|requests?|packets?|process)?|\b(content|traffic)[- ](scann|inspect)\w+/i,
    means: "A proxy on the way scans or keeps back what passes through it.",
    benign: true,
  },
  "upstream-unreachable": {
    side: "proxy",
    pattern:
      /reset reason: (remote )?connection failure|no healthy upstream|connect\(\) failed|no live upstreams|host not found in upstream|failed to make connection to backend|no available destinations\b|error connecting to downstream|\bANCM Out-Of-Process Startup/i,
    means: "The proxy could not even connect to the application.",
  },
  "upstream-read-timed-out": {
    side: "proxy",
    pattern:
      /upstream timed out .{0,60}while reading (upstream|response header from upstream.{0,300}(transport=polling|hubs?\/\w{0,40}\?id=|[?&]connectionToken=))/i,
    means: "nginx waited in vain for the application to send.",
  },
});
