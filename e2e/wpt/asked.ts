/** What Chromium says of a frame that took long to come. */
type LongFrame = PerformanceEntry & {
  scripts: { invoker: string; sourceURL: string; sourceFunctionName: string; sourceCharPosition: number }[];
};

/** What can be asked of a page's sockets, and the answers; it runs in a page. */
export async function askedOfSockets(url: string): Promise<unknown> {
  const answers: Record<string, unknown> = {};
  const told: string[] = [];
  const named = (thrown: unknown) => {
    const error = thrown as Error;
    return `${error.name}: ${error.message} / ${Object.prototype.toString.call(error)} / ${Object.getOwnPropertyNames(error)}`;
  };
  const stackless = (text: string | undefined) => String(text).replace(/:\d+/g, "");
  const thrown = (work: () => unknown) => {
    try {
      work();
      return "nothing";
    } catch (error) {
      return [named(error), stackless((error as Error).stack)];
    }
  };
  const shape = (owner: object) =>
    Reflect.ownKeys(owner).map((key) => {
      const { value, get, set, ...flags } = Object.getOwnPropertyDescriptor(owner, key) ?? {};
      return [String(key), JSON.stringify(flags), typeof value, get?.toString(), set?.toString()];
    });
  const untilClosed = (socket: WebSocket) => new Promise((resolve) => socket.addEventListener("close", resolve));

  for (const owner of [WebSocket, WebSocket.prototype, EventSource, EventSource.prototype, Function.prototype]) {
    answers[`shape of ${Object.prototype.toString.call(owner)} ${(owner as { name?: string }).name}`] = shape(owner);
  }
  const all = Object.getOwnPropertyNames(window);
  answers.order = [all[all.indexOf("WebSocket") - 1], all[all.indexOf("WebSocket") + 1]];
  answers.enumerable = Object.keys(window).includes("WebSocket");
  answers.lengths = [WebSocket.length, WebSocket.prototype.send.length, WebSocket.prototype.close.length];
  const make = (...args: unknown[]) => Reflect.construct(WebSocket, args) as WebSocket;
  const connecting = make(url);
  answers.thrown = [
    () => make(),
    () => make("ws://"),
    () => make("mailto:x"),
    () => make(url, ["a", "a"]),
    () => make(url, "not a token"),
    () => make(Symbol("x")),
    () => make(new URL("ftp://x/")),
    () => (WebSocket as unknown as (url: string) => void)(url),
    () => connecting.send("too early"),
    () => connecting.close(1),
    () => connecting.close(3000, "x".repeat(124)),
    () => Reflect.apply(WebSocket.prototype.send, connecting, []),
    () => Reflect.apply(WebSocket.prototype.send, {}, ["x"]),
    () => Reflect.apply(WebSocket.prototype.close, null, []),
    () => Reflect.apply(Function.prototype.toString, {}, []),
    () => new EventSource("http://["),
  ].map((work) =>
    thrown(work)
      .toString()
      .replace(/\n\s+at Object\.toString .*/, ""),
  );
  const mine = new TypeError("the page's own");
  answers.own = thrown(() =>
    make({
      toString() {
        throw mine;
      },
    }),
  )[0];
  connecting.close();

  const reported = new Promise((resolve) => {
    addEventListener("error", (event) => {
      event.preventDefault();
      resolve([event.message, named(event.error)]);
    });
  });
  setTimeout(() => make("ws://"));
  answers.reported = await reported;

  class Mine extends WebSocket {
    extra = 1;
    override send(data: string) {
      told.push("my send");
      super.send(data);
    }
  }
  const socket = new Mine(url);
  answers.subclass = [
    socket instanceof Mine,
    socket.constructor === Mine,
    Object.getPrototypeOf(Mine) === WebSocket,
    socket.extra,
  ];
  for (const type of ["open", "message", "error", "close"]) {
    socket.addEventListener(type, (event) => told.push(`${event.type} heard ${event.eventPhase} ${socket.readyState}`));
  }
  socket.onopen = () => {
    told.push("onopen");
    queueMicrotask(() => told.push("after onopen"));
    socket.send("x".repeat(70_000));
    told.push(`waiting ${socket.bufferedAmount}`);
  };
  socket.onclose = ({ code, reason, wasClean }) => told.push(`onclose ${code} ${reason} ${wasClean}`);
  answers.handlers = [typeof socket.onopen, socket.onerror, socket.binaryType, socket.extensions, socket.protocol];
  await untilClosed(socket);
  answers.told = told;

  // In a script of the page's own, as the browser attributes no long frame to what a debugger evaluates.
  const script = document.createElement("script");
  script.text = "window.slowly = (work) => function handler(...args) { return work(this, args); };";
  document.body.append(script);
  const slowly = Reflect.get(window, "slowly") as (work: (self: unknown, args: unknown[]) => void) => () => void;
  answers.handler = await new Promise((resolve) => {
    const seen: unknown[] = [];
    const busy = make(url);
    const handler = slowly((self, args) => {
      seen.push(self === busy, args.length, busy.onmessage === handler, window.event === args[0]);
      document.body.append("a frame has to be drawn");
      for (const end = performance.now() + 100; performance.now() < end; );
      throw new TypeError("thrown by a handler");
    });
    addEventListener("error", (event) => {
      event.preventDefault();
      seen.push(event.message, event.lineno, event.colno, (event.error as Error).stack);
    });
    new PerformanceObserver((list) => {
      const scripts = list.getEntries().flatMap((frame) => (frame as LongFrame).scripts);
      const long = scripts.find(({ invoker }) => invoker.endsWith("Socket.onmessage"));
      if (long) resolve([...seen, long.sourceURL === location.href, long.sourceFunctionName, long.sourceCharPosition]);
    }).observe({ type: "long-animation-frame" });
    setTimeout(resolve, 5000, seen);
    busy.onmessage = handler;
    busy.onopen = () => busy.send("x");
  });

  const frame = document.createElement("iframe");
  document.body.append(frame);
  const inner = frame.contentWindow as Window & typeof globalThis;
  const theirs = new inner.WebSocket(url);
  const mixed = Reflect.construct(WebSocket, [url], inner.WebSocket) as WebSocket;
  answers.realms = [
    inner.WebSocket === WebSocket,
    theirs instanceof WebSocket,
    theirs instanceof inner.WebSocket,
    Object.getPrototypeOf(mixed) === inner.WebSocket.prototype,
    mixed.constructor === inner.WebSocket,
    inner.WebSocket.toString(),
    inner.WebSocket.prototype.constructor === inner.WebSocket,
    thrown(() => Reflect.construct(inner.WebSocket, ["ws://"])),
  ];
  Reflect.apply(WebSocket.prototype.close, theirs, []);
  mixed.close();
  const { WebSocket: left } = inner;
  frame.remove();
  answers.detached = [
    thrown(() => new left(url).close()),
    thrown(() => theirs.send("x")),
    theirs.readyState,
    left.toString(),
    left.prototype.constructor === left,
  ];
  return answers;
}
