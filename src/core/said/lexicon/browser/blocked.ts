import { messages } from "../message.js";

const client = { side: "client" } as const;

/** What browsers, their policies and their extensions print of requests that they do not let go. */
export const BLOCKED_MESSAGES = messages({
  "mixed-content": {
    ...client,
    phase: "connect",
    pattern:
      /mixed content: |mixed (active|display) content|insecure (WebSocket|XMLHttpRequest|resource|script) (connection|endpoint)|not allowed to (run|display) insecure content|must be available over WSS|must be served over HTTPS|An insecure WebSocket connection may not be initiated|blocked .{0,30}insecure/i,
    means: "An https page asked an http or ws address.",
  },
  "mixed-content-named": {
    ...client,
    phase: "connect",
    pattern:
      /(?<!\b(no|not|without|never) (\w{1,12} )?)mixed (active )?content\b|insecure (WebSocket|XMLHttpRequest|resource|script)\b|(https|secure) page .{0,60}(insecure|http:|ws:)|SecurityError: The operation is insecure/i,
    means: "A secure page and an insecure address are named.",
  },
  "csp-blocked": {
    ...client,
    phase: "connect",
    pattern:
      /violates the .{0,60}(directive|policy)|refused to connect to .{0,160}(because|violates)|Content[- ]Security[- ]Policy.{0,120}(blocked|refused|violat)|(blocked|refused|violat\w+|forbidden|prevented|not allowed) by .{0,20}(Content[- ]Security|\bCSP\b)/i,
    means: "The page's Content-Security-Policy did not let it connect.",
  },
  "csp-named": {
    ...client,
    phase: "connect",
    pattern:
      /(?<!\b(no|not|without) (\w{1,12} )?)(Content[- ]Security[- ]Policy(?!: ?["']?[a-z]+-(src|ancestors))|(connect|default)-?src\b|\bCSP\b)|helmet\b.{0,60}\b(block|prevent|forbid|den(y|ies))/i,
    means: "A Content-Security-Policy is named.",
  },
  "extension-blocked": {
    ...client,
    pattern: /ERR_BLOCKED_BY_CLIENT|ad[- ]?block|ublock|browser extension/i,
    means: "A browser extension blocked the request.",
    stands: true,
  },
  "local-network-blocked": {
    ...client,
    pattern:
      /access the .?(loopback|local|private).? address space|(local|private) network access\b(?! to\b)(?!.{0,60}private endpoint)|more-private address space|loopback-network|LocalNetworkAccess|InsecurePrivateNetwork/i,
    means: "The browser's local network access rule stopped the request.",
  },
  "fetch-failed": {
    ...client,
    pattern:
      /TypeError: Failed to fetch|Error from HTTP request|NetworkError when attempting to fetch|network request failed|Network Error\b|TypeError: (Load failed|NetworkError)/i,
    means: "The request got no answer that the page may read.",
    shows: { status: 0 },
  },
  "http2-refused": {
    pattern:
      /ERR_HTTP2_\w+|ERR_SPDY_PROTOCOL_ERROR|RST_STREAM|extended connect|http\/?2 .{0,40}web ?socket|web ?socket.{0,40}http\/?2\b/i,
    means: "The trouble is one of HTTP/2.",
  },
  "client-proxy-failed": {
    side: "client",
    pattern:
      /ERR_SOCKS_\w+|NS_ERROR_PROXY_CONNECTION_REFUSED|proxy (server )?(is )?refusing connections|SOCKS (server|proxy) .{0,40}(fail|refus|unreachable)/i,
    means: "The browser's or client's own proxy did not let the connection through.",
  },
  "service-worker": {
    ...client,
    pattern: /service ?worker|ngsw/i,
    means: "A service worker is named.",
    benign: true,
  },
});
