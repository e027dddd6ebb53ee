import { deflateSync, gzipSync } from "node:zlib";
import { HOST, halves, negotiate, type Plant, RS } from "./planted-entry.js";

const html = (secret: string) => secret.replace(/&/g, "&amp;").replace(/</g, "&lt;").replace(/"/g, "&quot;");
const json = JSON.stringify;
const gzip = (text: string) => gzipSync(text).toString("base64");
const base64 = (text: string) => Buffer.from(text).toString("base64");

const answer =
  (status: number, body: (secret: string) => string, type = "application/json"): Plant =>
  (secret, where) => ({
    entries: [negotiate(where, { status, body: body(secret), type })],
  });
const sent =
  (text: (secret: string) => string, mimeType: string, more: object = {}): Plant =>
  (secret, where) => ({
    entries: [negotiate(where, { postData: { mimeType, text: text(secret), ...more } })],
  });
const polled =
  (eio: number, body: (secret: string) => string): Plant =>
  (secret, where) => ({
    entries: [
      negotiate(where, {
        method: "GET",
        url: `https://${HOST}/socket.io/?EIO=${eio}&transport=polling&sid=${where.count}`,
        status: 200,
        body: body(secret),
        type: "text/plain; charset=UTF-8",
      }),
    ],
  });

export const PLACES_IN_BODIES: Record<string, Plant> = {
  "request: JSON": sent((secret) => json({ name: secret }), "application/json"),
  "request: form": sent((secret) => `a=1&name=${encodeURIComponent(secret)}`, "application/x-www-form-urlencoded"),
  "request: form's params": (secret, where) => ({
    entries: [
      negotiate(where, {
        postData: { mimeType: "application/x-www-form-urlencoded", params: [{ name: "user", value: secret }] },
      }),
    ],
  }),
  "request: multipart": sent(
    (secret) => `--b\r\nContent-Disposition: form-data; name="n"; filename="${secret}"\r\n\r\n${secret}\r\n--b--`,
    "multipart/form-data; boundary=b",
  ),
  "request: text": sent((secret) => `hello ${secret}`, "text/plain"),
  "request: base64": sent((secret) => base64(json([secret])), "application/octet-stream", { _encoding: "base64" }),
  "request: packed by gzip": sent((secret) => gzip(json([secret])), "application/octet-stream", {
    _encoding: "base64",
  }),
  "request: gzip in base64 in JSON": sent((secret) => json({ name: gzip(secret) }), "application/json"),
  "request: PUT": (secret, where) => ({
    entries: [negotiate(where, { method: "PUT", postData: { mimeType: "text/plain", text: secret } })],
  }),
  "request: file of a form": (secret, where) => ({
    entries: [
      negotiate(where, {
        postData: {
          mimeType: "multipart/form-data",
          params: [{ name: secret, value: secret, fileName: secret, contentType: secret, comment: secret }],
        },
      }),
    ],
  }),
  "request: type": (secret, where) => ({
    entries: [negotiate(where, { postData: { mimeType: `text/${secret}`, text: "x" } })],
  }),
  "request: UTF-16": sent((secret) => Buffer.from(secret, "utf16le").toString("base64"), "text/plain", {
    _encoding: "base64",
  }),
  "request: SignalR records": sent(
    (secret) => `${json({ type: 1, target: "Send", arguments: [secret] })}${RS}`,
    "text/plain",
  ),
  "failure: JSON field": answer(400, (secret) => json({ title: "Bad Request", account: secret })),
  "failure: JSON name": answer(400, (secret) => json({ [secret]: 1 })),
  "failure: JSON nested": answer(400, (secret) => json({ errors: { Email: [`${secret} is taken`] } })),
  "failure: JSON message": answer(400, (secret) => json({ code: 1, message: `No such user ${secret}` })),
  "failure: JSON within JSON": answer(400, (secret) => json({ message: json({ inner: json({ user: secret }) }) })),
  "failure: JSON twice the same name": answer(400, (secret) => `{"message":${json(secret)},"message":"Bad request"}`),
  "failure: JSON cut off": answer(400, (secret) => json({ user: secret, more: "x" }).slice(0, -6)),
  "failure: JSON list": answer(400, (secret) => json([secret, { a: secret }])),
  "failure: JSON string": answer(400, (secret) => json(secret)),
  "failure: type of a problem": answer(400, (secret) =>
    json({ type: `https://x.test/p/${encodeURIComponent(secret)}` }),
  ),
  "failure: trace id": answer(400, (secret) => json({ traceId: secret })),
  "failure: text": answer(404, (secret) => `No Connection with that ID ${secret}`, "text/plain"),
  "failure: text before": answer(404, (secret) => `${secret}: Session ID unknown`, "text/plain"),
  "failure: text with a URL": answer(
    404,
    (secret) => `see https://${HOST}/help?u=${encodeURIComponent(secret)} please`,
    "text/plain",
  ),
  "failure: text with another host": (secret, where) =>
    /^\w+$/.test(secret) ? answer(404, () => `see https://${secret}.test/chat please`, "text/plain")("", where) : null,
  "failure: text with a path": answer(
    404,
    (secret) => `Cannot GET /users/${encodeURIComponent(secret)}/chat`,
    "text/plain",
  ),
  "failure: page's text": answer(
    502,
    (secret) => `<html><body><h1>502 Bad Gateway</h1><p>${html(secret)}</p></body></html>`,
    "text/html",
  ),
  "failure: page's attribute": answer(
    502,
    (secret) => `<html><body data-user="${html(secret)}"><input value="${html(secret)}"></body></html>`,
    "text/html",
  ),
  "failure: page's script": answer(
    502,
    (secret) => `<html><script>var u = ${json(secret)};</script></html>`,
    "text/html",
  ),
  "failure: page's script without an end": answer(
    502,
    (secret) => `<html><script>var u = ${json(secret)};`,
    "text/html",
  ),
  "failure: page's comment": answer(502, (secret) => `<html><!-- ${html(secret)} --></html>`, "text/html"),
  "failure: page's unknown tag": answer(
    502,
    (secret) => `<html><x-user name="${html(secret)}">1</x-user></html>`,
    "text/html",
  ),
  "failure: page after 2,000 letters": answer(
    502,
    (secret) => `<html>${"<p>".repeat(660)}${html(secret)}</html>`,
    "text/html",
  ),
  "failure: XML": answer(
    403,
    (secret) => `<?xml version="1.0"?><Error><Code>${html(secret)}</Code></Error>`,
    "application/xml",
  ),
  "failure: base64": (secret, where) => ({
    entries: [
      negotiate(where, {
        status: 500,
        body: base64(`user ${secret}`),
        type: "application/octet-stream",
        encoding: "base64",
      }),
    ],
  }),
  "answer: JSON": answer(200, (secret) => json({ profile: { name: secret } })),
  "answer: zlib in base64 in JSON": answer(200, (secret) => json({ state: deflateSync(secret).toString("base64") })),
  "answer: text": answer(200, (secret) => `Welcome ${secret}`, "text/plain"),
  "answer: page": answer(200, (secret) => `<!doctype html><title>${html(secret)}</title>`, "text/html"),
  "answer: form": answer(200, (secret) => `user=${encodeURIComponent(secret)}&x=1`, "text/plain"),
  "negotiation: connectionToken": answer(200, (secret) =>
    json({ connectionId: "c", connectionToken: secret, negotiateVersion: 1, availableTransports: [] }),
  ),
  "negotiation: connectionId": answer(200, (secret) =>
    json({
      connectionId: secret,
      negotiateVersion: 1,
      availableTransports: [{ transport: "WebSockets", transferFormats: ["Text"] }],
    }),
  ),
  "negotiation: accessToken": answer(200, (secret) =>
    json({ url: `https://${HOST}/client/?hub=chat`, accessToken: secret, availableTransports: [] }),
  ),
  "negotiation: url": answer(200, (secret) =>
    json({ url: `https://${HOST}/client/?hub=chat&asrs.op=${encodeURIComponent(secret)}`, accessToken: "t" }),
  ),
  "negotiation: path of the url": answer(200, (secret) =>
    json({ url: `https://${HOST}/${encodeURIComponent(secret)}/client/?hub=chat`, accessToken: "t" }),
  ),
  "negotiation: hub": (secret, where) =>
    /^[A-Za-z._-]+\d{0,2}$/.test(secret)
      ? null
      : answer(200, () => json({ url: `https://${HOST}/client/?hub=${encodeURIComponent(secret)}`, accessToken: "t" }))(
          "",
          where,
        ),
  "negotiation: transport": answer(200, (secret) =>
    json({ connectionId: "c", availableTransports: [{ transport: secret, transferFormats: [secret] }] }),
  ),
  "negotiation: unknown field": answer(200, (secret) =>
    json({ connectionId: "c", negotiateVersion: 1, availableTransports: [], tenant: secret }),
  ),
  "negotiation: error": answer(200, (secret) => json({ error: `${secret} is not allowed` })),
  "poll: packets of revision 4": polled(4, (secret) => `42${json(["news", secret])}${RS}2`),
  "poll: packets of revision 3": polled(3, (secret) => {
    const packet = `42${json(["news", { a: secret }])}`;
    return `${packet.length}:${packet}1:2`;
  }),
  "poll: wrong length": polled(3, (secret) => `3:42${json(["news", secret])}`),
  "poll: by script": polled(3, (secret) => {
    const packet = `42${json(["news", secret])}`;
    return `___eio[0](${json(`${packet.length}:${packet}`)});`;
  }),
  "poll: SignalR, as base64": (secret, where) => ({
    entries: [
      negotiate(where, {
        method: "GET",
        url: `https://${HOST}/chat?id=${where.count}`,
        status: 200,
        body: base64(`${json({ type: 1, target: "told", arguments: [secret] })}${RS}`),
        type: "application/octet-stream",
        encoding: "base64",
      }),
    ],
  }),
  "stream: event": (secret, where) => ({
    entries: [
      {
        ...negotiate(where, {
          method: "GET",
          url: `https://${HOST}/chat?id=${where.count}`,
          status: 200,
          type: "text/event-stream",
          requestHeaders: [["Accept", "text/event-stream"]],
        }),
        _resourceType: "eventsource",
        _eventSourceMessages: [
          {
            time: where.seconds + 0.1,
            eventName: "message",
            eventId: secret,
            data: `${json({ type: 1, target: "told", arguments: [secret] })}${RS}`,
          },
        ],
      },
    ],
  }),
  "stream: body": answer(200, (secret) => `data: ${json({ type: 3, result: secret })}${RS}\n\n`, "text/event-stream"),
  "answer: split over two fields": (secret, where) => {
    const pieces = halves(secret);
    return pieces && { ...answer(400, () => json({ first: pieces[0], last: pieces[1] }))("", where), pieces };
  },
};
