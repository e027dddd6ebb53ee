/** What the pages do with the official client. Options are source text, since they may hold functions. */

export const SERVER_SENT_EVENTS = "{ transport: signalR.HttpTransportType.ServerSentEvents }";
export const LONG_POLLING = "{ transport: signalR.HttpTransportType.LongPolling }";
export const WITHOUT_NEGOTIATE = "{ transport: signalR.HttpTransportType.WebSockets, skipNegotiation: true }";

/** Connects, talks both ways and says goodbye; or says why it could not. */
export function talk(options = "{}"): string {
  return connect(
    options,
    `
  connection.on("told", (text) => say("told " + text));
  await connection.start();
  say("echo " + await connection.invoke("Echo", "one"));
  await connection.send("Tell", "two");
  say("echo " + await connection.invoke("Echo", "three"));
  await connection.stop();`,
  );
}

/** Own steps, with `connection` at hand. The page is done after them, or when one fails. */
export function connect(options: string, steps: string): string {
  return `
const connection = new signalR.HubConnectionBuilder().withUrl(hub, ${options}).withAutomaticReconnect().build();
try {${steps}
  done("end");
} catch (error) {
  done(String(error));
}`;
}
