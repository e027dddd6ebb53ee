import { halves, negotiate, type Plant, socket } from "./planted-entry.js";

/** Headers hold no letters beyond Latin-1, so those secrets travel encoded. */
const legible = (secret: string) => (/^[\x20-\x7e]*$/.test(secret) ? secret : encodeURIComponent(secret));
const asked =
  (name: string, value = (secret: string) => secret): Plant =>
  (secret, where) => ({
    entries: [negotiate(where, { requestHeaders: [[name, value(legible(secret))]] })],
  });
const answered =
  (name: string, value = (secret: string) => secret): Plant =>
  (secret, where) => ({
    entries: [negotiate(where, { responseHeaders: [[name, value(legible(secret))]] })],
  });
const agent = (system: string, runtime: string) =>
  `Microsoft SignalR/10.0 (10.0.1; ${system}; Browser; ${runtime}; Unknown Runtime Version)`;
const basic = (secret: string) => Buffer.from(`bob:${secret}`).toString("base64");
/** A cookie's value has no semicolon. */
const cookie = (secret: string) => encodeURIComponent(secret);

export const PLACES_IN_HEADERS: Record<string, Plant> = {
  "Authorization: Bearer": asked("Authorization", (secret) => `Bearer ${secret}`),
  "Authorization: Basic": asked("Authorization", (secret) => `Basic ${basic(secret)}`),
  "Authorization: no scheme": asked("Authorization"),
  "Authorization: unknown scheme": asked("Authorization", (secret) => `${secret} 1`),
  "Proxy-Authorization": asked("Proxy-Authorization", (secret) => `Digest username="${secret}"`),
  Cookie: asked("Cookie", (secret) => `lang=en; session=${cookie(secret)}`),
  "Cookie: quoted": asked("Cookie", (secret) => `a="${cookie(secret)}"`),
  "Cookie: without a name": asked("Cookie", (secret) => cookie(secret)),
  "Cookie: name": asked("Cookie", (secret) => `a=1; ${cookie(secret)}=1`),
  "Cookie: split over two": (secret, where) => {
    const pieces = halves(secret);
    const value = pieces?.map((piece, index) => `c${index}=${cookie(piece)}`).join("; ");
    return pieces && { entries: [negotiate(where, { requestHeaders: [["Cookie", value ?? ""]] })], pieces };
  },
  "Cookie: split over two headers": (secret, where) => {
    const pieces = halves(secret);
    const requestHeaders = pieces?.map((piece, index) => ["Cookie", `c${index}=${cookie(piece)}`] as [string, string]);
    return pieces && { entries: [negotiate(where, { requestHeaders: requestHeaders ?? [] })], pieces };
  },
  "Set-Cookie: name": answered("Set-Cookie", (secret) => `${cookie(secret)}=1; Path=/`),
  "Set-Cookie: domain": answered("Set-Cookie", (secret) => `session=1; Domain=.${cookie(secret)}.test`),
  "Set-Cookie": answered("Set-Cookie", (secret) => `session=${cookie(secret)}; Path=/; HttpOnly`),
  "Set-Cookie: path": answered("Set-Cookie", (secret) => `session=1; Path=/users/${cookie(secret)}`),
  "Set-Cookie: unknown attribute": answered("Set-Cookie", (secret) => `session=1; Colour=${cookie(secret)}`),
  "Set-Cookie: second line": answered("Set-Cookie", (secret) => `a=1\nsession=${cookie(secret)}`),
  "X-Api-Key": asked("X-Api-Key"),
  "unknown header": asked("X-Colour"),
  "unknown header: JSON": asked("X-Context", (secret) => JSON.stringify({ tenant: secret })),
  "unknown header of an answer": answered("X-Colour"),
  ETag: answered("ETag", (secret) => `"${secret}"`),
  Link: answered("Link", (secret) => `</u/${encodeURIComponent(secret)}>; rel=next`),
  Server: answered("Server", (secret) => `nginx ${secret}`),
  Via: answered("Via", (secret) => `1.1 ${secret}`),
  "User-Agent": asked("User-Agent", (secret) => `Mozilla/5.0 (X11; ${secret}) Gecko/20100101`),
  "User-Agent: product": asked("User-Agent", (secret) => `${secret}/1.0`),
  "X-SignalR-User-Agent": asked("X-SignalR-User-Agent", (secret) => `Microsoft SignalR/10.0 (${secret})`),
  Accept: asked("Accept", (secret) => `text/html; profile="${secret}"`),
  "Accept-Language": asked("Accept-Language"),
  "Cache-Control": answered("Cache-Control", (secret) => `no-cache, ${secret}`),
  "Content-Type: boundary": answered("Content-Type", (secret) => `multipart/form-data; boundary=${secret}`),
  "X-SignalR-User-Agent: system": asked("X-SignalR-User-Agent", (secret) => agent(secret, "Unknown Runtime")),
  "X-SignalR-User-Agent: runtime": asked("X-SignalR-User-Agent", (secret) => agent("Linux", secret)),
  Vary: answered("Vary", (secret) => `Origin, ${secret}`),
  "Access-Control-Allow-Headers": answered("Access-Control-Allow-Headers", (secret) => `x-requested-with,${secret}`),
  "Access-Control-Expose-Headers": answered("Access-Control-Expose-Headers"),
  "Access-Control-Request-Headers": asked("Access-Control-Request-Headers", (secret) => `authorization,${secret}`),
  "Content-Length": answered("Content-Length"),
  Host: asked("Host"),
  ":authority": asked(":authority", (secret) => `${secret}.app.test`),
  ":path": asked(":path", (secret) => `/tenants/${encodeURIComponent(secret)}/chat`),
  "header's name": (secret, where) => (/^[\w-]+$/.test(secret) ? asked(`X-${secret}`, () => "1")("", where) : null),
  Date: answered("Date"),
  Origin: asked("Origin"),
  "Access-Control-Allow-Origin": answered("Access-Control-Allow-Origin"),
  "WWW-Authenticate: realm": answered("WWW-Authenticate", (secret) => `Basic realm="${secret.replace(/"/g, "")}"`),
  "WWW-Authenticate: description": answered(
    "WWW-Authenticate",
    (secret) => `Bearer error="invalid_token", error_description="The audience '${secret}' is invalid"`,
  ),
  "WWW-Authenticate: bare": answered("WWW-Authenticate", (secret) => `Negotiate ${secret}`),
  "Sec-WebSocket-Protocol": (secret, where) => ({
    entries: [
      socket(where, "wss://app.test/client/hubs/chat", [], {
        requestHeaders: [["Sec-WebSocket-Protocol", `json.webpubsub.azure.v1, ${legible(secret)}`]],
      }),
    ],
  }),
  "list of cookies": (secret, where) => ({
    entries: [
      negotiate(where, {
        request: { cookies: [{ name: "a", value: secret, comment: secret }] },
        response: { cookies: [{ name: "b", value: secret, path: `/${secret}`, domain: secret, expires: secret }] },
      }),
    ],
  }),
  "list of query parameters": (secret, where) => ({
    entries: [negotiate(where, { request: { queryString: [{ name: "q", value: secret }] } })],
  }),
  "status text": (secret, where) => ({ entries: [negotiate(where, { response: { statusText: secret } })] }),
  redirectURL: (secret, where) => ({
    entries: [negotiate(where, { response: { redirectURL: `/a?b=${encodeURIComponent(secret)}` } })],
  }),
  comment: (secret, where) => ({ entries: [negotiate(where, { more: { comment: secret } })] }),
  "comments of parts": (secret, where) => ({
    pages: [
      {
        id: `page_${where.count}`,
        startedDateTime: where.at,
        title: "",
        comment: secret,
        pageTimings: { comment: secret },
      },
    ],
    entries: [
      negotiate(where, {
        request: { comment: secret, httpVersion: secret },
        response: {
          comment: secret,
          httpVersion: secret,
          content: { size: 1, mimeType: "text/plain", comment: secret },
        },
        more: {
          pageref: `page_${where.count}`,
          cache: { comment: secret, afterRequest: { lastAccess: secret, eTag: secret, hitCount: 1 } },
          timings: { send: 0, wait: 12, receive: 0, comment: secret },
        },
      }),
    ],
  }),
  "type of the resource": (secret, where) => ({
    entries: [negotiate(where, { more: { _resourceType: secret, _unknown: [secret], _priority: secret } })],
  }),
  "fields of other producers": (secret, where) => ({
    entries: [
      negotiate(where, {
        more: { serverIPAddress: secret, connection: secret, _securityDetails: { subjectName: secret } },
      }),
    ],
  }),
  "findings of an earlier report": (secret, where) => ({
    entries: [negotiate(where, { more: { _handshakeTriage: { card: secret, cause: secret }, comment: secret } })],
  }),
  method: (secret, where) => ({ entries: [negotiate(where, { method: secret })] }),
  "net error": (secret, where) => ({
    entries: [negotiate(where, { status: 0, response: { _error: `net::ERR_FAILED ${secret}` } })],
  }),
};
