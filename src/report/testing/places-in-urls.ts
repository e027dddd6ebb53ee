import { HOST, halves, negotiate, type Plant, socket } from "./planted-entry.js";

const encoded = encodeURIComponent;
const at =
  (path: string): Plant =>
  (secret, where) => ({
    entries: [negotiate(where, { url: `https://${HOST}${path.replaceAll("$", encoded(secret))}` })],
  });
const referer =
  (value: (secret: string) => string): Plant =>
  (secret, where) => ({
    entries: [negotiate(where, { requestHeaders: [["Referer", value(secret)]] })],
  });
const location =
  (value: (secret: string) => string): Plant =>
  (secret, where) => ({
    entries: [negotiate(where, { status: 302, responseHeaders: [["Location", value(secret)]] })],
  });

/** An endpoint's own name stays if it reads like one, whatever it is: only other secrets stand there. */
const readsLikeAName = (secret: string) => /^[A-Za-z._-]+\d{0,2}$/.test(secret);
const asOwnName =
  (path: string): Plant =>
  (secret, where) =>
    readsLikeAName(secret) ? null : at(path)(secret, where);

export const PLACES_IN_URLS: Record<string, Plant> = {
  "query: access_token": at("/chat/negotiate?negotiateVersion=1&access_token=$"),
  "query: unknown name": at("/chat/negotiate?negotiateVersion=1&colour=$"),
  "query: value of a known name": at("/chat/negotiate?negotiateVersion=$"),
  "query: a name": at("/chat/negotiate?negotiateVersion=1&$=1"),
  "query: without a value": at("/chat/negotiate?negotiateVersion=1&$"),
  "query: JSON": (secret, where) =>
    at(`/chat/negotiate?negotiateVersion=1&data=${encoded(JSON.stringify({ a: [secret] }))}`)("", where),
  "query: URL within": (secret, where) =>
    at(`/chat/negotiate?negotiateVersion=1&ReturnUrl=${encoded(`/page?q=${encoded(secret)}`)}`)("", where),
  "query: URL within a URL within": (secret, where) =>
    at(
      `/chat/negotiate?negotiateVersion=1&redirect_uri=${encoded(`https://b.test/?next=${encoded(`/p?x=${encoded(secret)}`)}`)}`,
    )("", where),
  "query: base64": (secret, where) =>
    at(`/chat/negotiate?negotiateVersion=1&blob=${encoded(Buffer.from(secret).toString("base64"))}`)("", where),
  "query: encoded twice": (secret, where) =>
    at(`/chat/negotiate?negotiateVersion=1&x=${encoded(encoded(secret))}`)("", where),
  "query: split over two": (secret, where) => {
    const pieces = halves(secret);
    return (
      pieces && {
        ...at(`/chat/negotiate?negotiateVersion=1&a=${encoded(pieces[0])}&b=${encoded(pieces[1])}`)("", where),
        pieces,
      }
    );
  },
  fragment: at("/chat/negotiate?negotiateVersion=1#$"),
  "fragment: pair": at("/chat/negotiate?negotiateVersion=1#id_token=$&state=1"),
  "user before the host": (secret, where) => ({
    entries: [negotiate(where, { url: `https://${encoded(secret)}:x@${HOST}/chat/negotiate?negotiateVersion=1` })],
  }),
  "password before the host": (secret, where) => ({
    entries: [negotiate(where, { url: `https://u:${encoded(secret)}@${HOST}/chat/negotiate?negotiateVersion=1` })],
  }),
  path: at("/tenants/$/chat/negotiate?negotiateVersion=1"),
  "path: first": at("/$/hub/negotiate?negotiateVersion=1"),
  "path: within a part": at("/tenant-$/chat/negotiate?negotiateVersion=1"),
  "path: parameter": at("/tenants;jsessionid=$/chat/negotiate?negotiateVersion=1"),
  "path: encoded twice": (secret, where) => at(`/tenants/${encoded(encoded(secret))}/chat/negotiate`)("", where),
  "path: in front of Engine.IO's": (secret, where) => ({
    entries: [socket(where, `wss://${HOST}/${encoded(secret)}/socket.io/?EIO=4&transport=websocket`, [])],
  }),
  "path: endpoint": asOwnName("/$/negotiate?negotiateVersion=1"),
  "socket: id": (secret, where) => ({
    entries: [socket(where, `wss://${HOST}/socket.io/?EIO=4&transport=websocket&sid=${encoded(secret)}`, [])],
  }),
  "socket: classic connectionToken": (secret, where) => ({
    entries: [
      socket(
        where,
        `wss://${HOST}/signalr/connect?transport=webSockets&clientProtocol=2.1&connectionToken=${encoded(secret)}&connectionData=${encoded(`[{"name":"${secret.replace(/["\\]/g, "")}"}]`)}&tid=3`,
        [],
      ),
    ],
  }),
  "socket: awps_reconnection_token": (secret, where) => ({
    entries: [
      socket(
        where,
        `wss://${HOST}/client/hubs/chat?awps_connection_id=1&awps_reconnection_token=${encoded(secret)}`,
        [],
      ),
    ],
  }),
  "socket: group of Web PubSub": (secret, where) => ({
    entries: [socket(where, `wss://${HOST}/client/hubs/chat?webpubsub_mode=sendToGroup&group=${encoded(secret)}`, [])],
  }),
  "Referer: query": referer((secret) => `https://${HOST}/page?q=${encoded(secret)}`),
  "Referer: path": referer((secret) => `https://${HOST}/users/${encoded(secret)}/inbox`),
  "Referer: no URL at all": referer((secret) => secret),
  "Location: query": location((secret) => `https://${HOST}/login?user=${encoded(secret)}`),
  "Location: path": location((secret) => `/login/${encoded(secret)}`),
  "Location: fragment": location((secret) => `https://${HOST}/login#${encoded(secret)}`),
  "Location: URL within": location((secret) => `https://${HOST}/login?ReturnUrl=${encoded(`/a?b=${encoded(secret)}`)}`),
  "page: URL": (secret, where) => ({
    pages: [
      {
        id: `page_${where.count}`,
        startedDateTime: where.at,
        title: `https://${HOST}/?q=${encoded(secret)}`,
        pageTimings: {},
      },
    ],
    entries: [negotiate(where, { more: { pageref: `page_${where.count}` } })],
  }),
  "page: title": (secret, where) => ({
    pages: [{ id: `page_${where.count}`, startedDateTime: where.at, title: `Inbox of ${secret}`, pageTimings: {} }],
    entries: [negotiate(where, { more: { pageref: `page_${where.count}` } })],
  }),
  "page: id": (secret, where) => ({
    pages: [{ id: secret, startedDateTime: where.at, title: `https://${HOST}/`, pageTimings: {} }],
    entries: [negotiate(where, { more: { pageref: secret } })],
  }),
  "initiator: URL": (secret, where) => ({
    entries: [
      negotiate(where, { more: { _initiator: stackOf("connect", `https://${HOST}/app.js?v=${encoded(secret)}`) } }),
    ],
  }),
  "initiator: path": (secret, where) => ({
    entries: [
      negotiate(where, { more: { _initiator: stackOf("start", `https://${HOST}/users/${encoded(secret)}.js`) } }),
    ],
  }),
  "initiator: asynchronous parent": (secret, where) => ({
    entries: [
      negotiate(where, {
        more: {
          _initiator: {
            type: "script",
            url: `https://${HOST}/${encoded(secret)}.js`,
            stack: {
              description: secret,
              callFrames: [],
              parent: stackOf(`App.${secret}`, `webpack://${encoded(secret)}/./src/${encoded(secret)}.ts`).stack,
            },
          },
        },
      }),
    ],
  }),
  "initiator: function": (secret, where) => ({
    entries: [negotiate(where, { more: { _initiator: stackOf(secret, `https://${HOST}/app.js`) } })],
  }),
};

function stackOf(functionName: string, url: string) {
  return {
    type: "script",
    stack: { callFrames: [{ functionName, scriptId: "1", url, lineNumber: 1, columnNumber: 1 }] },
  };
}
