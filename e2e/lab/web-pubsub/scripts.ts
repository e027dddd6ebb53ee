/** Page scripts for the official Azure Web PubSub client. */

/** Starts the client once and says what it reports. Its rejection is a bare event, without a message. */
export function tryToStart(url: string): string {
  return `
const client = new webPubSubClient.WebPubSubClient(${JSON.stringify(url)}, { autoReconnect: false });
try {
  await client.start();
  say("Connected");
  client.stop();
  done("Stopped");
} catch (reason) {
  done("The client reports: " + (reason.message ?? "a bare '" + reason.type + "' event"));
}`;
}

/** The client's own names of its subprotocols for groups. */
export type GroupProtocol = "WebPubSubJsonProtocol" | "WebPubSubJsonReliableProtocol";

/** Joins a group, sends to it, hears the message, and stops. */
export function talk(url: string, protocol: GroupProtocol): string {
  return `
const client = new webPubSubClient.WebPubSubClient(${JSON.stringify(url)}, {
  protocol: webPubSubClient.${protocol}(),
});
client.on("connected", (event) => say("Connected as " + event.userId));
client.on("group-message", (event) => say("Heard in the group: " + event.message.data));
client.on("stopped", () => done("Stopped"));
await client.start();
await client.joinGroup("room");
for (const text of ["one", "two"]) {
  const result = await client.sendToGroup("room", text, "text");
  say("Acknowledged: " + result.ackId);
}
setTimeout(() => client.stop(), 1500);`;
}

/** A client that does not ask for its session back when the service closes: of the plain JSON subprotocol. */
export const PLAIN =
  "{ protocol: webPubSubClient.WebPubSubJsonProtocol(), autoReconnect: false, messageRetryOptions: { maxRetries: 0 } }";

/** Connects and stays, until the service ends it. */
export function stayConnected(url: string): string {
  return `
const client = new webPubSubClient.WebPubSubClient(${JSON.stringify(url)}, ${PLAIN});
client.on("connected", (event) => say("Connected as " + event.userId));
client.on("disconnected", (event) => say("Disconnected: " + (event.message?.message ?? "no message")));
client.on("stopped", () => done("Stopped"));
await client.start();`;
}

/** Code without the client library: sends one text after the other, and stays until the socket is closed or the time is over. */
export function bareSocket(url: string, subprotocol: string | null, texts: string[], lastsMs = 2000): string {
  return `
const socket = ${subprotocol ? `new WebSocket(${JSON.stringify(url)}, ${JSON.stringify(subprotocol)})` : `new WebSocket(${JSON.stringify(url)})`};
const end = setTimeout(() => socket.close(1000), ${lastsMs});
socket.onmessage = ({ data }) => say("Heard " + String(data).slice(0, 80));
socket.onclose = ({ code }) => {
  clearTimeout(end);
  done("Closed with " + code);
};
await new Promise((resolve) => (socket.onopen = resolve));
for (const text of ${JSON.stringify(texts)}) socket.send(text);`;
}

/** The same in bytes. */
export function bareBinarySocket(url: string, subprotocol: string, messages: number[][]): string {
  return `
const socket = new WebSocket(${JSON.stringify(url)}, ${JSON.stringify(subprotocol)});
socket.binaryType = "arraybuffer";
socket.onmessage = ({ data }) => say("Heard " + new Uint8Array(data).join(" "));
socket.onclose = ({ code }) => done("Closed with " + code);
await new Promise((resolve) => (socket.onopen = resolve));
for (const message of ${JSON.stringify(messages)}) socket.send(new Uint8Array(message));
setTimeout(() => socket.close(1000), 1000);`;
}

/** The real client of MQTT; its id is its own. */
export function withMqtt(url: string, options: object, steps: string): string {
  return `
const client = mqtt.connect(${JSON.stringify(url)}, ${JSON.stringify({ clientId: "ada", reconnectPeriod: 0, ...options })});
client.on("error", (error) => say("The client reports: " + error.message));
client.on("close", () => done("Closed"));
${steps}`;
}

/** Connects with the client's own options and does something; the page is done when the client has stopped. */
export function withClient(url: string, options: string, steps: string): string {
  return `
const client = new webPubSubClient.WebPubSubClient(${JSON.stringify(url)}, ${options});
client.on("connected", (event) => say("Connected as " + event.userId));
client.on("disconnected", (event) => say("Disconnected: " + (event.message?.message ?? "no message")));
client.on("server-message", (event) => say("The application says: " + event.message.data));
client.on("stopped", () => done("Stopped"));
await client.start();
${steps}`;
}

/** Two clients: the second starts when the first has come and gone, or was refused. */
export function oneAfterTheOther(first: string, second: string): string {
  return `
for (const url of ${JSON.stringify([first, second])}) {
  const client = new webPubSubClient.WebPubSubClient(url, { autoReconnect: false });
  try {
    await client.start();
    say("Connected");
    await new Promise((resolve) => setTimeout(resolve, 200));
    client.stop();
  } catch {
    say("Refused");
  }
}
done("Both have had their turn");`;
}

/** Two clients: the second starts while the first is connected. */
export function oneBesideTheOther(first: string, second: string): string {
  return `
const clients = ${JSON.stringify([first, second])}.map(
  (url) => new webPubSubClient.WebPubSubClient(url, { autoReconnect: false }),
);
for (const client of clients) await client.start().then(() => say("Connected"), () => say("Refused"));
for (const client of clients) client.stop();
done("Both have had their turn");`;
}
