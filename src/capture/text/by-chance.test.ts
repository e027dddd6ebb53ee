import { describe, expect, test } from "vitest";
import { eventsFromText } from "./events-from-text.js";

describe("what stands beside a failure by chance", () => {
  const scene = (text: string) => eventsFromText(text).events.flatMap((event) => event.scene);

  test("that it works on localhost does not make localhost the address", () => {
    expect(scene("xhr poll error\nIt works fine on localhost")).not.toContain("localhost");
    expect(scene("xhr poll error\nIt works fine on localhost")).toContain("works-locally");
    expect(scene('xhr poll error\nconst socket = io("http://localhost:3000")')).toContain("localhost");
    expect(scene("connect ECONNREFUSED 127.0.0.1:3000\nIt works fine on localhost")).not.toContain("localhost-names");
  });

  test("who writes where it works complains of where it does not", () => {
    const complains = (text: string) => eventsFromText(text).events[0]?.complains;
    expect(
      complains("RuntimeError: You need to use the eventlet server (socket.io)\nIt works fine on localhost."),
    ).toBe(true);
    expect(complains("RuntimeError: You need to use the eventlet server (socket.io)\nEverything works fine.")).toBe(
      false,
    );
  });

  test("a tool for pages is no proxy until its proxy is named", () => {
    expect(scene("xhr poll error, made with create-react-app")).not.toContain("dev-proxy-named");
    expect(scene('xhr poll error, "proxy": "http://localhost:4000" in package.json')).toContain("dev-proxy-named");
    expect(scene("xhr poll error, vite with server.proxy")).toContain("dev-proxy-named");
  });

  test("a filter of host names tells itself from IIS Express", () => {
    for (const line of ["Invalid Host header", "HostFiltering.HostFilteringMiddleware: The host is not allowed"])
      expect(eventsFromText(`socket.io: ${line}`).events.flatMap((event) => event.messages)).toContain(
        "allowed-hosts-named",
      );
  });

  test("HTTP that cannot be parsed is no packet that cannot", () => {
    const messages = (text: string) =>
      eventsFromText(text, { protocol: "engine-io" }).events.flatMap((e) => e.messages);
    expect(messages("Parse Error: Header overflow HPE_HEADER_OVERFLOW 431")).not.toContain("parse-error");
    expect(messages("disconnect: parse error")).toContain("parse-error");
  });
});

describe("a sentence in either of its forms", () => {
  const messages = (text: string) => eventsFromText(text).events.flatMap((event) => event.messages);

  test.each([
    [
      "origin-not-accepted",
      "http://localhost:4200 is not an accepted origin",
      "http://localhost:4200 isn't an accepted origin",
    ],
    [
      "client-version-incompatible",
      "You are using a version of the client that isn't compatible with the server",
      "using a version of the client that is not compatible with the server",
    ],
    [
      "client-version-incompatible",
      "You are using a version of the client that isn’t compatible with the server",
      "using a version of the client that isnt compatible with the server",
    ],
  ])("%s", (id, first, second) => {
    expect(messages(first)).toContain(id);
    expect(messages(second)).toContain(id);
  });

  test("is found at its own line", () => {
    const { events } = eventsFromText(
      "it doesn't work, it isn't right, I can't see it\n\nhttp://a.test isn't an accepted origin, socket.io",
    );
    expect(events.find(({ messages: said }) => said.length > 0 && said.some((id) => id.includes("origin")))?.id).toBe(
      "t3",
    );
  });

  test("but what is one program's own sentence stays its own", () => {
    expect(messages("socket.io: could not connect to server")).not.toContain("connection-refused");
    expect(messages("socket.io: I can't get it to work with /socket.io/socket.io.js")).not.toContain(
      "client-script-missing",
    );
  });
});
