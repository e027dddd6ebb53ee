import { type Connection, lastOf } from "../connection.js";
import { type Exchange, header } from "../exchange.js";
import type { Header } from "../traffic.js";
import { answeredOf, answererId, brokenOf, define, type Scene } from "./scene.js";

/** Names under which load balancers and hosts keep a client at one instance. */
const AFFINITY_COOKIE =
  /^(ARRAffinity(SameSite)?|ApplicationGatewayAffinity(CORS)?|ASLBSA(CORS)?|AWSALB(CORS|TG|TGCORS)?|AWSELB(CORS)?|GCLB|INGRESSCOOKIE|BIGipServer.{0,80}|SERVERID|route|sticky|lb)$/i;

/** Headers in which proxies and hosts name the instance that answered. */
const INSTANCE =
  /^x-(served-by|instance(-id)?|backend(-server)?|server(-id|-name)?|node(-id)?|pod(-name)?|hostname|worker(-id)?|replica)$/i;

/** Is the session kept at one instance? By the answer that began it, and by the request that broke. */
export const affinityFacts = define({
  "affinity.cookie": {
    unit: "text",
    means: "name of the affinity cookie that the session's first answer set",
    of: (scene) => affinityCookie(scene),
    shownBy: (scene) => beginningOf(scene)?.id,
  },
  "affinity.cookieReturned": {
    unit: "flag",
    means: "the broken request carried that cookie",
    of: (scene) => wasReturned(scene),
  },
  "session.knownAgain": {
    unit: "flag",
    means: "the session's id was accepted after it had been refused as unknown",
    of: (scene) => acceptedAfterRefusal(scene) !== undefined || undefined,
    shownBy: (scene) => acceptedAfterRefusal(scene)?.id,
  },
  "instance.first": {
    unit: "text",
    means: "the instance that began the session, as a header names it",
    of: (scene) => instanceOf(beginningOf(scene)?.responseHeaders ?? null),
    shownBy: (scene) => beginningOf(scene)?.id,
  },
  "instance.other": {
    unit: "text",
    means: "the other instance that gave the broken answer, as a header names it",
    of: (scene) => otherInstance(scene),
    shownBy: answererId,
  },
});

/** Of a WebSocket a refusal has other reasons as well: a URL that is too long, a proxy. */
function isUnknownId({ channel, status }: Exchange, { protocol }: Connection): boolean {
  return channel !== "websocket" && status === (protocol === "signalr" ? 404 : 400);
}

function sessionIdIn({ address: { query } }: Exchange): string | undefined {
  return query.get("id") ?? query.get("sid");
}

/** A server that has lost an id does not find it again: there must be two. */
function acceptedAfterRefusal({ connection }: Scene): Exchange | undefined {
  const { connect, poll, send, stop } = connection.parts;
  const refused = [connect, poll, send]
    .map((part) => part?.failed)
    .find((each) => each && isUnknownId(each, connection));
  const id = refused && sessionIdIn(refused);
  if (!refused || !id) return undefined;
  return [connect, poll, send, stop]
    .flatMap((part) => (part ? [part.last] : []))
    .find((each) => each.startedAt > refused.startedAt && isAccepted(each) && sessionIdIn(each) === id);
}

function isAccepted({ status }: Exchange): boolean {
  return status === 101 || (status !== null && status >= 200 && status < 300);
}

/** The answer that gave out the session's id. */
function beginningOf(scene: Scene): Exchange | null {
  const beginning = lastOf(scene.connection, "negotiate") ?? lastOf(scene.connection, "open");
  return beginning === brokenOf(scene) ? null : beginning;
}

function affinityCookie(scene: Scene): string | undefined {
  const cookies = (beginningOf(scene)?.responseHeaders ?? []).filter(({ name }) => name.toLowerCase() === "set-cookie");
  const names = cookies.flatMap(({ value }) => value.split("\n").map((line) => line.split("=", 1)[0]?.trim() ?? ""));
  return names.find((name) => AFFINITY_COOKIE.test(name));
}

/** Unknown where the request's headers were not seen. */
function wasReturned(scene: Scene): boolean | undefined {
  const name = affinityCookie(scene);
  const headers = brokenOf(scene)?.requestHeaders;
  if (!name || !headers?.length) return undefined;
  const sent = (header(headers, "cookie") ?? "").split(";").map((pair) => pair.split("=", 1)[0]?.trim());
  return sent.includes(name);
}

function instanceOf(headers: readonly Header[] | null): string | undefined {
  return headers?.find(({ name }) => INSTANCE.test(name))?.value;
}

function otherInstance(scene: Scene): string | undefined {
  const first = instanceOf(beginningOf(scene)?.responseHeaders ?? null);
  const other = instanceOf(answeredOf(scene)?.responseHeaders ?? null);
  return first !== undefined && other !== first ? other : undefined;
}
