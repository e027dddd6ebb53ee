import { AZURE_MESSAGES } from "./azure.js";
import { BROWSER_MESSAGES } from "./browser.js";
import { ENGINE_IO_MESSAGES } from "./engine-io.js";
import type { Message } from "./message.js";
import { NETWORK_MESSAGES } from "./network.js";
import { SIGNALR_MESSAGES } from "./signalr.js";
import { PLAIN_WORDS } from "./words.js";

export { SCENE } from "./scene.js";

/** Every sentence that is known, by the id that entries test (`said.messages`). */
export const MESSAGES = {
  ...SIGNALR_MESSAGES,
  ...ENGINE_IO_MESSAGES,
  ...AZURE_MESSAGES,
  ...BROWSER_MESSAGES,
  ...NETWORK_MESSAGES,
  ...PLAIN_WORDS,
} satisfies Record<string, Message>;

/** The sentence by its id; undefined where a newer version named it. */
export function messageOf(id: string): Message | undefined {
  return Object.hasOwn(MESSAGES, id) ? (MESSAGES as Record<string, Message>)[id] : undefined;
}
