import { describe, expect, it } from "vitest";
import { bystanderOf } from "./bystander.js";
import { readHar } from "./read.js";

const image = {
  pageref: "page_1",
  startedDateTime: "2026-01-01T00:00:00.000Z",
  time: 12,
  _resourceType: "image",
  request: { method: "GET", url: "https://app.test/logo.png", headers: [{ name: "cookie", value: "a=b" }] },
  response: { status: 200, headers: [], content: { size: 4, mimeType: "image/png", text: "AAAA", encoding: "base64" } },
};

describe("a part of a page that was loaded as it should", () => {
  it("is counted, and neither its headers nor its body are read", () => {
    expect(bystanderOf(image, "h1")).toMatchObject({ url: image.request.url, status: 200, endedAt: 1767225600012 });
    expect(bystanderOf(image, "h1")).toMatchObject({ requestHeaders: null, responseBody: null });
  });

  it("shows that the file has bodies", () => {
    const negotiate = {
      ...image,
      _resourceType: "fetch",
      request: { method: "POST", url: "https://app.test/hub/negotiate?negotiateVersion=1", headers: [] },
      response: { status: 404, headers: [{ name: "a", value: "b" }], content: { size: 0, mimeType: "" } },
    };
    const notSeen = (entries: object[]) =>
      readHar(JSON.stringify({ log: { entries } })).events.flatMap((event) =>
        event.kind === "coverage" ? event.notSeen : [],
      );
    expect(notSeen([negotiate])).toContain("bodies");
    expect(notSeen([image, negotiate])).not.toContain("bodies");
  });

  it.each([
    ["failed", { ...image, response: { ...image.response, status: 404 } }],
    ["was fetched by a script", { ...image, _resourceType: "fetch" }],
    ["was not answered", { ...image, response: { ...image.response, _error: "net::ERR_FAILED" } }],
    ["is a poll by way of a script", { ...image, request: { ...image.request, url: "https://app.test/x?EIO=3" } }],
    ["is below a path of the clients", { ...image, request: { ...image.request, url: "https://app.test/socket.io/" } }],
    ["has no time", { ...image, startedDateTime: 7 }],
    ["is no entry", "image"],
  ])("is none where it %s", (_, entry) => expect(bystanderOf(entry, "h1")).toBeNull());
});
