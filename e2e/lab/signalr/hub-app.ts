/** One web application of the lab's ASP.NET Core server; `Described` in server/Described.cs. What is left out stays as it comes. */
export interface HubApp {
  hub: string;
  /** Whose page to serve as one's own. */
  page?: string;
  listens?: {
    /** A second port: self-signed, or with the certificate that is given. */
    https?: true;
    certificatePem?: string;
    keyPem?: string;
    maxBodyBytes?: number;
  };
  limits?: {
    disconnectSeconds?: number;
    keepAliveSeconds?: number;
    clientTimeoutSeconds?: number;
    handshakeSeconds?: number;
    pollSeconds?: number;
    messageBytes?: number;
  };
  webSockets?: false;
  /** The sum of the client's `HttpTransportType` values. */
  transports?: number;
  subProtocol?: string;
  minimumProtocolVersion?: number;
  messagePack?: true;
  detailedErrors?: true;
  statefulReconnect?: true;
  webSocketOrigins?: string[];
  allowedHosts?: string;
  cors?: { origins: string[]; credentials: boolean; requestHeaders?: string[]; afterAuthorization?: true };
  /** The port to redirect to; 0 is the application's own https port. */
  httpsRedirection?: number;
  tokens?: { key: string; issuer: string; audience: string; query: boolean; closesOnExpiry?: true };
  cookies?: { redirects: boolean };
  role?: string;
  rateLimit?: { permits: number; inAll: boolean; status?: number };
  throwsOnConnected?: true;
  throwsOnDisconnected?: true;
  throwsOnNegotiate?: true;
  firstNegotiateSeconds?: number;
  answers?: HubAnswer[];
  blazor?: true;
}

/** `{origin}` in the body stands for the origin that was asked. */
interface HubAnswer {
  status: number;
  headers: Record<string, string>;
  body: string;
  path?: string;
  method?: string;
}

/** "http://127.0.0.1:PORT", and with `listens: { https: true }` its https twin. */
export interface HubOrigins {
  http: string;
  https: string | null;
}
