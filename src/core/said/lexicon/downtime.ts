import { messages } from "./message.js";

/** What people and proxies say of servers that are down and of connections that were silent for too long. */
export const DOWNTIME = messages({
  "server-said-down": {
    pattern:
      /\b(server|host|site|demo|back-?end|instance|container|dyno)\b[^.,;:!?]{0,30}( https?:\/\/\S{1,80} )?[^.,;:!?]{0,10}\b(is|seems?|was|appears?|might be|looks?)( to be| like)? (down|offline|dead|gone|not (up|started|running)|stopped|crashed|no longer (running|available|there))\b|(forgot|did ?n.t|not) (to )?(start|launch|run) (the |my |our )?(\w+ )?(server|back-?end)\b|(server|back-?end) (was ?n.t|is ?n.t|not) (even )?(running|started|up)\b|EADDRINUSE|ERR_NGROK_3200|\btunnel \S{1,80} not found|\bweb ?app (is|has been) (currently )?stopped|\bno such app\b|address already in use|curl: \(7\) Failed to connect to (localhost|127\.0\.0\.1)|\b(shows?|is|has|was|status:?) (\w+ )?exited\b|Exited \(\d{1,3}\)|\b(app|process|node|server|api|container) (keeps? )?(crash(es|ed|ing)|restarting in a loop)\b/i,
    means: "The server is said not to run.",
  },
  "idle-cut-said": {
    side: "proxy",
    phase: "close",
    pattern:
      /code=H15\b|"?idle connection"?|proxy_read_timeout(?! {1,4}["']?(\d{3,}|\d{1,6}[hmd]\b))|timeout tunnel|idle[ _-]?timeout|timeoutSec|backend_timeout|while proxying upgraded connection/i,
    means: "A proxy's patience with a silent connection is named.",
    benign: true,
  },
});
