import { WebSocket } from "ws";

/** A document that never answers must fail its test, not hang it. */
const ANSWER_LIMIT = 60_000;

/**
 * A small WebDriver BiDi client (https://w3c.github.io/webdriver-bidi/). Stock Firefox speaks nothing that Playwright
 * does, and of the protocol's own commands a handful is enough: everything else runs as script in the browser's window.
 */
export class BidiConnection {
  readonly #socket: WebSocket;
  readonly #pending = new Map<number, Pending>();
  readonly #listeners = new Map<string, Listener[]>();
  #lastId = 0;

  static async open(url: string): Promise<BidiConnection> {
    const socket = new WebSocket(url, { perMessageDeflate: false });
    await new Promise<void>((resolve, reject) => {
      socket.once("open", () => resolve());
      socket.once("error", reject);
    });
    return new BidiConnection(socket);
  }

  private constructor(socket: WebSocket) {
    this.#socket = socket;
    socket.on("message", (data) => this.#receive(JSON.parse(String(data)) as Message));
    socket.on("close", () => this.#dropAll());
    // Without a listener Node ends the process on a socket error; "close" always follows and tells the callers.
    socket.on("error", (error) => process.stderr.write(`[bidi] ${error.message}\n`));
  }

  /** The caller names what it reads of the answer. */
  send<Answer = unknown>(method: string, params: object = {}): Promise<Answer> {
    if (this.#socket.readyState !== WebSocket.OPEN)
      return Promise.reject(new BidiError(method, "connection is closed"));
    this.#lastId += 1;
    const id = this.#lastId;
    return new Promise<unknown>((resolve, reject) => {
      const timer = setTimeout(() => {
        this.#pending.delete(id);
        reject(new BidiError(method, `no answer within ${ANSWER_LIMIT} ms`));
      }, ANSWER_LIMIT);
      this.#pending.set(id, { resolve, reject, timer, method });
      this.#socket.send(JSON.stringify({ id, method, params }));
    }) as Promise<Answer>;
  }

  /** The caller names the event's payload: only what it reads. */
  async on<Payload>(event: string, listener: (payload: Payload) => void): Promise<void> {
    this.#listeners.set(event, [...(this.#listeners.get(event) ?? []), listener as Listener]);
    await this.send("session.subscribe", { events: [event] });
  }

  close(): void {
    this.#socket.close();
  }

  #receive({ id, result, error, message, method, params }: Message): void {
    for (const listener of this.#listeners.get(method ?? "") ?? []) listener(params ?? {});
    const pending = id === undefined || id === null ? undefined : this.#pending.get(id);
    if (!pending || typeof id !== "number") return;
    this.#pending.delete(id);
    clearTimeout(pending.timer);
    if (error) pending.reject(new BidiError(pending.method, `${error}: ${message ?? ""}`));
    else pending.resolve(result);
  }

  #dropAll(): void {
    for (const { reject, timer, method } of this.#pending.values()) {
      clearTimeout(timer);
      reject(new BidiError(method, "the browser closed its connection"));
    }
    this.#pending.clear();
  }
}

class BidiError extends Error {
  constructor(method: string, reason: string) {
    super(`${method}: ${reason}`);
    this.name = "BidiError";
  }
}

interface Pending {
  resolve: (result: unknown) => void;
  reject: (error: Error) => void;
  timer: NodeJS.Timeout;
  method: string;
}

interface Message {
  id?: number | null;
  result?: unknown;
  error?: string;
  message?: string;
  method?: string;
  params?: object;
}

type Listener = (payload: object) => void;
