import connectionIdGone from "../../lab/scenarios/signalr-connection-id-gone.js";

/** The server's `DisconnectTimeout` is 15 s, and the walk in CI leaves it at that as well. */
export default connectionIdGone;
