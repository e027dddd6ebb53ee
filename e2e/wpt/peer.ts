import { once } from "node:events";
import type { Duplex } from "node:stream";
import {
  BINARY,
  CLOSE,
  decodeClose,
  decodeFrame,
  encodeClose,
  encodeFrame,
  type Frame,
  PING,
  PONG,
  TEXT,
} from "./frames.js";
import type { Asked } from "./handshake.js";

export type Message = string | Buffer;

/** What the other side's close is answered with. */
export type CloseReply = { code: number | null; reason: string };

/**
 * One open WebSocket as the suite's handlers see it: they read when they want to, and nothing is taken off the wire in
 * between, so that whoever sends too much is held up.
 */
export class Peer {
  readonly request: Asked;
  readonly #socket: Duplex;
  readonly #answerClose: (asked: CloseReply) => CloseReply | Promise<CloseReply>;
  #arrived: Buffer;
  #isOver = false;
  #closeSent = false;

  constructor(
    request: Asked,
    socket: Duplex,
    head: Buffer,
    answerClose: (asked: CloseReply) => CloseReply | Promise<CloseReply>,
  ) {
    this.request = request;
    this.#socket = socket;
    this.#arrived = head;
    this.#answerClose = answerClose;
    socket.pause();
    socket.on("close", () => {
      this.#isOver = true;
    });
  }

  async send(message: Message): Promise<void> {
    const isText = typeof message === "string";
    await this.write(encodeFrame(isText ? TEXT : BINARY, isText ? Buffer.from(message) : message));
  }

  async write(bytes: Buffer | string): Promise<void> {
    if (this.#isOver || this.#socket.destroyed) return;
    if (!this.#socket.write(bytes)) await Promise.race([once(this.#socket, "drain"), once(this.#socket, "close")]);
  }

  /** The next message; null when the other side closed, which is answered by then, or is gone. */
  async receive(): Promise<Message | null> {
    const parts: Frame[] = [];
    for (;;) {
      const frame = await this.#frame();
      if (frame === null) return null;
      if (frame.opcode === CLOSE) return this.#closed(frame.payload);
      if (frame.opcode === PING) await this.write(encodeFrame(PONG, frame.payload));
      if (frame.opcode >= CLOSE) continue;
      parts.push(frame);
      if (!frame.isLast) continue;
      const whole = Buffer.concat(parts.map(({ payload }) => payload));
      return parts[0]?.opcode === TEXT ? whole.toString("utf8") : whole;
    }
  }

  /** Closes if nobody has yet, and leaves the wire to the other side once it has agreed. */
  async close(): Promise<void> {
    if (!this.#closeSent && !this.#isOver) {
      this.#closeSent = true;
      await this.write(encodeClose(1000, ""));
      while ((await this.receive()) !== null);
    }
    this.#socket.end();
  }

  async #closed(payload: Buffer): Promise<null> {
    this.#isOver = true;
    if (this.#closeSent) return null;
    this.#closeSent = true;
    const { code, reason } = await this.#answerClose(decodeClose(payload));
    this.#socket.write(encodeClose(code, reason));
    return null;
  }

  async #frame(): Promise<Frame | null> {
    for (;;) {
      const found = decodeFrame(this.#arrived);
      if (found) {
        this.#arrived = found.rest;
        return found.frame;
      }
      const more = this.#isOver ? null : await this.#bytes();
      if (more === null) return null;
      this.#arrived = Buffer.concat([this.#arrived, more]);
    }
  }

  #bytes(): Promise<Buffer | null> {
    const socket = this.#socket;
    return new Promise((resolve) => {
      const settle = (bytes: Buffer | null) => {
        socket.off("data", settle).off("end", ended).off("close", ended);
        socket.pause();
        resolve(bytes);
      };
      const ended = () => settle(null);
      socket.on("data", settle).on("end", ended).on("close", ended);
      socket.resume();
    });
  }
}
