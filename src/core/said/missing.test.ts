import { describe, expect, test } from "vitest";
import type { Facts } from "../facts/index.js";
import { whatIsMissing } from "./missing.js";

const fact = (value: string | number | boolean) => ({ value, events: [] });
const facts = (known: Record<string, string | number | boolean>): Facts =>
  Object.fromEntries(Object.entries(known).map(([name, value]) => [name, fact(value)]));

describe("a text from which nothing follows", () => {
  test("that tells neither address nor answer is sent to ask the server first", () => {
    const said = (protocol: string) => whatIsMissing(facts({ protocol, "said.vaguely": true }));
    expect(said("engine-io")).toMatch(/curl -i 'http:\/\/<host>\/socket\.io\/\?EIO=4&transport=polling'/);
    expect(said("signalr")).toMatch(/curl -i -X POST 'http:\/\/<host>\/<hub>\/negotiate/);
    expect(said("web-pubsub")).not.toMatch(/curl/);
  });

  test("that has an answer already is not", () => {
    expect(whatIsMissing(facts({ protocol: "engine-io", status: 404 }))).not.toMatch(/curl/);
    expect(whatIsMissing(facts({ protocol: "engine-io", "request.host": "app.test" }))).not.toMatch(/curl/);
  });
});
