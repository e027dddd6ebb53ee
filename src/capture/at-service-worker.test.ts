import { expect, test } from "vitest";
import type { ExchangeEvent } from "../core/traffic.js";
import { parseWireScript } from "../knowledge/wire-script.js";
import { createAtServiceWorker } from "./at-service-worker.js";

const url = "https://app.test/chat/negotiate?negotiateVersion=1";
const [event] = parseWireScript(`page https://app.test\nPOST ${url}`) as [ExchangeEvent];
const asked = { requestId: "1", method: "POST", url, timeStamp: event.at };

/** The service worker's own request for it. */
const passed = { ...asked, requestId: "2", timeStamp: event.at + 10 };

test("what a service worker takes over is its answer, until the server has answered what it asks it", () => {
  const atWorker = createAtServiceWorker();
  expect(atWorker.handOver(asked, 7, event)).toMatchObject({ exchange: event.exchange, answeredBy: "service-worker" });
  atWorker.passOn({ ...passed, requestId: "3", method: "GET" });
  expect(atWorker.answered("3")).toBeNull();
  atWorker.passOn(passed);
  expect(atWorker.answered("2")).toMatchObject({ tab: 7, event: { exchange: event.exchange, answeredBy: "server" } });
  expect(atWorker.answered("2")).toBeNull();
});

test("where the server does not answer it, what the page gets is the service worker's", () => {
  const atWorker = createAtServiceWorker();
  atWorker.handOver(asked, 7, event);
  atWorker.passOn(passed);
  atWorker.failed("2");
  expect(atWorker.answered("2")).toBeNull();
});

test("a request of the service worker much later is another one", () => {
  const atWorker = createAtServiceWorker();
  atWorker.handOver(asked, 7, event);
  atWorker.passOn({ ...passed, timeStamp: event.at + 60_000 });
  expect(atWorker.answered("2")).toBeNull();
});
