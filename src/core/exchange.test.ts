import { expect, test } from "vitest";
import { parseWireScript } from "../knowledge/wire-script.js";
import { mergeExchange, newExchange } from "./exchange.js";
import type { ExchangeEvent } from "./traffic.js";

const [told] = parseWireScript(`page https://app.test
POST https://app.test/chat/negotiate?negotiateVersion=1
  < 401`) as [ExchangeEvent];
const untold = { ...told, status: 0, netError: "" };

test.each([
  ["first", untold, told],
  ["last", told, untold],
])("who saw no answer and has no word for it knows less than who saw a status, told %s", (_, one, other) => {
  const exchange = newExchange(one);
  mergeExchange(exchange, other);
  expect(exchange).toMatchObject({ status: 401, netError: null });
});

test.each([
  ["before it let it pass", "service-worker", "server"],
  ["and then heard of the server", "server", "service-worker"],
] as const)("a server that was asked after all gave the answer, told %s", (_, first, last) => {
  const exchange = newExchange({ ...told, answeredBy: first });
  mergeExchange(exchange, { ...told, answeredBy: last });
  expect(exchange.answeredBy).toBe("server");
});

test("a word for what went wrong stands beside the status: the browser kept that answer from the page", () => {
  const exchange = newExchange(told);
  mergeExchange(exchange, { ...told, status: 0, netError: "net::ERR_FAILED" });
  expect(exchange).toMatchObject({ status: 401, netError: "net::ERR_FAILED" });
});
