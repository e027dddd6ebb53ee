import { expect, it } from "vitest";
import { opensSocket } from "./opened-socket.js";

it.each([
  [101, "HTTP/1.1 101 Switching Protocols", true],
  [101, "", true],
  [200, "HTTP/2.0 200 OK", true],
  [200, "h3", true],
  [200, "HTTP/1.1", false],
  [200, "", false],
  [404, "HTTP/2", false],
])("%i of %j opens a socket: %s", (status, version, opens) => {
  expect(opensSocket(status, version)).toBe(opens);
});
