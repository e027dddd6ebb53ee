import { knowledge } from "virtual:knowledge";
import { expect, it } from "vitest";
import { analyse } from "../core/analysis.js";
import { parseWireScript } from "../knowledge/wire-script.js";
import { makeSafe } from "./export.js";
import { FILE_FORMATS, type FileFormat } from "./formats.js";
import { readHar } from "./read.js";

/** Names of a page's and a server's own choosing, wherever the protocols have room for one. */
function session(name: string): string {
  return `
page https://app.test
+0ms POST https://app.test/chat/negotiate?negotiateVersion=1&${name}=1
  > ${name}: one
  > Cookie: ${name}=1; b=2
  < 200
  < ${name}: two
  < Set-Cookie: ${name}=1; Path=/
  << {"connectionId":"a","connectionToken":"t","negotiateVersion":1,"availableTransports":[{"transport":"WebSockets","transferFormats":["Text"]}],"${name}":{"a":1}}
+5ms WS wss://app.test/chat?id=t&${name}=1
  > Sec-WebSocket-Protocol: ${name}
  < 101
  +1ms -> {"protocol":"json","version":1}␞
  +1ms <- {}␞
  +1ms -> {"type":1,"target":"${name}","invocationId":"${name}","arguments":[{"${name}":1}]}␞
  +1ms <- {"type":3,"invocationId":"${name}","error":"Failed to invoke '${name}' due to an error on the server. HubException: Method does not exist."}␞
+5ms WS wss://app.test/socket.io/?EIO=4&transport=websocket&${name}=1
  < 101
  +1ms <- 0{"sid":"a","upgrades":["${name}"],"pingInterval":25000,"pingTimeout":20000,"${name}":{}}
  +1ms -> 40/${name},{"${name}":"1"}
  +1ms <- 44/${name},{"message":"Invalid namespace","data":{"${name}":1}}
  +1ms -> 421["${name}",{"${name}":1}]
  +1ms <- 431[{"${name}":1}]
+5ms WS wss://app.test/client/hubs/${name}?${name}=1
  > Sec-WebSocket-Protocol: json.webpubsub.azure.v1
  < 101
  < Sec-WebSocket-Protocol: json.webpubsub.azure.v1
  +1ms <- {"type":"system","event":"connected","connectionId":"c","userId":"${name}"}
  +1ms -> {"type":"event","event":"${name}","dataType":"json","data":{"${name}":1},"ackId":1}
  +1ms <- {"type":"ack","ackId":1,"success":false,"error":{"name":"${name}","message":"no"}}
`;
}

const NAMES = ["__proto__", "constructor", "toString", "hasOwnProperty", "valueOf"];
/** As long as any, and nobody's. */
const PLAIN = "aNameOfIts";

function told(name: string) {
  const events = parseWireScript(session(name));
  const safe = makeSafe([events], knowledge, { salt: 1 });
  const [recording] = safe.recordings;
  if (!recording) throw new Error("one recording was given");
  const files = Object.keys(FILE_FORMATS).map((format) => {
    const text = FILE_FORMATS[format as FileFormat](safe, recording.analysis, {
      version: "1",
      knowledge,
      browser: null,
    });
    safe.check(text);
    return text;
  });
  const har = FILE_FORMATS.har(safe, recording.analysis, { version: "1", knowledge, browser: null });
  return {
    first: causes(events),
    again: causes(readHar(har).events),
    fields: Object.keys(JSON.parse(har).log),
    files: files.length,
  };
}

function causes(events: Parameters<typeof analyse>[0]) {
  const { cards, connections } = analyse(events, knowledge);
  return {
    connections: connections.length,
    cards: cards.map((card) => [
      card.protocol,
      card.phase,
      ...card.causes.map(({ cause, confidence }) => [cause, confidence]),
    ]),
  };
}

it.each(NAMES)(
  "%s, which every object has, is a name like any other, wherever a page or a server may choose one",
  (name) => {
    const plain = told(PLAIN);
    expect(plain.first.cards.length).toBeGreaterThan(1);
    expect(plain.again).toEqual(plain.first);
    expect(told(name)).toEqual(plain);
    expect(Object.keys(Object.prototype)).toEqual([]);
  },
);
