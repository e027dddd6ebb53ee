/** What the pages do with the official client. Options are source text, since they may hold functions. */

export const WEBSOCKETS = "{ transport: signalR.HttpTransportType.WebSockets }";
export const SERVER_SENT_EVENTS = "{ transport: signalR.HttpTransportType.ServerSentEvents }";
export const LONG_POLLING = "{ transport: signalR.HttpTransportType.LongPolling }";
export const WITHOUT_NEGOTIATE = "{ transport: signalR.HttpTransportType.WebSockets, skipNegotiation: true }";

/** Of the builder, beside its URL. */
export const MESSAGE_PACK = ".withHubProtocol(new signalR.protocols.msgpack.MessagePackHubProtocol())";

/** Connects, talks both ways and says goodbye; or says why it could not. */
export function talk(options = "{}", builder = ".withAutomaticReconnect()"): string {
  return connect(
    options,
    `
  connection.on("told", (text) => say("told " + text));
  await connection.start();
  say("echo " + await connection.invoke("Echo", "one"));
  await connection.send("Tell", "two");
  say("echo " + await connection.invoke("Echo", "three"));
  await connection.stop();`,
    builder,
  );
}

/** Own steps, with `connection` at hand. The page is done after them, or when one fails. */
export function connect(options: string, steps: string, builder = ".withAutomaticReconnect()"): string {
  return `
const connection = new signalR.HubConnectionBuilder().withUrl(hub, ${options})${builder}.build();
try {${steps}
  done("end");
} catch (error) {
  done(String(error));
}`;
}

/** Waits for the end of a connection that was up. */
export const UNTIL_CLOSED = `
  const closed = new Promise((resolve) => connection.onclose(resolve));
  await connection.start();
  say("Closed: " + await closed);`;

/** For clients of somebody's own: `socketUrl(id)`, `negotiate()`, and `over(socket)`, which waits for the socket's end. */
export const BY_HAND = `
const socketUrl = (id) => new URL(hub, location).href.replace(/^http/, "ws") + "?id=" + id;
const negotiate = async () =>
  (await (await fetch(hub + "/negotiate?negotiateVersion=1", { method: "POST" })).json()).connectionToken;
const over = (socket) => new Promise((resolve) => {
  socket.onmessage = ({ data }) => say("message " + data);
  socket.onclose = ({ code }) => resolve(say("closed " + code));
});
const opened = (socket) => new Promise((resolve, reject) => {
  socket.onopen = resolve;
  socket.onerror = () => reject(new Error("The socket was refused"));
});
const HANDSHAKE = '{"protocol":"json","version":1}\\u001e';`;
