import { ADMISSION } from "./admission.js";
import { AZURE_ABUSE_PROTECTION } from "./azure/abuse-protection.js";
import { AZURE_APP_SERVER } from "./azure/app-server.js";
import { AZURE_CLIENTS } from "./azure/clients.js";
import { AZURE_QUOTAS } from "./azure/quotas.js";
import { AZURE_RESOURCE } from "./azure/resource.js";
import { AZURE_TOKENS } from "./azure/tokens.js";
import { AZURE_UPSTREAM } from "./azure/upstream.js";
import { BLOCKED_MESSAGES } from "./browser/blocked.js";
import { CORS_MESSAGES } from "./browser/cors.js";
import { SOCKET_MESSAGES } from "./browser/sockets.js";
import { DOWNTIME } from "./downtime.js";
import { ENGINE_IO_CLOSE } from "./engine-io/close.js";
import { ENGINE_IO_HANDSHAKE } from "./engine-io/handshake.js";
import { ENGINE_IO_SERVER_SETUP } from "./engine-io/server-setup.js";
import { SOCKET_IO } from "./engine-io/socket-io.js";
import { ENGINE_IO_TRANSPORTS } from "./engine-io/transports.js";
import type { Message } from "./message.js";
import { NETWORK_MESSAGES } from "./network.js";
import { PROXIES } from "./proxies.js";
import { SIGNALR_CIRCUITS } from "./signalr/circuits.js";
import { SIGNALR_CLOSE } from "./signalr/close.js";
import { SIGNALR_HANDSHAKE } from "./signalr/handshake.js";
import { SIGNALR_HUB } from "./signalr/hub.js";
import { SIGNALR_NEGOTIATE } from "./signalr/negotiate.js";
import { SIGNALR_TRANSPORTS } from "./signalr/transports.js";
import { SIGNALR_VERSIONS } from "./signalr/versions.js";
import { TLS_MESSAGES } from "./tls.js";
import { PLAIN_WORDS } from "./words.js";

export { SCENE } from "./scene.js";

/**
 * Every sentence that is known, by the id that entries test (`said.messages`). What one line says is in this order, and
 * the first that names a phase tells where it broke: what is special to a library comes first, each in the order in which
 * its connections are made.
 */
export const MESSAGES = {
  ...SIGNALR_NEGOTIATE,
  ...SIGNALR_TRANSPORTS,
  ...SIGNALR_VERSIONS,
  ...SIGNALR_HANDSHAKE,
  ...SIGNALR_CLOSE,
  ...SIGNALR_HUB,
  ...SIGNALR_CIRCUITS,
  ...ENGINE_IO_HANDSHAKE,
  ...ENGINE_IO_TRANSPORTS,
  ...ENGINE_IO_CLOSE,
  ...SOCKET_IO,
  ...ENGINE_IO_SERVER_SETUP,
  ...AZURE_CLIENTS,
  ...AZURE_UPSTREAM,
  ...AZURE_TOKENS,
  ...AZURE_APP_SERVER,
  ...AZURE_QUOTAS,
  ...AZURE_ABUSE_PROTECTION,
  ...AZURE_RESOURCE,
  ...CORS_MESSAGES,
  ...BLOCKED_MESSAGES,
  ...SOCKET_MESSAGES,
  ...NETWORK_MESSAGES,
  ...TLS_MESSAGES,
  ...PROXIES,
  ...DOWNTIME,
  ...ADMISSION,
  ...PLAIN_WORDS,
} satisfies Record<string, Message>;

/** The sentence by its id; undefined where a newer version named it. */
export function messageOf(id: string): Message | undefined {
  return Object.hasOwn(MESSAGES, id) ? (MESSAGES as Record<string, Message>)[id] : undefined;
}
