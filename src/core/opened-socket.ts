/**
 * Does this answer open a WebSocket? Over HTTP/1.1 it is 101; over HTTP/2 and 3 the browser asks with an extended CONNECT,
 * which any 2xx grants (RFC 8441, 9220). `version` as whoever saw it writes it: "HTTP/2.0 200 OK", "HTTP/2", "h3".
 */
export function opensSocket(status: number, version: string): boolean {
  return status === 101 || (status >= 200 && status < 300 && /^h(?:ttp\/)?[23]/i.test(version));
}
