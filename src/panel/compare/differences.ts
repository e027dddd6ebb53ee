import { type Connection, exchangesOf, type Role } from "../../core/connection.js";
import { bodyText, type Exchange } from "../../core/exchange.js";
import type { Header } from "../../core/traffic.js";
import type { Decoded } from "../messages/decoded.js";
import { firstMessagesOf } from "../messages/of-story.js";
import type { Story } from "../witness.js";
import { length, size, thousands, words } from "../words.js";

/** How two values stand to each other. What differs each time says nothing; what is no difference worth a look is alike. */
type Standing = "differs" | "each-time" | "alike";

export interface Line {
  name: string;
  /** Null where there is none. */
  one: string | null;
  other: string | null;
  standing: Standing;
}

export interface Part {
  title: string;
  lines: Line[];
}

/** One side: a connection with its messages. */
interface Side {
  story: Story;
  /** The first of them, without pings: those come when they come. */
  messages: readonly Decoded[];
}

const ROLES: readonly Role[] = ["preflight", "negotiate", "open", "connect", "upgrade", "poll", "send", "stop"];

/** Of thousands the first tell. */
const MESSAGES_COMPARED = 30;

export function sideOf(story: Story): Side {
  return { story, messages: firstMessagesOf(story, MESSAGES_COMPARED) };
}

/** Two connections beside each other, step by step; within each part what differs comes first. */
export function differences(one: Side, other: Side): Part[] {
  const steps = ROLES.filter((role) => role in one.story.connection.parts || role in other.story.connection.parts);
  const parts = [
    { title: words.compare.whole, lines: wholeLines(one.story, other.story) },
    ...steps.map((role) => ({
      title: words.compare.step[role],
      lines: stepLines(tellingOf(one.story.connection, role), tellingOf(other.story.connection, role), [one, other]),
    })),
    { title: words.frames, lines: messageLines(one.messages, other.messages) },
  ];
  return parts.filter(({ lines }) => lines.length > 0).map(({ title, lines }) => ({ title, lines: inOrder(lines) }));
}

const RANKS: readonly Standing[] = ["differs", "each-time", "alike"];

function inOrder(lines: readonly Line[]): Line[] {
  return [...lines].sort((a, b) => RANKS.indexOf(a.standing) - RANKS.indexOf(b.standing));
}

/** The request of a step that says most: the one that failed, else the first. */
function tellingOf({ parts }: Connection, role: Role): Exchange | null {
  return parts[role]?.failed ?? parts[role]?.first ?? null;
}

function line(name: string, one: string | null, other: string | null, standing?: Standing): Line {
  return { name, one, other, standing: standing ?? (one === other ? "alike" : "differs") };
}

function wholeLines(one: Story, other: Story): Line[] {
  const [left, right] = [one.connection, other.connection];
  const transport = ({ transport: each }: Connection) => (each ? words.transport[each] : null);
  const tally = ({ count, bytes, atLeast }: Connection["sent"]) => `${thousands(count)} (${size(bytes, atLeast)})`;
  const close = ({ close: each }: Connection) =>
    each &&
    [words.closedBy[each.by], each.code, each.reason].filter((part) => part !== null && part !== "").join(" · ");
  return [
    line(words.column.endpoint, left.endpoint, right.endpoint),
    line(words.column.transport, transport(left), transport(right)),
    line(words.compare.requests, String(exchangesOf(left).length), String(exchangesOf(right).length)),
    lasting(words.column.lasted, left.lastAt - left.startedAt, right.lastAt - right.startedAt),
    line(words.connection.sent, tally(left.sent), tally(right.sent)),
    line(words.connection.received, tally(left.received), tally(right.received)),
    line(words.compare.close, close(left), close(right)),
  ];
}

/** Of two times the greater must be twice the other, and by more than a tenth of a second, to say anything. */
function lasting(name: string, one: number | null, other: number | null): Line {
  const said = (ms: number | null) => (ms === null ? null : length(ms));
  if (one === null || other === null) return line(name, said(one), said(other));
  const isAlike = Math.max(one, other) < 2 * Math.min(one, other) || Math.abs(one - other) < 100;
  return line(name, said(one), said(other), isAlike ? "alike" : "differs");
}

