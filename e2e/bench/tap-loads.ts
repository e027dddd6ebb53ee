/**
 * Who takes the messages in the page: a counter and nobody else, one that reads `data` as well, or an official client, to whose
 * messages a counter listens.
 */
export type Taker = "bare" | "reading" | "engine.io" | "socket.io" | "signalr";

/** One kind of traffic. */
export interface Load {
  taker: Taker;
  /** "both": half of the frames go out, and each comes back. */
  direction: "in" | "out" | "both";
  bytes: number;
  isBinary: boolean;
  frames: number;
  /** No more than the tap may tell of: beyond it, frames are dropped and counted, which is another question. */
  perSecond: number;
}

const BARE: Pick<Load, "taker" | "direction" | "isBinary">[] = [
  { taker: "bare", direction: "in", isBinary: false },
  { taker: "bare", direction: "out", isBinary: false },
  { taker: "bare", direction: "in", isBinary: true },
  { taker: "bare", direction: "out", isBinary: true },
];
const READING: typeof BARE = [
  { taker: "reading", direction: "in", isBinary: false },
  { taker: "reading", direction: "in", isBinary: true },
];
const CLIENTS: typeof BARE = [
  { taker: "socket.io", direction: "in", isBinary: false },
  { taker: "socket.io", direction: "out", isBinary: false },
  { taker: "engine.io", direction: "in", isBinary: true },
  { taker: "engine.io", direction: "out", isBinary: true },
  { taker: "signalr", direction: "both", isBinary: false },
];

export function loadsOf(frames: number): Load[] {
  return [100, 10_000].flatMap((bytes) =>
    [...BARE, ...READING, ...CLIENTS].map((kind) => ({ ...kind, bytes, frames, perSecond: bytes > 1000 ? 600 : 1500 })),
  );
}

/** "socket.io text in 100" */
export function nameOf({ taker, direction, bytes, isBinary }: Load): string {
  return `${taker} ${isBinary ? "binary" : "text"} ${direction} ${bytes}`;
}

/** As an application sends them, with some so many bytes as JSON. */
export function pricesOf(bytes: number): object[] {
  const one = (nth: number) => ({ symbol: `S${nth % 97}`, at: 1_764_291_600_000 + nth, text: `price ${nth}` });
  return Array.from({ length: Math.max(1, Math.floor(bytes / 60)) }, (_, nth) => one(nth));
}

/** Runs in the page: begins to take or to send all frames, which lasts longer than any one question to a page may; then `isDone`. */
export function takeLoad({ load, server, path, prices, hasSecondListener }: Taking): void {
  const { taker, direction, bytes, isBinary, frames, perSecond } = load;
  const query = { load: JSON.stringify(load) };
  const socketUrl = `${server.replace("http", "ws")}${path}?load=${encodeURIComponent(query.load)}`;
  const over = { path, query, transports: ["websocket"] };
  const bytesToSend = new Uint8Array(bytes);
  const messages = direction === "both" ? frames / 2 : frames;
  let count = 0;
  let sent = 0;
  document.documentElement.removeAttribute("data-load"); // of the turn before
  const done = () => document.documentElement.setAttribute("data-load", "done");
  const took = () => {
    count += 1;
    if (count === messages) done();
  };
  const send = (one: () => void) => {
    const slice = Math.max(1, Math.floor((perSecond * 20 * (messages / frames)) / 1000));
    const next = () => {
      for (const end = Math.min(messages, sent + slice); sent < end; sent += 1) one();
      if (sent < messages) setTimeout(next, 20);
      else if (direction === "out") done();
    };
    next();
  };
  const clients = {
    bare() {
      const socket = new WebSocket(socketUrl);
      socket.binaryType = "arraybuffer";
      if (hasSecondListener) socket.addEventListener("message", ({ data }) => void data);
      socket.onmessage = took;
      const payload = isBinary ? bytesToSend : "x".repeat(bytes);
      if (direction === "out") socket.onopen = () => send(() => socket.send(payload));
    },
    reading() {
      const socket = new WebSocket(socketUrl);
      socket.binaryType = "arraybuffer";
      socket.onmessage = ({ data }) => {
        void data;
        took();
      };
    },
    "engine.io"() {
      const socket = eio(server, over);
      socket.binaryType = "arraybuffer";
      socket.on("message", took);
      if (direction === "out") socket.on("open", () => send(() => socket.send(bytesToSend)));
    },
    "socket.io"() {
      const socket = io(server, over);
      socket.on("prices", took);
      if (direction === "out") socket.on("connect", () => send(() => socket.emit("prices", prices)));
    },
    signalr() {
      const transport = signalR.HttpTransportType.WebSockets;
      const connection = new signalR.HubConnectionBuilder()
        .withUrl(server + path, { transport, skipNegotiation: true })
        .build();
      connection.on("told", took);
      const text = "a line of plain words, ".repeat(bytes / 20).slice(0, bytes - 50);
      // One after the other: of what is sent at once the client makes a single frame, and the server answers with one.
      let sending = connection.start();
      const tell = () => {
        sending = sending.then(() => connection.send("Tell", text));
      };
      void sending.then(() => send(tell));
    },
  };
  clients[taker]();
}

export interface Taking {
  load: Load;
  server: string;
  path: string;
  prices: object[];
  /** Of a bare socket: another listener, that reads `data` and does no more. */
  hasSecondListener: boolean;
}

/** What the official clients' scripts put on the page. */
declare const eio: (server: string, options: object) => import("engine.io-client").Socket;
declare const io: typeof import("socket.io-client")["io"];
declare const signalR: typeof import("@microsoft/signalr");

/** Runs in the page: the last frame has gone through. */
export function isDone(): boolean {
  return document.documentElement.getAttribute("data-load") === "done";
}
