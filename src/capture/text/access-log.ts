/**
 * A row of an access log that is JSON, of a proxy, a balancer or a service in front (nginx, Caddy, Traefik, Envoy, Application
 * Gateway, Front Door, Cloudflare, Google's balancers), as other servers write it. Null for a row that lacks a method, an address or a
 * status: that is another kind of log.
 */
export function accessLine(row: object): string | null {
  const fields = new Map(leavesOf(row, DEEPEST));
  const first = (names: readonly string[]) =>
    names.map((name) => fields.get(name)).find((value) => value !== undefined);
  const [method, address, status] = [first(METHODS), first(ADDRESSES), first(STATUSES)];
  if (!/^[A-Z]{3,7}$/.test(method ?? "") || !address || !/^[1-5]\d\d$/.test(status ?? "")) return null;
  const words = WORDS.flatMap((name) => fields.get(name) ?? []);
  return [...words, method, address, `HTTP status: ${status}`].join(" ").replace(/\s+/g, " ");
}

/** Names compare in small letters alone. The answer that the client got comes before that of the server behind. */
const METHODS = ["method", "httpmethod", "requestmethod", "clientrequestmethod"];
const ADDRESSES = ["clientrequesturi", "requesturi", "requesturl", "requestpath", "uri", "url", "path"];
const STATUSES = [
  "edgeresponsestatus",
  "downstreamstatus",
  "httpstatus",
  "httpstatuscode",
  "responsecode",
  "statuscode",
  "status",
];
/** What such a row has to say beside its figures. */
const WORDS = ["message", "msg", "error", "errorinfo", "statusdetails", "responsecodedetails"];

/** Google's have their request in an object, Azure's all of it in "properties". */
const DEEPEST = 2;

function leavesOf(row: object, depth: number): [string, string][] {
  return Object.entries(row).flatMap(([name, value]): [string, string][] => {
    if (typeof value === "string" || typeof value === "number")
      return [[name.toLowerCase().replace(/[^a-z]/g, ""), String(value)]];
    return typeof value === "object" && value !== null && depth > 0 ? leavesOf(value, depth - 1) : [];
  });
}
