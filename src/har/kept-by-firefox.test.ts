import { knowledge } from "virtual:knowledge";
import { expect, it } from "vitest";
import { analyse } from "../core/analysis.js";
import { readHar } from "./read.js";

type Headers = Record<string, string>;

const SESSION = '0{"sid":"Lbo5JLzTotvW3g2LAAAA","upgrades":["websocket"],"pingInterval":25000,"pingTimeout":20000}';

/** What a HAR comes to whose only request went to another origin and was answered 200, body and all. */
function causesOf(name: string, asked: Headers, answered: Headers): (string | undefined)[] {
  const headers = (each: Headers) => Object.entries(each).map(([key, value]) => ({ name: key, value }));
  const entry = {
    startedDateTime: "2026-01-01T00:00:00Z",
    time: 1,
    request: {
      method: "GET",
      url: "http://localhost:3000/socket.io/?EIO=4&transport=polling",
      headers: headers({ Origin: "http://localhost:4200", ...asked }),
    },
    response: {
      status: 200,
      headers: headers({ "Content-Type": "text/plain", ...answered }),
      content: { size: 90, mimeType: "text/plain", text: SESSION },
    },
  };
  const log = { version: "1.2", creator: { name, version: "1" }, entries: [entry] };
  return analyse(readHar(JSON.stringify({ log })).events, knowledge).cards.map(({ causes: [best] }) => best?.cause);
}

const ALLOWED = { "Access-Control-Allow-Origin": "http://localhost:4200" };

it("Firefox writes what CORS kept from the page as if it had been read: the headers tell", () => {
  expect(causesOf("Firefox", {}, {})).toEqual(["cors-not-enabled"]);
  expect(causesOf("Firefox", {}, { "Access-Control-Allow-Origin": "http://localhost:9" })).toEqual([
    "cors-origin-not-allowed",
  ]);
  expect(causesOf("Firefox", {}, ALLOWED)).toEqual([]);
});

it("a cookie that went along shows that the page sent credentials", () => {
  expect(causesOf("Firefox", { Cookie: "a=b" }, ALLOWED)).toEqual(["cors-credentials-missing"]);
  expect(causesOf("Firefox", { Cookie: "a=b" }, { ...ALLOWED, "Access-Control-Allow-Credentials": "true" })).toEqual(
    [],
  );
});

it("a proxy's HAR is taken at its word: its client may be no browser", () => {
  expect(causesOf("mitmproxy", {}, {})).toEqual([]);
});
