import type { CDPSession } from "playwright";
import { WebSocket } from "ws";

/** A document that never answers (a promise that never settles in it) must fail its test, not hang it. */
const ANSWER_LIMIT = 30_000;

/**
 * A small DevTools-protocol client of our own. Playwright hides `devtools://` pages and the extension frames inside
 * them, so the panel can only be reached over a second connection, with flat (session id) attachment.
 */
export class CdpConnection {
  readonly browser: CdpSession;
  readonly #socket: WebSocket;
  readonly #sessions = new Map<string, CdpSession>();
  readonly #pending = new Map<number, Pending>();
  #lastId = 0;

  static async open(url: string): Promise<CdpConnection> {
    const socket = new WebSocket(url, { perMessageDeflate: false });
    await new Promise<void>((resolve, reject) => {
      socket.once("open", () => resolve());
      socket.once("error", reject);
    });
    return new CdpConnection(socket);
  }

  private constructor(socket: WebSocket) {
    this.#socket = socket;
    this.browser = this.session("");
    socket.on("message", (data) => this.#receive(JSON.parse(String(data)) as Message));
    socket.on("close", () => this.#drop("", "the browser closed its DevTools connection"));
    // Without a listener Node ends the process on a socket error; "close" always follows and tells the callers.
    socket.on("error", (error) => process.stderr.write(`[cdp] ${error.message}\n`));
  }

  /** The session of an id; the same object for the same id. An empty id is the browser itself. */
  session(id: string): CdpSession {
    const known = this.#sessions.get(id);
    if (known !== undefined) return known;
    const session = new CdpSession(this, id);
    this.#sessions.set(id, session);
    return session;
  }

  async attach(targetId: string): Promise<CdpSession> {
    const { sessionId } = await this.browser.send("Target.attachToTarget", { targetId, flatten: true });
    return this.session(sessionId);
  }

  /** Every target, DevTools' own pages and frames included: without the empty filter the browser leaves them out. */
  async targets(): Promise<TargetInfo[]> {
    const { targetInfos } = await this.browser.send("Target.getTargets", { filter: [{}] });
    return targetInfos;
  }

  call(sessionId: string, method: string, params: object = {}): Promise<unknown> {
    if (this.#socket.readyState !== WebSocket.OPEN) return Promise.reject(new CdpError(method, "connection is closed"));
    this.#lastId += 1;
    const id = this.#lastId;
    return new Promise((resolve, reject) => {
      const timer = setTimeout(() => {
        this.#pending.delete(id);
        reject(new CdpError(method, `no answer within ${ANSWER_LIMIT} ms`));
      }, ANSWER_LIMIT);
      const settle = () => clearTimeout(timer);
      this.#pending.set(id, { resolve, reject, settle, method, sessionId });
      this.#socket.send(JSON.stringify({ id, method, params, ...(sessionId === "" ? {} : { sessionId }) }));
    });
  }

  async close(): Promise<void> {
    if (this.#socket.readyState === WebSocket.CLOSED) return;
    const closed = new Promise<void>((resolve) => this.#socket.once("close", () => resolve()));
    this.#socket.close();
    await closed;
  }

  #receive(message: Message): void {
    if (message.id !== undefined) {
      const pending = this.#pending.get(message.id);
      this.#pending.delete(message.id);
      pending?.settle();
      if (message.error) pending?.reject(new CdpError(pending.method, message.error.message));
      else pending?.resolve(message.result);
      return;
    }
    // A session that is gone never answers: its waiting calls must fail here.
    const gone = message.params?.sessionId;
    if (message.method === "Target.detachedFromTarget" && typeof gone === "string") this.#drop(gone, "target is gone");
    this.#sessions.get(message.sessionId ?? "")?.emit(message.method ?? "", message.params ?? {});
  }

  #drop(sessionId: string, reason: string): void {
    for (const [id, pending] of this.#pending) {
      if (sessionId !== "" && pending.sessionId !== sessionId) continue;
      this.#pending.delete(id);
      pending.settle();
      pending.reject(new CdpError(pending.method, reason));
    }
    if (sessionId !== "") this.#sessions.get(sessionId)?.end();
    if (sessionId !== "") this.#sessions.delete(sessionId);
  }
}

export class CdpSession {
  readonly id: string;
  readonly #connection: CdpConnection;
  readonly #listeners = new Map<string, Listener[]>();
  #ended = false;

  constructor(connection: CdpConnection, id: string) {
    this.#connection = connection;
    this.id = id;
  }

  get ended(): boolean {
    return this.#ended;
  }

  /** Typed by the protocol tables that ship with Playwright: the answer's type follows from the method. */
  readonly send: CDPSession["send"] = (method, params) =>
    this.#connection.call(this.id, method, params) as Promise<never>;

  /** The caller names the event's payload: only what it reads. */
  on<Payload>(method: string, listener: (payload: Payload) => void): void {
    const listeners = this.#listeners.get(method) ?? [];
    this.#listeners.set(method, [...listeners, listener as Listener]);
  }

  emit(method: string, payload: object): void {
    for (const listener of this.#listeners.get(method) ?? []) listener(payload);
  }

  end(): void {
    this.#ended = true;
  }
}

export class CdpError extends Error {
  constructor(method: string, reason: string) {
    super(`${method}: ${reason}`);
    this.name = "CdpError";
  }
}

export interface TargetInfo {
  targetId: string;
  type: string;
  title: string;
  url: string;
}

interface Pending {
  resolve: (result: unknown) => void;
  reject: (error: Error) => void;
  settle: () => void;
  method: string;
  sessionId: string;
}

interface Message {
  id?: number;
  method?: string;
  sessionId?: string;
  params?: Record<string, unknown>;
  result?: unknown;
  error?: { message: string };
}

type Listener = (payload: object) => void;
