interface CountedApart {
  side: "client" | "server";
  /** Its group is the library's major version. */
  pattern: RegExp;
  means: Readonly<Record<string, number>>;
}

/** Libraries that count by themselves: what their major version stands for among Socket.IO's own. */
export const COUNTED_APART: readonly CountedApart[] = [
  {
    side: "server",
    pattern: /\b(?:python-socketio|Flask-SocketIO)\b[^.\d]{0,12}(\d)\.\d/i,
    means: { "1": 2, "2": 2, "3": 2, "4": 2, "5": 4 },
  },
  { side: "server", pattern: /\bpython-engineio\b[^.\d]{0,12}(\d)\.\d/i, means: { "1": 2, "2": 2, "3": 2, "4": 4 } },
  { side: "server", pattern: /\bnetty-socket\.?io\b[^.\d]{0,20}([12])\.\d/i, means: { "1": 2, "2": 4 } },
  { side: "server", pattern: /\b(?:googollee\/)?go-socket\.io\b[^.\d]{0,12}v?([01])\.\d/i, means: { "0": 2, "1": 2 } },
  {
    side: "server",
    pattern: /@nestjs\/(?:platform-socket\.io|websockets)\b[^.\d]{0,8}(\d{1,2})\.\d/i,
    means: { "5": 2, "6": 2, "7": 2, "8": 4, "9": 4, "10": 4, "11": 4 },
  },
  {
    side: "client",
    pattern: /\b(?:socket\.io-client-swift|swift client|socketio)\b[^.\d]{0,16}v?(1[3-6])\.\d/i,
    means: { "13": 2, "14": 2, "15": 2, "16": 4 },
  },
  { side: "client", pattern: /\bsocket_io_client\b[^.\d]{0,12}(\d)\.\d/i, means: { "0": 2, "1": 2, "2": 4, "3": 4 } },
  {
    side: "client",
    pattern:
      /\b(?:java client(?: io\.socket)?|socket\.io-client-java|io\.socket:socket\.io-client:)[^.\d]{0,12}([012])\.\d/i,
    means: { "0": 2, "1": 2, "2": 4 },
  },
  { side: "client", pattern: /\bsocketIO[-_]client\b[^.\d]{0,12}([01])\.\d/, means: { "0": 2, "1": 2 } },
  { side: "client", pattern: /\bSocketIoClientDotNet\b[^.\d]{0,12}([01])\.\d/i, means: { "0": 2, "1": 2 } },
  { side: "client", pattern: /\bngx-socket-io\b[^.\d]{0,8}(\d)\.\d/i, means: { "2": 2, "3": 2, "4": 4 } },
  { side: "client", pattern: /\bsocket\.?io-client-cpp\b[^.\d]{0,12}([123])\.\d/i, means: { "1": 2, "2": 2, "3": 4 } },
  { side: "client", pattern: /\bEIO ?= ?(?:EngineIO\.V)?([34])\b/, means: { "3": 2, "4": 4 } },
  {
    side: "client",
    pattern: /\b(?:cdn\.socket\.io|libs\/socket\.io|js\/socket\.io)[/-](?:socket\.io-)?([0-4])\.\d/i,
    means: { "0": 0, "1": 1, "2": 2, "3": 3, "4": 4 },
  },
  {
    side: "client",
    pattern: /\bsocket\.?io-([0-4])\.\d+\.\d+(?:\.min)?\.js\b/i,
    means: { "0": 0, "1": 1, "2": 2, "3": 3, "4": 4 },
  },
];
