import type { Drawer } from "../host.js";

interface Area {
  get(key: string): Promise<Record<string, unknown>>;
  set(values: Record<string, unknown>): Promise<void>;
}

/**
 * One value in the extension's own storage. It is written at once, as closing DevTools right after a click takes the panel with
 * it; what changes while a value is on its way (typing a filter changes it with every letter) waits for that, and the last counts.
 */
export function drawerIn(area: Area, key: string): Drawer {
  let isWriting = false;
  let next: (() => Promise<void>) | null = null;

  async function write(): Promise<void> {
    isWriting = true;
    for (let one = next; one; one = next) {
      next = null;
      await one();
    }
    isWriting = false;
  }

  return {
    load: async () => (await area.get(key))[key],
    save(value, failed) {
      next = () =>
        area.set({ [key]: value }).catch((error: unknown) => {
          console.warn(`Handshake Triage: ${key} could not be kept`, error);
          failed(error instanceof Error ? error.message : String(error));
        });
      if (!isWriting) void write();
    },
  };
}
