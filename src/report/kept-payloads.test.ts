import { gzipSync } from "node:zlib";
import { knowledge } from "virtual:knowledge";
import { expect, it } from "vitest";
import { analyse } from "../core/analysis.js";
import { makeSafe } from "../har/export.js";
import { FILE_FORMATS } from "../har/formats.js";
import { parseWireScript } from "../knowledge/wire-script.js";
import { createRedactor } from "./redact.js";

const AWS = "AKIAWFZGFMR6M8Y1OBEU";

/** What is left of a refused negotiate's answer, and of a message, at the level that keeps payloads. */
function kept(answer: string, message: string): string[] {
  const events = parseWireScript(`
+0ms POST https://app.test/chat/negotiate?negotiateVersion=1
  > X-SignalR-User-Agent: Microsoft SignalR/10.0
  < 400
  << ${answer}
+5ms WS wss://app.test/socket.io/?EIO=4&transport=websocket
  < 101
  +1ms <- ${message}`);
  return createRedactor({ level: "keep-payloads" })
    .redactEvents(events)
    .flatMap((event) => {
      if (event.kind === "frame") return event.payload.text ?? [];
      return event.kind === "exchange" ? (event.responseBody?.text ?? []) : [];
    });
}

it.each<[string, string, string]>([
  [
    "a connection string where an address belongs",
    `{"type":"Endpoint=https://a.example;AccessKey=Veh+hSmby3lb="}`,
    "2",
  ],
  [
    "a part of a path",
    `{"type":"https://a.example/p/Endpoint%3Dhttps%3A%2F%2Fa.example%3BAccessKey%3DVeh%2BhSmby3lbwbNgiR1t%3D"}`,
    "2",
  ],
  ["a signature that lost its address", `{"type":"sv=2024-01-01&sig=Veh%2BhSmby3lbwbNgiR1tjqpb"}`, "2"],
  ["what is packed in base64", `{"state":"${gzipSync(`key ${AWS}`).toString("base64")}"}`, "2"],
  ["a key right after a packet's type", "{}", `2${AWS}`],
  ["a key that begins like a packet", "{}", "41VehFp5vDcJULtXKMlROIdSDX9yogqVHq9JL8UFOF"],
  [
    "a private key that was percent-encoded",
    "{}",
    '42["note","-----BEGIN%20PRIVATE%20KEY-----DE6heU37C868%2FzXPstHy9Y7JtGaHSoOVjeKzv03mMtsHaWgyLY2q8%2FVehvWiWnJ-----END%20PRIVATE%20KEY-----"]',
  ],
])("keeps no secret in %s", (_, answer, message) => {
  const left = kept(answer, message).join("\n");
  expect(left).not.toMatch(/Veh|H4sI|AKIA/);
  expect(left).toMatch(/\[(?:key|data)-\d+|%5B(?:key|data)-\d+/);
});

it.each([
  `{"id":"order 4711 x","code":"invalid_session","state":"session_gone"}`,
  `{"author":"Jane Doe 17","authType":"cookie_based","sessionState":"not_found"}`,
  `{"signalStrength":"-70 dBm","design":"two_columns","key":"errors.auth.missing"}`,
  "?author=Jane_Doe_17&design=two_columns",
  "author=Jane_Doe_17 keyboard=de_DE",
])("keeps %s, and the scan of the export finds no secret in it", (data) => {
  expect(written(data)).toContain(JSON.stringify(data).slice(1, -1));
});

it.each([
  `{"userId":"u-4711-x","authorization":"x1-y2-z3","session_id":"s-4711-x","nonce":"n-4711-x"}`,
  "session=s-4711-x",
  "clientSecret=s-4711-x&x=1",
  "ticket=s-4711-x",
])("takes from %s what its name says, and lets the rest be written", (data) => {
  expect(written(data)).not.toMatch(/4711|x1-y2/);
});

/** A whole export of a refused negotiate with this answer. */
function written(answer: string): string {
  const events = parseWireScript(`
+0ms POST https://app.test/chat/negotiate?negotiateVersion=1
  > X-SignalR-User-Agent: Microsoft SignalR/10.0
  < 400
  << ${answer}`);
  const safe = makeSafe([events], knowledge, { level: "keep-payloads", salt: 0 });
  const analysis = safe.recordings[0]?.analysis ?? analyse([], knowledge);
  const file = FILE_FORMATS.har(safe, analysis, { version: "1", knowledge, browser: null });
  safe.check(file);
  return file;
}

it("keeps what is none", () => {
  expect(kept(`{"title":"Out of paper"}`, `42["hello",{"name":"any"}]`)).toEqual([
    `{"title":"Out of paper"}`,
    `42["hello",{"name":"any"}]`,
  ]);
});
