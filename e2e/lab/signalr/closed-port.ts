import { createServer } from "node:net";
import { promisify } from "node:util";

/** A port on which nothing listens: it was free a moment ago. */
export async function closedPort(): Promise<number> {
  const server = createServer();
  await new Promise<void>((resolve, reject) => {
    server.once("error", reject);
    server.listen(0, "127.0.0.1", resolve);
  });
  const address = server.address();
  await promisify(server.close.bind(server))();
  if (typeof address !== "object" || !address) throw new Error("The probe had no port");
  return address.port;
}
