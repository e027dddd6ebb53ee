import { WebSocket } from "ws";

/** A socket that was still open when the recording ended goes on living: its silence would be another failure. */
export interface KeepAlive {
  /** What the client has sent; binary as base64. */
  heard(text: string): void;
  /** From here on the recording has nothing more to say. */
  start(): void;
}

const EVERY_MS = 10_000;

export function createKeepAlive(socket: WebSocket): KeepAlive {
  let ping: string | Buffer | null = null;
  let isOn = false;

  function heard(text: string): void {
    if (/^\{"protocol":"json"/.test(text)) ping = '{"type":6}\u001e';
    if (/^\{"protocol":"(?:messagepack|blazorpack)"/.test(text)) ping = Buffer.from([2, 0x91, 6]);
    if (/^4?0/.test(text)) ping = "2";
    // Revision 3 of Engine.IO: the client pings.
    if (text === "2" && isOn) socket.send("3");
  }

  function start(): void {
    isOn = true;
    const timer = setInterval(
      () => ping !== null && socket.readyState === WebSocket.OPEN && socket.send(ping),
      EVERY_MS,
    );
    socket.once("close", () => clearInterval(timer));
  }

  return { heard, start };
}
