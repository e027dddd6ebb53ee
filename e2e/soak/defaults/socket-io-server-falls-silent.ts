import type { Scenario } from "../../lab/scenario.js";
import { serveSocketIo } from "../../lab/socket-io/server.js";

interface Pinging {
  sendPacket(type: string, ...rest: unknown[]): unknown;
  resetPingTimeout(): void;
}

/** `pingInterval` 25 s and `pingTimeout` 20 s: after 45 s without a ping the client ends the session. */
export default {
  title: "The server's pings stop, and the client gives up after 25 + 20 s",
  protocol: "engine-io",
  needs: "node",
  standIn: "A server whose pings are held back stands in for one whose event loop stands still.",
  cards: [{ cause: "server-ping-missing", protocol: "engine-io", phase: "close" }],
  healthy: 0,
  async start(lab) {
    const path = lab.mount();
    const script = `
const socket = io("/", { path: ${JSON.stringify(path)}, transports: ["websocket"], reconnection: false });
socket.on("connect", () => say("Connected"));
socket.on("disconnect", (reason) => done("Disconnected: " + reason));`;
    const { io, origin } = await serveSocketIo(lab, path, { page: { script, scripts: ["socket.io"] } });
    io.engine.on("connection", (session: Pinging) => {
      // One that stands still closes nothing either; else it would be a matter of chance which side is first.
      session.resetPingTimeout = () => undefined;
      const send = session.sendPacket.bind(session);
      session.sendPacket = (type, ...rest) => (type === "ping" ? undefined : send(type, ...rest));
    });
    return { page: `${origin}/` };
  },
} satisfies Scenario;
