/**
 * Stands in for `awps-tunnel run`, which no registry at hand has: it connects to the service, passes one event on to the
 * application, and prints of it what the real one is known to print.
 */
import { WebSocket } from "ws";
import { knock } from "./node.js";

export const TUNNEL =
  "A few lines stand in for awps-tunnel, which no registry at hand has; of its words only a part is known.";

/** Returns what it printed. */
export async function runTunnel(service: string, upstream: string): Promise<string> {
  const connection = await knock(service);
  const isOpen = connection.readyState === WebSocket.OPEN;
  connection.close();
  if (!isOpen)
    return "awps-tunnel\nError establishing tunnel connection: 401. Check the Access Policy of the resource.";
  const url = `${upstream}/eventhandler/`;
  try {
    const { status } = await fetch(url, { method: "POST" });
    return `awps-tunnel\nReceived proxied response for '${url}', status code:${status}`;
  } catch (error) {
    const { cause } = error as { cause?: unknown };
    return `awps-tunnel\nError forwarding request '${url}': ${cause instanceof Error ? cause.message : String(error)}`;
  }
}
