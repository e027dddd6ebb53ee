import { type Connection, type Outcome, type Transport, transportOf } from "./connection.js";
import type { Neighbours } from "./facts/index.js";
import { hadOpened } from "./facts/session.js";

/** What the connections to one host did, whichever of its endpoints they asked. */
interface Host {
  /** All endpoints that were asked. */
  endpoints: Set<string>;
  /** Connections that hold an HTTP request open, or did until their page was left. */
  streams: Map<string, Connection>;
  /** Endpoints at which a connection opened. */
  opened: Set<string>;
  openedBySocket: Set<string>;
}

/** What a connection is told of its host. */
export type HostNeighbours = Pick<Neighbours, "hostStreams" | "hostOpened" | "hostOpenedByWebSocket">;

export interface Hosts {
  /** Counts a connection as it stands now; true where there is something new to say to those at its host's other endpoints. */
  note(connection: Connection, outcome: Outcome): boolean;
  forget(connection: Connection): void;
  /** Its host's endpoints, its own among them. */
  endpointsBeside(connection: Connection): string[];
  /** Of these endpoints alone connections are still kept. */
  keepOnly(endpoints: ReadonlySet<string>): void;
  besides(connection: Connection): HostNeighbours;
}

/** Transports that hold a request open for as long as they last. */
const STREAMS: readonly (Transport | null)[] = ["sse", "long-polling", "polling"];

/** More endpoints than these change nothing in what the others say. */
const ENDPOINTS_COUNTED = 3;

const newHost = (): Host => ({
  endpoints: new Set(),
  streams: new Map(),
  opened: new Set(),
  openedBySocket: new Set(),
});

export function createHosts(): Hosts {
  const hosts = new Map<string, Host>();

  function of(connection: Connection): Host {
    const name = hostOf(connection);
    const host = hosts.get(name) ?? newHost();
    hosts.set(name, host);
    return host;
  }

  return {
    note(connection, { state }) {
      const { endpoints, streams, opened, openedBySocket } = of(connection);
      endpoints.add(connection.endpoint);
      if (state === "open" && STREAMS.includes(transportOf(connection))) hold(streams, connection);
      else if (connection.leftAt === null) streams.delete(connection.id);
      if (!hadOpened(connection)) return false;
      const isNew = addTo(opened, connection.endpoint);
      return (transportOf(connection) === "websocket" && addTo(openedBySocket, connection.endpoint)) || isNew;
    },
    forget: (connection) => of(connection).streams.delete(connection.id),
    endpointsBeside: (connection) => [...of(connection).endpoints],
    keepOnly(inUse) {
      for (const [name, { endpoints }] of hosts) {
        for (const endpoint of endpoints) if (!inUse.has(endpoint)) endpoints.delete(endpoint);
        if (endpoints.size === 0) hosts.delete(name);
      }
    },
    besides(connection) {
      const { streams, opened, openedBySocket } = of(connection);
      return {
        hostStreams: [...streams.values()].filter((each) => each !== connection && each.page === connection.page)
          .length,
        hostOpened: opened.size - Number(opened.has(connection.endpoint)),
        hostOpenedByWebSocket: openedBySocket.size > Number(openedBySocket.has(connection.endpoint)),
      };
    },
  };
}

/** What an earlier page held, nothing holds any more. */
function hold(streams: Map<string, Connection>, connection: Connection): void {
  for (const [id, each] of streams) if (each.leftAt !== null && each.page !== connection.page) streams.delete(id);
  streams.set(connection.id, connection);
}

function addTo(endpoints: Set<string>, endpoint: string): boolean {
  if (endpoints.size >= ENDPOINTS_COUNTED || endpoints.has(endpoint)) return false;
  endpoints.add(endpoint);
  return true;
}

function hostOf({ endpoint }: Pick<Connection, "endpoint">): string {
  return endpoint.split("/", 3)[2] ?? "";
}
