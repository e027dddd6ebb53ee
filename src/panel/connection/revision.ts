import type { Connection } from "../../core/connection.js";

/** Engine.IO's, by which its messages are decoded. */
export function revisionOf({ session }: Connection): string | null {
  return session.protocol === "engine-io" ? (session.serverVersion ?? session.clientVersion) : null;
}
