/** ASP.NET Core's JSON messages end with this character; docs/specs/HubProtocol.md of dotnet/aspnetcore. */
export const RECORD_SEPARATOR = "\u001e";

export interface SignalrSession {
  protocol: "signalr";
  /** "core", or "classic" for ASP.NET SignalR 2.x; null before anything tells. */
  family: "core" | "classic" | null;
  /** Major version of @microsoft/signalr; from 8 on a client says goodbye before it stops. */
  clientVersion: number | null;
  /** Transports that the negotiate answer offered. */
  offered: string[] | null;
  /** The `error` of a negotiate answer that came with status 200. */
  negotiateError: string | null;
  /** A 2xx negotiate answer that is no negotiate answer. */
  negotiateAnswer: "negotiation" | "redirect" | "error" | "html" | "empty" | "miscased" | "other" | null;
  /** A negotiate answer led to another server than the one that was asked. */
  isSentOn: boolean;
  /** The version of its protocol that a server of SignalR 2.x names. */
  classicVersion: string | null;
  /** Hub protocol that the client asked for. */
  hubProtocol: string | null;
  handshake: "none" | "sent" | "accepted" | "refused";
  handshakeError: string | null;
  /** The server's Close message. */
  serverClose: { error: string | null; allowReconnect: boolean } | null;
  clientSaidGoodbye: boolean;
  /** The negotiate answer promises a stateful reconnect that the request did not ask for. */
  promisesUnaskedReconnect: boolean;
  /** The call by which a Blazor client asks for its circuit back, and what became of it. */
  circuit: { invocationId: string; isRefused: boolean } | null;
  /** What the server said to a Blazor client as it gave the circuit up. */
  circuitError: string | null;
}

export function newSession(): SignalrSession {
  return {
    protocol: "signalr",
    family: null,
    clientVersion: null,
    offered: null,
    negotiateError: null,
    negotiateAnswer: null,
    isSentOn: false,
    classicVersion: null,
    hubProtocol: null,
    handshake: "none",
    handshakeError: null,
    serverClose: null,
    clientSaidGoodbye: false,
    promisesUnaskedReconnect: false,
    circuit: null,
    circuitError: null,
  };
}
