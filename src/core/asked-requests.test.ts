import { describe, expect, test } from "vitest";
import { parseWireScript } from "../knowledge/wire-script.js";
import { analyse } from "./analysis.js";
import { createAskedRequests } from "./asked-requests.js";
import { corsProblem } from "./cors.js";
import { newExchange } from "./exchange.js";
import type { AskedEvent, ExchangeEvent } from "./traffic.js";

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
    { version: "test", entries: [] },
  );
  expect(connections).toMatchObject([{ protocol: "engine-io", transport: "webtransport", state: "open" }]);
  expect(cards).toEqual([]);
});
