import { sleep } from "../browser/wait.js";
import type { Handshake } from "./handshake.js";
import { openAndCloseAtOnce, queryOf, sameSiteCookies, takeProtocol } from "./handshakes.js";
import type { CloseReply, Peer } from "./peer.js";
import { blockingStash, stash } from "./stash.js";

/** What one of the suite's `websockets/handlers/*_wsh.py` does, in the same three steps. */
interface Handler {
  /** "done" where the handshake was answered, or broken off, by hand. */
  // biome-ignore lint/suspicious/noConfusingVoidType: most handlers leave the handshake as it is.
  shake?(handshake: Handshake): "done" | void | Promise<"done" | void>;
  talk?(peer: Peer): Promise<void>;
  answerClose?(asked: CloseReply): CloseReply | Promise<CloseReply>;
}

const waitForClose = async (peer: Peer) => void (await peer.receive());
const asTheyClosed = (asked: CloseReply) => asked;

const setCookie = (attributes: string): Handler => ({
  shake: (handshake) =>
    void handshake.headers.push(["Set-Cookie", `ws_test_${queryOf(handshake.request)}=test; Path=/${attributes}`]),
  talk: waitForClose,
});

const tellProtocol: Handler["talk"] = (peer) =>
  peer.send((peer.request.headers["sec-websocket-protocol"] ?? "").split(",", 1)[0] ?? "");

/** By path. Missing: `msg_channel`, which no WebSocket test talks to. */
export const handlers: Record<string, Handler> = {
  "/basic_auth": {
    async shake({ request, refuse }) {
      if (request.headers.authorization === "Basic Zm9vOmJhcg==") return;
      refuse(401, { "WWW-Authenticate": 'Basic realm="camelot"' });
      return "done";
    },
  },
  "/delayed-passive-close": {
    talk: waitForClose,
    async answerClose(asked) {
      await sleep(1000);
      return asked;
    },
  },
  "/echo": {
    shake: (handshake) => {
      if (handshake.protocols?.includes("echo")) handshake.protocol = "echo";
    },
    async talk(peer) {
      for (let message = await peer.receive(); message !== null; message = await peer.receive()) {
        await peer.send(message);
        if (message === "Goodbye") return;
      }
    },
    answerClose: asTheyClosed,
  },
  "/echo-cookie": { talk: (peer) => peer.send(peer.request.headers.cookie ?? "(none)") },
  "/echo-query": { talk: (peer) => peer.send(peer.request.url?.replace(/^[^?]*\??/, "") ?? "") },
  "/echo-query_v13": { talk: (peer) => peer.send(queryOf(peer.request)) },
  "/echo_close_data": { talk: untilGoodbye },
  "/echo_exit": { talk: untilGoodbye },
  "/echo_raw": {
    async talk(peer) {
      for (let bytes = await peer.receive(); bytes !== null; bytes = await peer.receive()) {
        if (String(bytes) === "exit") return;
        await peer.write(bytes);
      }
    },
  },
  "/empty-message": { talk: async (peer) => peer.send((await peer.receive()) === "" ? "pass" : "fail") },
  "/handshake_no_extensions": {},
  "/handshake_no_protocol": {
    shake: (handshake) => {
      handshake.protocols = null;
    },
  },
  "/handshake_protocol": { shake: takeProtocol(() => "foobar") },
  "/handshake_sleep_2": { shake: () => sleep(2000) },
  "/invalid": { shake: ({ socket }) => void socket.write("FOO BAR BAZ\r\n\r\n") },
  "/origin": { talk: (peer) => peer.send(peer.request.headers.origin ?? "") },
  "/protocol": { shake: takeProtocol((asked) => asked), talk: (peer) => peer.send(askedProtocol(peer)) },
  "/protocol_array": { shake: takeProtocol((asked) => asked.split(",", 1)[0] ?? ""), talk: tellProtocol },
  "/receive-backpressure": {
    async talk(peer) {
      await sleep(2000);
      await peer.receive();
    },
  },
  "/receive-many-with-backpressure": {
    async talk(peer) {
      for (;;) {
        await sleep(100);
        const message = await peer.receive();
        if (message === null) return;
        await peer.send(String(message.length));
      }
    },
  },
  "/referrer": { talk: (peer) => peer.send(peer.request.headers.referer ?? "MISSING AS PER FETCH") },
  "/send-backpressure": {
    async talk(peer) {
      await peer.send(Buffer.alloc(0));
      const began = Date.now();
      for (let count = 0; count < 16; count += 1) await peer.send(Buffer.alloc(1024 * 1024, " "));
      await peer.send(String((Date.now() - began) / 1000));
    },
  },
  "/set-cookie": setCookie(""),
  "/set-cookie-secure": setCookie("; Secure"),
  "/set-cookie_http": setCookie("; HttpOnly"),
  "/set-cookies-samesite": { shake: sameSiteCookies, talk: waitForClose },
  "/simple_handshake": { shake: openAndCloseAtOnce },
  "/sleep_10_v13": {
    async shake({ socket }) {
      for (let count = 0; count < 5 && !socket.destroyed; count += 1) {
        socket.write("x");
        await sleep(2000);
      }
    },
  },
  "/stash_responder": { talk: stash },
  "/stash_responder_blocking": { talk: blockingStash },
  "/wrong_accept_key": {
    shake: ({ socket, request }) => {
      const origin = `Sec-WebSocket-Origin: ${request.headers.origin}\r\n`;
      socket.write(`HTTP/1.1 101 Switching Protocols:\r\nConnection: Upgrade\r\nUpgrade: WebSocket\r\n${origin}`);
      socket.write("Sec-WebSocket-Accept: thisisawrongacceptkey\r\n\r\n");
    },
    talk: (peer) => peer.send("test"),
  },
};

async function untilGoodbye(peer: Peer): Promise<void> {
  for (let message = await peer.receive(); message !== null; message = await peer.receive()) {
    if (message === "Goodbye") return;
  }
}

function askedProtocol({ request }: Peer): string {
  return request.headers["sec-websocket-protocol"] ?? "";
}
