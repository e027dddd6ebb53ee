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

/** Joins a group, sends to it, hears the message, and stops. */
export function talk(url: string, protocol: "WebPubSubJsonProtocol" | "WebPubSubJsonReliableProtocol"): string {
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

/** Connects and stays, until the service ends it. */
export function stayConnected(url: string): string {
  return `
const client = new webPubSubClient.WebPubSubClient(${JSON.stringify(url)}, { autoReconnect: false });
client.on("connected", (event) => say("Connected as " + event.userId));
client.on("disconnected", (event) => say("Disconnected: " + (event.message?.message ?? "no message")));
client.on("stopped", () => done("Stopped"));
await client.start();`;
}
