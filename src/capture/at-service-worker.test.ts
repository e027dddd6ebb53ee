import { expect, test } from "vitest";
import type { ExchangeEvent } from "../core/traffic.js";
import { parseWireScript } from "../knowledge/wire-script.js";
import { createAtServiceWorker } from "./at-service-worker.js";

const url = "https://app.test/chat/negotiate?negotiateVersion=1";
const [event] = parseWireScript(`page https://app.test\nPOST ${url}`) as [ExchangeEvent];
const asked = { method: "POST", url, timeStamp: event.at };

test("what a service worker takes over is its answer, until it asks the server for it", () => {
  const atWorker = createAtServiceWorker();
  expect(atWorker.handOver(asked, 7, event)).toMatchObject({ exchange: event.exchange, answeredBy: "service-worker" });
  expect(atWorker.passOn({ ...asked, method: "GET" })).toBeNull();
  const passed = atWorker.passOn({ ...asked, timeStamp: event.at + 10 });
  expect(passed).toMatchObject({ tab: 7, event: { exchange: event.exchange, answeredBy: "server" } });
  expect(atWorker.passOn(asked)).toBeNull();
});

test("a request of the service worker much later is another one", () => {
  const atWorker = createAtServiceWorker();
  atWorker.handOver(asked, 7, event);
  expect(atWorker.passOn({ ...asked, timeStamp: event.at + 60_000 })).toBeNull();
});
