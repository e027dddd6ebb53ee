import type { Drawer } from "../host.js";

interface Area {
  get(key: string): Promise<Record<string, unknown>>;
  set(values: Record<string, unknown>): Promise<void>;
}

/** Typing a filter changes what is kept with every letter. */
const SAVE_AFTER_MS = 300;

/** One value in the extension's own storage, written a moment after it last changed. */
export function drawerIn(area: Area, key: string): Drawer {
  let timer: ReturnType<typeof setTimeout> | undefined;
  return {
    load: async () => (await area.get(key))[key],
    save(value, failed) {
      clearTimeout(timer);
      timer = setTimeout(() => {
        area.set({ [key]: value }).catch((error: unknown) => {
          console.warn(`Handshake Triage: ${key} could not be kept`, error);
          failed(error instanceof Error ? error.message : String(error));
        });
      }, SAVE_AFTER_MS);
    },
  };
}
