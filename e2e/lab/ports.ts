import { type AddressInfo, createServer, type Server } from "node:net";

/**
 * A browser goes by host and port, and so does a diagnosis: that a WebSocket once opened at a host speaks against a proxy there
 * that lets none through. Systems give a port again after some thousand, so one browser's scenarios would now and then share one.
 */
const given = new Set<number>();

/** A loopback port that was free a moment ago, and that nobody asked for in this process before. */
export async function newPort(): Promise<number> {
  const server = createServer();
  await listenOn(server, 0);
  const { port } = server.address() as AddressInfo;
  await new Promise<void>((resolve) => server.close(() => resolve()));
  if (given.has(port)) return newPort();
  given.add(port);
  return port;
}

/** Listens on such a port, and on another where somebody was faster. */
export async function listenAnew(server: Server): Promise<number> {
  const port = await newPort();
  try {
    await listenOn(server, port);
    return port;
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code !== "EADDRINUSE") throw error;
    return listenAnew(server);
  }
}

function listenOn(server: Server, port: number): Promise<void> {
  return new Promise((resolve, reject) => {
    server.once("error", reject);
    server.listen(port, "127.0.0.1", () => {
      server.off("error", reject);
      resolve();
    });
  });
}
