const START = Date.UTC(2026, 0, 1);

export interface Socket {
  nth: number;
  messages: number;
}

function entry({ nth, messages }: Socket): object {
  const fails = nth % 10 === 0;
  const at = START + nth * 50;
  const id = String(nth).padStart(21, "a");
  return {
    startedDateTime: new Date(at).toISOString(),
    time: 20,
    request: { method: "GET", url: `wss://app.test/hub${nth % 40}?id=${id}A`, headers: [], queryString: [] },
    response: { status: fails ? 404 : 101, headers: [], content: {} },
    _resourceType: "websocket",
    _initiator: {
      type: "script",
      stack: { callFrames: [{ functionName: "_startTransport", url: "https://app.test/signalr.js" }] },
    },
    _webSocketMessages: fails
      ? []
      : Array.from({ length: messages }, (_, place) => ({
          type: place % 2 === 0 ? "send" : "receive",
          time: (at + place) / 1000,
          opcode: 1,
          data: data(nth, place),
        })),
  };
}

function data(nth: number, place: number): string {
  if (place === 0) return '{"protocol":"json","version":1}\u001e';
  return place === 1 ? "{}\u001e" : `{"type":1,"target":"Moved${place % 5}","arguments":[${nth},${place}]}\u001e`;
}

/** SignalR sockets at 40 hubs, as Chromium's HAR has them; every tenth is refused with a 404. */
export function socketsHar(sockets: readonly Socket[]): string {
  const creator = { name: "bench", version: "1" };
  return JSON.stringify({ log: { version: "1.2", creator, entries: sockets.map(entry) } });
}

export function manySockets(count: number, messages: number): Socket[] {
  return Array.from({ length: count }, (_, nth) => ({ nth, messages }));
}
