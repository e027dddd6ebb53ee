import { isCounted } from "../core/precedents/words.js";
import { messageOf, SCENE } from "../core/said/lexicon/index.js";
import { SaidEvent } from "../core/traffic.js";

/** Lines of consoles and logs, as our writer keeps them; what cannot be read, and ids that nobody knows, are left out. */
export function readLogged(events: unknown[], prefix: string): SaidEvent[] {
  return events.flatMap((event, index) => {
    const read = SaidEvent.safeParse({ ...(event ?? {}), id: `${prefix}-logged-${index + 1}` });
    if (!read.success) return [];
    const { messages, scene, words } = read.data;
    return [
      {
        ...read.data,
        messages: messages.filter((id) => messageOf(id) !== undefined),
        scene: scene.filter((id) => Object.hasOwn(SCENE, id)),
        ...(words && { words: words.filter(isCounted) }),
      },
    ];
  });
}
