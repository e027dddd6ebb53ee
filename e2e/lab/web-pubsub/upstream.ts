/**
 * The service's side of an event handler: it validates the URL, asks on `connect`, and passes events on, by CloudEvents
 * over HTTP. https://learn.microsoft.com/azure/azure-web-pubsub/reference-cloud-events
 */
import { createHmac, randomUUID } from "node:crypto";
import type { ServiceLog } from "./service-log.js";

/** A line of the hub's settings. */
export interface EventHandler {
  url: string;
  systemEvents?: ("connect" | "connected" | "disconnected")[];
  /** All user events, or none. */
  userEvents?: boolean;
}

/** Whom an event is about. */
export interface Subject {
  hub: string;
  connectionId: string;
  userId: string | undefined;
  subprotocol: string | null;
  /** Of a client of MQTT, whose session may outlive its socket. */
  physicalConnectionId?: string;
}

/** What an application is told, and may answer. */
interface Told {
  event: string;
  type: "sys" | "user";
  subject: Subject;
  body: string;
  /** JSON where it is left out, as all that the service itself tells. */
  contentType?: string;
}

export interface UpstreamAnswer {
  status: number;
  body: string;
  contentType: string;
}

export interface UpstreamSetup {
  handler: EventHandler | null;
  /** What the handler must allow: the service's own host, and replicas' or custom domains' where there are any. */
  origins: string[];
  key: string;
  log: ServiceLog;
  timeoutMs: number;
}

export class Upstream {
  readonly #setup: UpstreamSetup;

  constructor(setup: UpstreamSetup) {
    this.#setup = setup;
  }

  handles(event: string, type: "sys" | "user"): boolean {
    const { handler } = this.#setup;
    return type === "user"
      ? handler?.userEvents === true
      : handler?.systemEvents?.some((name) => name === event) === true;
  }

  /** Abuse protection: asks the handler's URL whether it takes the service's events, as each URL in the settings is asked. */
  async validate(): Promise<boolean> {
    const { handler, origins, log } = this.#setup;
    if (!handler) return true;
    const { origin, pathname } = new URL(handler.url);
    const url = `${origin}${pathname}`;
    const headers = { "webhook-request-origin": origins.join(", "), "ce-awpsversion": "1.0" };
    const failed = (message: string, exception?: string) => {
      log.write({
        eventName: "AbuseProtectionFailed",
        level: "Error",
        category: "HttpRequestLogs",
        message,
        ...(exception && { exception }),
      });
      return false;
    };
    try {
      const answer = await fetch(handler.url, {
        method: "OPTIONS",
        headers,
        signal: AbortSignal.timeout(this.#setup.timeoutMs),
      });
      if (!answer.ok) return failed(`Abuse protection for '${url}' failed: ${answer.status}.`);
      const allowed = (answer.headers.get("webhook-allowed-origin") ?? "").split(",").map((each) => each.trim());
      if (origins.some((each) => allowed.includes("*") || allowed.includes(each))) return true;
      return failed(`Abuse protection for '${url}' missing allowed origins: ${allowed.join(", ")}.`);
    } catch (error) {
      return failed(`Abuse protection validation for '${url}' failed.`, reasonOf(error));
    }
  }

  /** Asks, and waits for the answer; what is no success is written to the log. A handler that stays silent counts as 500. */
  async ask(told: Told): Promise<UpstreamAnswer> {
    const { event, type, subject } = told;
    const { handler, log } = this.#setup;
    const category = type === "sys" ? "connections" : "messages";
    const operation = `hub:${subject.hub},event:${event},type:${type},category:${category}`;
    if (!handler || !this.handles(event, type)) {
      const exception = `Microsoft.Azure.SignalR.EventHandlerNotFoundException: Upstream not found for ${operation}.`;
      log.write({
        ...of(subject),
        eventName: "SendMessageFailed",
        level: "Error",
        category: "MessagingLogs",
        message: `Failed to send message ${randomUUID()}.`,
        exception,
      });
      return { status: 404, body: "", contentType: "" };
    }
    const answer = await this.#post(told);
    if (answer.status >= 300) {
      const requestType = event === "connect" ? ",requestType:Connect" : "";
      const detail = /denied/.test(answer.body) ? ` Detail: Get error from upstream: '${answer.body}'` : "";
      const words = detail ? "operation handshake" : `operation ${operation}${requestType}`;
      const message = `Sending message during ${words} got unexpected response with status code ${answer.status}.${detail}`;
      log.write({
        ...of(subject),
        eventName: "HttpHandlerUnexpectedResponse",
        level: "Error",
        category: "HttpRequestLogs",
        message,
        request: { method: "POST", url: handler.url, status: answer.status },
      });
    }
    return answer;
  }

  async #post({ event, type, subject, body, contentType = "application/json" }: Told): Promise<UpstreamAnswer> {
    const { handler, origins, key, timeoutMs } = this.#setup;
    const headers = {
      "content-type": contentType,
      "webhook-request-origin": origins.join(", "),
      "ce-awpsversion": "1.0",
      "ce-specversion": "1.0",
      "ce-type": `azure.webpubsub.${type}.${event}`,
      "ce-source": `/hubs/${subject.hub}/client/${subject.connectionId}`,
      "ce-id": randomUUID(),
      "ce-time": new Date().toISOString(),
      "ce-signature": `sha256=${createHmac("sha256", key).update(subject.connectionId).digest("hex")}`,
      "ce-connectionid": subject.connectionId,
      "ce-hub": subject.hub,
      "ce-eventname": event,
      ...(subject.userId && { "ce-userid": subject.userId }),
      ...(subject.subprotocol && { "ce-subprotocol": subject.subprotocol }),
      ...(subject.physicalConnectionId && { "ce-physicalconnectionid": subject.physicalConnectionId }),
    };
    try {
      const answer = await fetch(handler?.url ?? "", {
        method: "POST",
        headers,
        body,
        signal: AbortSignal.timeout(timeoutMs),
      });
      return {
        status: answer.status,
        body: await answer.text(),
        contentType: answer.headers.get("content-type") ?? "",
      };
    } catch (error) {
      return { status: 500, body: `The event handler gave no answer: ${reasonOf(error)}`, contentType: "text/plain" };
    }
  }
}

function of({ hub, connectionId, userId }: Subject): Pick<Subject, "hub" | "connectionId" | "userId"> {
  return { hub, connectionId, userId };
}

/** `fetch` says only that it failed; what lies below says why. */
function reasonOf(error: unknown): string {
  const { cause } = error as { cause?: unknown };
  return cause instanceof Error ? cause.message : String(error);
}
