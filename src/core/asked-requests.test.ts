import { describe, expect, test } from "vitest";
import { parseWireScript } from "../knowledge/wire-script.js";
import { analyse } from "./analysis.js";
import { createAskedRequests } from "./asked-requests.js";
import { corsProblem } from "./cors.js";
import { newExchange } from "./exchange.js";
import { NOTHING_KNOWN } from "./knowledge.js";
import type { AskedEvent, ExchangeEvent, TrafficEvent } from "./traffic.js";

const URL_OF = "https://api.test/chat/negotiate?negotiateVersion=1";
const [told] = parseWireScript(`page https://app.test
POST ${URL_OF}
  < 200 net::ERR_FAILED
  < Access-Control-Allow-Origin: *`) as [ExchangeEvent];

function asked(credentials: boolean, at = told.at - 5): AskedEvent {
  return { kind: "asked", id: "a", at, method: "post", url: `${URL_OF}#part`, credentials };
}

const problem = (event: ExchangeEvent | undefined) => event && corsProblem(newExchange(event), null);

describe("whether a request carried credentials", () => {
  test("is known of it when the page told before the network", () => {
    const requests = createAskedRequests();
    expect(requests.asked(asked(true))).toEqual([]);
    expect(requests.told(told)).toMatchObject({ exchange: told.exchange, credentials: true });
  });

  test("is told again when the network told before the page", () => {
    const requests = createAskedRequests();
    expect(requests.told(told).credentials).toBeUndefined();
    expect(requests.asked(asked(false))).toMatchObject([{ exchange: told.exchange, credentials: false }]);
  });

  test("says nothing of a request at another time", () => {
    const requests = createAskedRequests();
    requests.asked(asked(true, told.at - 60_000));
    expect(requests.told(told).credentials).toBeUndefined();
  });

  test("decides what CORS demands: a wildcard is enough without them", () => {
    expect(problem(told)).toBe("wildcard-with-credentials");
    expect(problem({ ...told, credentials: true })).toBe("wildcard-with-credentials");
    expect(problem({ ...told, credentials: false })).toBeNull();
  });

  test("decides where the browser tells no error, as Firefox does", () => {
    const read = { ...told, netError: null };
    expect(problem(read)).toBeNull();
    expect(problem({ ...read, credentials: true })).toBe("wildcard-with-credentials");
  });
});

describe("a handshake that the network does not tell of", () => {
  const later = told.at + 6000;

  test("is one that has no answer yet", () => {
    const requests = createAskedRequests();
    requests.asked(asked(true));
    expect(requests.overdue(told.at + 1000)).toEqual([]);
    expect(requests.overdue(later)).toMatchObject([{ method: "POST", url: URL_OF, status: null }]);
    expect(requests.overdue(later)).toEqual([]);
  });

  test("is the one that is answered late", () => {
    const requests = createAskedRequests();
    requests.asked(asked(true));
    const [unanswered] = requests.overdue(later);
    expect(requests.told({ ...told, at: later })).toMatchObject({ exchange: unanswered?.exchange, status: 200 });
  });

  test("is not one of which it told, nor a poll, which may wait", () => {
    const requests = createAskedRequests();
    requests.asked(asked(true));
    requests.told(told);
    requests.asked({ ...asked(true), id: "poll", url: "https://api.test/socket.io/?EIO=4&transport=polling&sid=a" });
    expect(requests.overdue(later)).toEqual([]);
  });

  test("is waited for as long as the client does, and then is a failure", () => {
    const url = "https://api.test/socket.io/?EIO=4&transport=polling&t=1";
    const ask: AskedEvent = { kind: "asked", id: "tap-1.asked1", at: told.at, method: "GET", url, credentials: false };
    const ticks = [6000, 21_000].map((ms) => ({ kind: "tick", id: `tick${ms}`, at: told.at + ms }) as const);
    expect(analyse([ask, ...ticks.slice(0, 1)], NOTHING_KNOWN).connections).toMatchObject([{ state: "connecting" }]);
    expect(analyse([ask, ...ticks], NOTHING_KNOWN).cards).toMatchObject([{ protocol: "engine-io", phase: "open" }]);
  });
});

test("a secure page tells itself that the insecure address was its own to ask, whatever page the network knows of", () => {
  const blocked = { ...told, page: null, url: "http://api.test/chat/negotiate", status: 0, netError: "" };
  const ask = { ...asked(true), url: blocked.url, origin: "https://app.test" };
  const requests = createAskedRequests();
  requests.asked(ask);
  expect(requests.told(blocked)).toMatchObject({ askedBy: "https://app.test" });
});

test("a WebTransport session of the client is a connection, healthy as long as it opens", () => {
  const { connections, cards } = analyse(
    parseWireScript(`page https://app.test
WT https://app.test/socket.io/
  < 200`),
    NOTHING_KNOWN,
  );
  expect(connections).toMatchObject([{ protocol: "engine-io", transport: "webtransport", state: "open" }]);
  expect(cards).toEqual([]);
});

test("a WebTransport session that failed did so, also where DevTools was late to tell of its page", () => {
  const events = parseWireScript(`page https://app.test
WT https://app.test/socket.io/
  < hidden`);
  const [{ at }] = events as [ExchangeEvent];
  const failed = events.map((event) => ({ ...event, page: "first", endedAt: at + 20 }) as ExchangeEvent);
  const late: TrafficEvent = {
    kind: "navigated",
    id: "late",
    at: at + 10,
    page: "late",
    url: "https://app.test/",
  };
  const { connections } = analyse([...failed, late], NOTHING_KNOWN);
  expect(connections).toMatchObject([{ protocol: "engine-io", state: "failed" }]);
});