function stepLines(one: Exchange | null, other: Exchange | null, [left, right]: readonly [Side, Side]): Line[] {
  if (!one || !other)
    return [
      line(
        words.compare.made,
        one ? words.compare.yes : words.compare.no,
        other ? words.compare.yes : words.compare.no,
      ),
    ];
  const begun = ({ story }: Side, { startedAt }: Exchange) => startedAt - story.connection.startedAt;
  const took = ({ startedAt, endedAt }: Exchange) => (endedAt === null ? null : endedAt - startedAt);
  const target = ({ method, url }: Exchange) => `${method} ${url.split(/[?#]/)[0]}`;
  return [
    line(words.compare.target, target(one), target(other)),
    line(words.status, textOf(one.status), textOf(other.status)),
    line(words.netError, one.netError, other.netError),
    lasting(words.compare.begun, begun(left, one), begun(right, other)),
    ...(one.channel === "websocket" ? [] : [lasting(words.took, took(one), took(other))]),
    ...fieldLines(words.compare.query, [...one.address.query], [...other.address.query]),
    ...headerLines(words.compare.request, one.requestHeaders, other.requestHeaders),
    ...headerLines(words.compare.response, one.responseHeaders, other.responseHeaders),
    line(words.responseBody, bodyOf(one), bodyOf(other), isSession(one, other) ? "each-time" : undefined),
  ];
}

function textOf(value: number | null): string | null {
  return value === null ? null : String(value);
}

const LONGEST_BODY = 300;

function bodyOf({ responseBody }: Exchange): string | null {
  return bodyText(responseBody)?.slice(0, LONGEST_BODY) || null;
}

/** Both answers begin a session, each with an id of its own. */
function isSession(one: Exchange, other: Exchange): boolean {
  return [one, other].every((each) => /"(?:connectionId|connectionToken|sid)"/.test(bodyOf(each) ?? ""));
}

/** Ids, tokens, times and what a browser makes up for each request. */
const EACH_TIME =
  /^(?:id|sid|t|_|connectionToken|access_token|date|sec-websocket-(?:key|accept)|content-length|cookie|set-cookie|authorization|etag|age|traceparent|request-id|x-(?:request|correlation|ms-client-request)-id|keep-alive)$/i;

/** Whether there is one is worth a look; two different ones are not. */
function standingOf(name: string, one: string | null, other: string | null): Standing {
  if (one === other) return "alike";
  return one !== null && other !== null && EACH_TIME.test(name) ? "each-time" : "differs";
}

function fieldLines(label: string, one: [string, string][], other: [string, string][]): Line[] {
  const valueIn = (fields: [string, string][], name: string) => {
    const values = fields.filter(([each]) => each === name).map(([, value]) => value);
    return values.length > 0 ? values.join(", ") : null;
  };
  const names = [...new Set([...one, ...other].map(([name]) => name))];
  return names.map((name) => {
    const [left, right] = [valueIn(one, name), valueIn(other, name)];
    return line(`${label} ${name}`, left, right, standingOf(name, left, right));
  });
}

/** Headers of which a source did not tell are not missing. */
function headerLines(label: string, one: readonly Header[] | null, other: readonly Header[] | null): Line[] {
  if (!one || !other) return one === other ? [] : [line(label, seen(one), seen(other))];
  const fields = (headers: readonly Header[]) =>
    headers.map(({ name, value }): [string, string] => [name.toLowerCase(), value]);
  return fieldLines(label, fields(one), fields(other));
}

function seen(headers: readonly Header[] | null): string {
  return headers ? words.compare.observed : words.notObserved;
}

/** Place by place. */
function messageLines(one: readonly Decoded[], other: readonly Decoded[]): Line[] {
  return Array.from({ length: Math.max(one.length, other.length) }, (_, place) =>
    line(words.compare.message(place + 1), summary(one[place]), summary(other[place])),
  );
}

function summary(message: Decoded | undefined): string | null {
  if (!message) return null;
  const { frame, kind, subject, error } = message;
  return [
    frame.direction === "sent" ? "↑" : "↓",
    kind || size(frame.payload.bytes, frame.payload.atLeast),
    subject,
    error,
  ]
    .filter(Boolean)
    .join(" ");
}
