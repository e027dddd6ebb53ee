import { describe, expect, test } from "vitest";
import { eventsFromText } from "../capture/text/events-from-text.js";
import { compileFolder } from "../knowledge/folder.js";
import { analyse } from "./analysis.js";

const { knowledge } = compileFolder("knowledge");

function first(text: string): string {
  const [cause] = analyse(eventsFromText(text, { protocol: "engine-io" }).events, knowledge).cards[0]?.causes ?? [];
  return `${cause?.cause} ${cause?.confidence}`;
}

/** Each of these sentences is one cause's own where the text tells what it was said of. */
describe("a sentence confirms its cause only where the text tells what it is about", () => {
  test("code 0 of a URL that is not told", () => {
    const answer = '400 {"code":0,"message":"Transport unknown"}';
    expect(first(`GET http://app.test/socket.io/?EIO=4&transport=websocket ${answer}`)).toBe(
      "transport-not-enabled confirmed",
    );
    expect(first(`when I open the client's script I get ${answer}`)).toBe("transport-not-enabled likely");
  });

  test("a name that was none", () => {
    const refused = (host: string) =>
      first(`GET http://${host}/socket.io/?EIO=4&transport=polling net::ERR_NAME_NOT_RESOLVED`);
    expect(refused("api.test:3002")).toBe("dns-failure confirmed");
    expect(refused("192.168.1.5:3002")).not.toContain("confirmed");
  });

  test("a path that prose names without its query", () => {
    const log = 'the log: "GET /socket.io/?EIO=3&transport=websocket HTTP/1.1" 400 45';
    expect(first(`Many requests to wss://app.test/socket.io/ get a 400\n${log}`)).not.toContain(
      "plain-websocket-client",
    );
  });

  test("a client that is not meant to be an old one", () => {
    const refused =
      'GET http://localhost:8888/socket.io/?EIO=3&transport=polling\n400 {"code":5,"message":"Unsupported protocol version"}';
    expect(first(refused)).toBe("eio3-not-allowed confirmed");
    expect(first(`socket.io-client ^4.5.0 on both pages\n${refused}`)).not.toContain("confirmed");
  });
});
