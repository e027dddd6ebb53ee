import type { Scenario } from "../../lab/scenario.js";
import { sameOrigin } from "../../lab/signalr/hub-page.js";

/** The server's `HandshakeTimeout` is 15 s. No official client keeps its first message to itself, so this is a bare socket. */
const SCRIPT = `
const answer = await fetch(hub + "/negotiate?negotiateVersion=1", { method: "POST" });
const { connectionToken } = await answer.json();
const socket = new WebSocket(new URL(hub, location.href).href.replace("http", "ws") + "?id=" + connectionToken);
socket.onclose = ({ code, reason }) => done("Closed: " + code + " " + reason);`;

export default {
  title: "The socket is open and the handshake message never comes: the server gives up after 15 s",
  protocol: "signalr",
  needs: "dotnet",
  standIn: "A bare WebSocket stands in for a client whose first message is held back on the way.",
  cards: [{ cause: "handshake-timeout", protocol: "signalr", phase: "handshake" }],
  healthy: 0,
  start: (lab) => sameOrigin(lab, SCRIPT, { hub: lab.mount() }),
} satisfies Scenario;
