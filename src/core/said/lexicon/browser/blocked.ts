import { messages } from "../message.js";

const client = { side: "client" } as const;

/** What browsers, their policies and their extensions print of requests that they do not let go. */
export const BLOCKED_MESSAGES = messages({
  "mixed-content": {
    ...client,
    phase: "connect",
    pattern:
      /mixed (active )?content|mixed display content|insecure (WebSocket|XMLHttpRequest|resource|script) ?(connection|endpoint)?|not allowed to (run|display) insecure content|(https|secure) page .{0,60}(insecure|http:|ws:)|must be available over WSS|served over HTTPS|An insecure WebSocket connection may not be initiated|SecurityError: The operation is insecure|blocked .{0,30}insecure/i,
    means: "An https page asked an http or ws address.",
  },
  "csp-blocked": {
    ...client,
    phase: "connect",
    pattern:
      /Content[- ]Security[- ]Policy|violates the following .{0,40}directive|(connect|default)-?src\b|\bCSP\b|helmet\b.{0,60}\b(block|prevent|forbid|den(y|ies))|refused to connect to .{0,160}(because|violates)/i,
    means: "The page's Content-Security-Policy did not let it connect.",
  },
  "extension-blocked": {
    ...client,
    pattern: /ERR_BLOCKED_BY_CLIENT|ad[- ]?block|ublock|browser extension/i,
    means: "A browser extension blocked the request.",
  },
  "local-network-blocked": {
    ...client,
    pattern:
      /access the .?(loopback|local|private).? address space|local network access|private network access|more-private address space|loopback-network|LocalNetworkAccess|InsecurePrivateNetwork/i,
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
