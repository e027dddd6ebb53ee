const SERVER_PLACES =
  /(?:listen(?:ing|s)?(?: on)?(?: port)?|applicationUrl|UseUrls|ASPNETCORE_URLS|server:|(?<!\w)port\s*[:=]|running (?:on|at)|exposes|server is (?:on|at)|server (?:runs|uses)|hosted (?:on|at)|started (?:on|at)|\bsocket\.io['"]\)\(|new Server\(|@?WebSocketGateway\(|runserver|--port)(?:(?!\b(?:client|front-?end|browser|page)\b|;)[^\n]){0,160}/gi;
const PORT = /(?::|\b|\()(\d{4,5})\b/g;
const CLIENT_PLACES = /(?:wss?|https?):\/\/[^\s/'"]{1,100}:(\d{2,5})(?:\/[^\s'"]{0,200})?/gi;

/** Dart's SocketException names the client's own port. */
const OWN_PORT = /\berrno = \d{1,5}\)?,? ?address = [^,\n]{1,100}, port = \d{1,5}/g;

/** netstat and ss list a listener with more numbers than its port. */
const LISTENER =
  /\b(?:tcp6?\s+\d+\s+\d+\s+(\S{1,60}:\d{2,5})\s+\S{1,40}\s+LISTEN|LISTEN\s+\d+\s+\d+\s+(\S{1,60}:\d{2,5}))\b[^\n]*/g;

/** nginx names the ports of both its sides, which differ as a rule. */
const BOTH_SIDES = /, client: [^\n]{1,100}?, server: [^\n]*/g;

/** Does the client ask a port that the server does not name? Null where either side is not told. */
export function portsDiffer(whole: string): boolean | null {
  const text = whole
    .replaceAll(OWN_PORT, " ")
    .replaceAll(BOTH_SIDES, " ")
    .replaceAll(LISTENER, (_, ofNetstat = "", ofSs = "") => `listening on ${ofNetstat}${ofSs}`);
  if (asksWithoutPort(text) && !PROXIED.test(text)) return true;
  const serverLines = [...text.matchAll(SERVER_PLACES)].slice(0, 20).map(([line]) => line);
  const server = new Set(serverLines.flatMap(portsOf));
  const rest = serverLines.reduce((left, line) => left.replace(line, " "), text);
  const client = [...rest.matchAll(CLIENT_PLACES)].slice(0, 20).map(([, port = ""]) => port);
  if (server.size > 0 && client.length === 0 && (ASKS_THIS_MACHINE.test(rest) || asksDefaultPort(rest, text)))
    return true;
  if (server.size === 0 || client.length === 0) return null;
  return client.every((port) => !server.has(port));
}

/** The request went to this machine's default port, and the server named another. */
function asksDefaultPort(rest: string, text: string): boolean {
  return (
    /https?:\/\/(?:localhost|127\.0\.0\.1)\/(?=socket\.io|signalr|[\w/]{0,60}negotiate)/i.test(rest) &&
    !PROXIED.test(text)
  );
}

/** The ports that a place names: the first, and what follows it closely. */
function portsOf(place: string): string[] {
  const found = [...place.matchAll(PORT)];
  const end = found.findIndex(({ index }, at) => at > 0 && index - (found[at - 1]?.index ?? 0) > FARTHEST_NEXT_PORT);
  return found.slice(0, end < 0 ? found.length : end).map(([, port = ""]) => port);
}
const FARTHEST_NEXT_PORT = 30;

/** A proxy or a rewriting rule stands between the address without a port and the one with it. */
const PROXIED = /proxy_?pass|RewriteRule|\btarget\b|\bupstream\b|reverse[- ]?proxy/i;
/** A client of this very machine, where no proxy takes the default port. */
const ASKS_THIS_MACHINE =
  /(?:\b(?:io|connect|lookup|socket)|client['"]\))\(\s*['"`](?:https?|wss?):\/\/(?:localhost|127\.0\.0\.1)\/?['"`]/i;

const WITHOUT_PORT =
  /(?:wss?|https?):\/\/([\w.-]{1,100})\/(?=[^\s'"]{0,200}(?:EIO=|socket\.io\/|negotiate|\/signalr\/))/gi;

/** The endpoint's URL has no port, and the same host stands in the text with one: a client took the wrong address for its default. */
function asksWithoutPort(text: string): boolean {
  const hosts = new Set([...text.matchAll(WITHOUT_PORT)].slice(0, 20).map(([, host = ""]) => host.toLowerCase()));
  return [...hosts].some((host) => new RegExp(`\\b${host.replaceAll(".", "\\.")}:\\d{2,5}\\b`, "i").test(text));
}

const ENDPOINTS =
  /(?:\/[\w.-]{1,60}){0,5}\/(?=(?:negotiate|connect|signalr\/|socket\.io\/|start|_blazor)\b|signalr\/|socket\.io\/)/gi;

/** Do two URLs of the text differ by a first part of the path alone, as where a proxy or a relative URL lost it? */
export function prefixLost(text: string): boolean | null {
  const prefixes = new Set(
    [...text.slice(0, 20_000).replaceAll(FILE_PATH, " ").matchAll(ENDPOINTS)]
      .slice(0, 30)
      .map(([path]) => withoutHost(path)),
  );
  if (pageLiesDeeper(text) || INSTEAD_OF_DEEPER.test(text) || looksBesidePrefix(text)) return true;
  if (prefixes.size < 2) return null;
  const all = [...prefixes];
  return all.some((one) => all.some((other) => other !== one && other.endsWith(one)));
}

/** Where a server of files looked on its disk. */
const FILE_PATH = /["'](?:[A-Z]:)?\/(?:usr|var|home|opt|srv|etc|www|root|app|data|mnt)\/[^"'\n]{0,300}["']/g;

/** Is a file or an endpoint of one host named twice, with a first part of the path and without? */
function looksBesidePrefix(text: string): boolean {
  const urls = [...text.slice(0, 20_000).matchAll(FULL_URL)].slice(0, 40);
  return urls.some(([, host, path = ""]) =>
    urls.some(([, otherHost, other = ""]) => otherHost === host && other.length > path.length && other.endsWith(path)),
  );
}

/** With two parts of a path at least: a single one may well stand in two places. */
const FULL_URL = /https?:\/\/([\w.-]{1,100}(?::\d{2,5})?)((?:\/[\w.-]{1,80}){2,10})/gi;

/** "example.org instead of example.org/chat" */
const INSTEAD_OF_DEEPER =
  /\b([\w-]{1,60}(?:\.[\w-]{1,60}){1,5}(?::\d{2,5})?)\/?(?:\/socket\.io\/?)?['"`]? (?:instead of|rather than|and not|but not|should be) (?:to |at |on )?['"`]?(?:https?:\/\/)?\1\/(?!socket\.io)[\w-]{2,40}/i;

const AT_THE_ROOT = /https?:\/\/([\w.-]{1,100}(?::\d{2,5})?)\/(?=socket\.io\/|signalr\/)/gi;

/** A 404 at the root of a host of which the text shows an application under a path, and calls it so. */
function pageLiesDeeper(text: string): boolean {
  if (!/\b404\b/.test(text)) return false;
  const hosts = new Set([...text.matchAll(AT_THE_ROOT)].slice(0, 20).map(([, host = ""]) => host.toLowerCase()));
  return [...hosts].some((host) =>
    new RegExp(
      `\\b(?:page|app|application|site|map|dashboard|hosted|served|running|runs|works?|loaded|under|at|on)\\b.{0,30}https?://${host.replaceAll(".", "\\.")}/(?!socket\\.io|signalr|api)[\\w-]{2,40}/?(?=[\\s"'\`,;)]|$)`,
      "i",
    ).test(text),
  );
}

/** `//host/path/` has been cut at the host's slashes; its first part is no path. */
function withoutHost(path: string): string {
  return /^\/[\w-]+\.[\w.-]+\//.test(path) ? path.replace(/^\/[^/]+/, "") : path;
}
