import { expect, test } from "vitest";
import { eventsFromText } from "./events-from-text.js";

const messages = (text: string) => eventsFromText(text).events.flatMap((event) => event.messages);

test("what stands in many a text is not taken for a sentence", () => {
  expect(messages("public async Task SendMessage(string user, string message)")).not.toContain("server-blocked");
  expect(messages("Server returned an error on close: Signed in elsewhere.")).not.toContain("closed-with-error");
  expect(messages("Missing required property 'protocol'. (SignalR)")).not.toContain("connection-string-wrong");
  expect(messages("InvalidDataException: Missing required property 'connectionId'.")).not.toContain(
    "connection-string-wrong",
  );
  expect(messages('received close message with an error: "Signed in elsewhere"')).not.toContain("closed-with-error");
  expect(messages("our website does not support websockets")).not.toContain("websocket-missing");
  expect(
    messages("please ensure WebSockets are available. A VPN or proxy may be blocking the connection."),
  ).not.toContain("corporate-network");
});

test("a device that goes offline was not put to sleep, nor is a switch off that is set to true", () => {
  expect(messages("SignalR: the device goes offline and comes back")).not.toContain("page-frozen");
  expect(messages("SignalR: the connection drops when the screen goes off")).toContain("page-frozen");
  expect(messages("SignalR behind nginx, WEBSOCKET_ENABLED=true is set")).not.toContain("websockets-disabled");
  expect(messages("SignalR behind nginx, WEBSOCKET_ENABLED=false is set")).toContain("websockets-disabled");
});

test("a connection info as clients read it has no wrong case", () => {
  expect(messages('SignalR: {"url":"https://a.test/client/?hub=h","accessToken":"x"}')).not.toContain(
    "connection-info-miscased",
  );
});

test("who loses a connection, finds it unstable or slow, or was kicked out complains", () => {
  const complains = (text: string) => eventsFromText(`SignalR: ${text}`).events.some((event) => event.complains);
  for (const text of [
    "some of our users lose the hub every evening",
    "the hub is unstable since the summer",
    "players get kicked out of the lobby's hub",
    "it stopped connecting on Monday",
    "the terminal went offline twice",
  ])
    expect(complains(text), text).toBe(true);
  expect(complains("a hub that players join")).toBe(false);
});

test("1006 beside what ended is a close code, and an installed plug-in restarts what it is installed into", () => {
  expect(messages("each time we install a module, SignalR 1006")).toContain("websocket-1006");
  expect(messages("SignalR: item 1006 is missing in the list")).not.toContain("websocket-1006");
  const scene = eventsFromText("each time we install a module the hub disconnects (SignalR)").events.flatMap(
    (event) => event.scene,
  );
  expect(scene).toContain("deployment-under-way");
});

test("an application that is uploaded sends nothing large", () => {
  const scene = (text: string) => eventsFromText(text).events.flatMap((event) => event.scene);
  expect(scene("SignalR: 404 since I uploaded the site to my hosting")).not.toContain("large-payload");
  expect(scene("SignalR: the connection closes when a user uploads a picture")).toContain("large-payload");
});

test("affinity is on where a client cannot connect with it, and more than one server is several", () => {
  const scene = (text: string) => eventsFromText(text).events.flatMap((event) => event.scene);
  expect(scene("SignalR: the app can't connect when stickiness is enabled")).toContain("affinity-on");
  expect(scene("SignalR: it works when stickiness is enabled")).not.toContain("affinity-on");
  expect(scene("SignalR: 404, and we have more than one server")).toContain("many-instances");
});

test("where negotiate is said to give an answer, it is the one that broke", () => {
  const phases = eventsFromText("negotiate gives 404 (SignalR)").events.map(({ phase }) => phase);
  expect(phases).toContain("negotiate");
});

test("a close over a limit of the hub's own is no exception of the application", () => {
  const text =
    "Connection closed with an error. InvalidDataException: The maximum message size of 32768B was exceeded.";
  expect(messages(text)).not.toContain("closed-by-exception");
});

test("ASP.NET Core's log tells the status behind the URL, or behind the time in older versions", () => {
  const statusIn = (text: string) => eventsFromText(text).events.map(({ status }) => status);
  expect(statusIn("websockets.exceptions.InvalidStatusCode: Status code not 101: 400 (signalr_aio)")).toEqual([400]);
  expect(statusIn("Request finished HTTP/2 GET https://localhost:5001/hub/negotiate - 405 0 - 1.2ms")).toEqual([405]);
  expect(statusIn("Information: Request finished in 11613.7288ms 101 for /hub")).toEqual([101]);
});

test("a version's last part is no status, nor the server's own version; what an application counts is none of Socket.IO's", () => {
  const { events } = eventsFromText('socket.io: "cannot reach the server" since I went from 2.3.401 to 2.3.404');
  expect(events.flatMap((event) => event.messages)).not.toContain("not-found");
  const [first] = eventsFromText(
    '"no connection to the server" when upgrading to 1.2.3 of the app, socket.io fails',
  ).events;
  expect(first?.serverVersion).toBeNull();
  const scene = (text: string) => eventsFromText(text).events.flatMap((event) => event.scene);
  expect(scene("since v1.23.9 of the app socket.io does not connect")).not.toContain("version2");
  expect(scene("socket.io v1.7.4 does not connect")).toContain("version2");
});

test("Heroku's router tells the status beside the bytes of the answer", () => {
  const line = 'heroku[router]: at=info method=GET path="/socket.io/?EIO=4&transport=polling" status=403 bytes=185';
  expect(eventsFromText(line).events.map(({ status }) => status)).toEqual([403]);
});

test("a list of listeners names the port, and more numbers than that", () => {
  const text =
    "GET http://app.example.test:3000/socket.io/ refused\ntcp  0  0 127.0.0.1:3000  0.0.0.0:*  LISTEN  0  37882  19162/node";
  expect(eventsFromText(text).events[0]?.portsDiffer).toBe(false);
});

test("a file of one host that is asked at its root and lies under a path", () => {
  const prefixLost = (text: string) => eventsFromText(text).events[0]?.prefixLost;
  const looksFor = "socket.io does not connect, it looks for https://h.example.test/_app/static/a.css, which is at";
  expect(prefixLost(`${looksFor} https://h.example.test/apps/mine/_app/static/a.css`)).toBe(true);
  expect(prefixLost(`${looksFor} https://other.example.test/apps/mine/_app/static/a.css`)).not.toBe(true);
});

test("what a client only guesses of the server does not name the server", () => {
  const text =
    "Error during negotiation request. This client may be attempting to connect to an incompatible SignalR .Net Core server";
  expect(messages(text)).not.toContain("aspnet-core-named");
});

test("a window that closes is not one of many, and another store's connection is not the hub's", () => {
  expect(messages("SignalR: Window unloading, stopping the connection.")).not.toContain("many-tabs");
  expect(messages("SignalR: Redis connection not started.")).not.toContain("not-connected-yet");
});

test("what a platform writes by habit is no scene", () => {
  const scene = (text: string) => eventsFromText(text).events.flatMap((event) => event.scene);
  expect(scene("Status Code: 403 Forbidden\nReferrer Policy: no-referrer-when-downgrade")).not.toContain("upgraded");
  expect(scene("it worked with 2.1, so we had to downgrade")).toContain("upgraded");
  expect(scene("io.socket.engineio.client.EngineIOException: xhr poll error")).not.toContain("python");
  expect(scene("INFO:engineio.client:Attempting polling connection")).toContain("python");
  const ephemeral =
    "SocketException: Connection refused (OS Error: Connection refused, errno = 111), address = h, port = 41524";
  expect(scene(ephemeral)).not.toContain("port");
  expect(scene("HTTPConnectionPool(host='h', port=5000): Max retries exceeded")).not.toContain("port");
  expect(scene("the server listens on port 5000")).toContain("port");
});

test("what a text denies is not there; what it leaves out to try, or misses, is", () => {
  const named = (text: string) => eventsFromText(text).events.flatMap((event) => [...event.scene, ...event.messages]);
  expect(named("SignalR, no reverse proxy or load balancer: the WebSocket failed")).not.toContain("other-proxy");
  expect(named("SignalR, we aren't behind nginx: the WebSocket failed")).not.toContain("nginx");
  expect(named("SignalR works without nginx. With it the WebSocket failed")).toContain("nginx");
  expect(named("Socket.IO, a single process, no cluster: 400 Session ID unknown")).not.toContain("many-instances");
  expect(named("Socket.IO, no antivirus, no firewall: xhr poll error")).not.toContain("security-product");
  expect(named("Socket.IO, there was no firewall rule for the port: timeout")).toContain("firewall-named");
  expect(named("Socket.IO, there are no CORS errors: xhr poll error")).not.toContain("cors-blocked");
  expect(named("Socket.IO, blocked by CORS policy: no CORS headers")).toContain("cors-blocked");
  expect(named("We don't use Azure SignalR Service: negotiate says 500")).not.toContain("azure-resource-named");
  expect(named("SignalR server timeout, and the tab is not in the background")).not.toContain("page-frozen");
  expect(named("SignalR: the token is not expired, 401 Unauthorized")).not.toContain("token-expired");
});

test("a property that is not found is no address, and a client's protocol 1.x is one of SignalR 2.x", () => {
  const lacking = messages('SignalR: "connectionId property not found or invalid" from https://app.test/signalr/hubs');
  expect(lacking).toContain("negotiate-answer-incomplete");
  expect(lacking).not.toContain("not-found");
  expect(lacking).not.toContain("hubs-script-missing");
  expect(messages("SignalR: GET https://app.test/signalr/hubs 404 not found")).toContain("hubs-script-missing");
  expect(messages("SignalR: my WPF client 2.4 (protocol 1.5) gets 404")).toContain("classic-client-named");
});

test("a connection that is lost had been made", () => {
  expect(messages("socket.io: Lost connection to the socket server. Reconnecting...")).toContain("transport-close");
  expect(messages("socket.io: Cannot connect to the socket server")).toContain("connect-error");
});

test("an upgrade that Starscream could not make is no upgrade of a session, and its status is read", () => {
  const { events } = eventsFromText("ERROR SocketEngine: Invalid HTTP upgrade. code=404, type=upgradeError");
  expect(events.flatMap(({ messages }) => messages)).not.toContain("probe-error");
  expect(events.map(({ status }) => status)).toEqual([404]);
});

test("a page that could not come back is not one whose circuit is gone", () => {
  expect(messages("Blazor: Failed to rejoin. Please retry or reload the page.")).not.toContain("circuit-gone");
  expect(messages("Could not reconnect to the server. Reload the page to restore functionality.")).toContain(
    "circuit-gone",
  );
});

test("milliseconds are no time after which a connection is cut", () => {
  expect(messages("SignalR: Failed to connect to 127.0.0.1 port 3012 after 0 ms")).not.toContain("cut-after-idle");
  expect(messages("SignalR: the socket closes after 5 m")).toContain("cut-after-idle");
});

test("the client's script is missing where a server said so, and not where nobody answered or it was only asked for", () => {
  const script = "http://app.test:6001/socket.io/socket.io.js";
  for (const said of [
    `GET ${script} net::ERR_CONNECTION_TIMED_OUT`,
    `Failed to load resource: net::ERR_CONNECTION_REFUSED ${script}`,
    `I can't get it to work: curl ${script} is reset by peer`,
    `I can't get it to work: curl ${script} hangs`,
  ])
    expect(messages(said), said).not.toContain("client-script-missing");
  expect(messages(`GET ${script} net::ERR_ABORTED 404 (Not Found)`)).toContain("client-script-missing");
  expect(messages(`GET ${script} 404 (Not Found)`)).toContain("client-script-missing");
});

test("Passenger runs Node as well as Python", () => {
  expect(messages("our Node.js server with socket.io runs under Apache and Passenger")).not.toContain("worker-class");
  expect(messages("Flask-SocketIO under Passenger: 404")).toContain("worker-class");
});

test("C++ clients with and without TLS, Swift's unread answers and PHP's expectations", () => {
  const hungUp = "[error] handle_read_http_response error: websocketpp.transport:7 (End of File)";
  expect(messages(`sio::client connects to https://app.test/socket.io/\n${hungUp}`)).toContain("plain-client-hung-up");
  expect(messages(`sio::client connects to http://app.test/socket.io/\n${hungUp}`)).not.toContain(
    "plain-client-hung-up",
  );
  const swift = (answer: string) =>
    messages(`LOG SocketEngine: Handshaking\nERROR: Got unknown error from server ${answer}`);
  expect(swift("A|HB|E$")).toContain("answer-unread");
  expect(swift("<!DOCTYPE html>")).toEqual(expect.arrayContaining(["page-unread"]));
  expect(swift("<!DOCTYPE html>")).not.toContain("answer-unread");
  expect(swift("Welcome to socket.io.")).toContain("old-server-greets");
  const php = (had: string) => eventsFromText(`Socket.IO: Expected "HTTP/1.1 101", had "${had}"`).events;
  expect(php("HTTP/1.1 400").map((event) => event.status)).toContain(400);
  expect(php("").flatMap((event) => event.messages)).toContain("php-session-not-opened");
  expect(php("").map((event) => event.status)).not.toContain(101);
});

test("a server that offers no WebSocket is not a client that has none", () => {
  const said = messages("Socket.IO: This server does not support the websocket transport, aborting");
  expect(said).toContain("websocket-not-offered");
  expect(said).not.toContain("websocket-missing");
  expect(messages("Socket.IO: our browser does not support WebSockets")).toContain("websocket-missing");
});

test("a microcontroller's plain WebSocket, and its class for Socket.IO", () => {
  const server = "esp32 keeps connecting and disconnecting; the server is node with socket.io\n";
  expect(messages(`${server}webSocket.begin(host, 3000, "/");`)).toContain("raw-websocket");
  expect(messages(`${server}webSocket.beginSocketIO(host, 3000);`)).not.toContain("raw-websocket");
  expect(messages(`${server}SocketIoClient webSocket; webSocket.begin(host, 3000);`)).not.toContain("raw-websocket");
});

test("a client's script that Engine.IO answers is no transport that is off", () => {
  const said = messages('GET /socket.io/socket.io.js is answered 400 {"code":0,"message":"Transport unknown"}');
  expect(said).toContain("client-script-asked");
  expect(messages('GET /socket.io/?EIO=4 is answered 400 {"code":0,"message":"Transport unknown"}')).not.toContain(
    "client-script-asked",
  );
});

test("an option that is named is no refusal: rejectUnauthorized is no 401, nor a certificate where it is off", () => {
  const off = messages("const socket = io('https://localhost:8888', { rejectUnauthorized: false })");
  expect(off).not.toContain("unauthorized");
  expect(off).not.toContain("certificate-refused");
  expect(messages("socket.io: set rejectUnauthorized to false and it works")).toContain("certificate-refused");
  expect(messages("socket.io server with allowEIO3: true disconnects the client")).toContain("allow-eio3-set");
});

test("a part of a number, a header or a host's name is no sign", () => {
  const scene = (text: string) => eventsFromText(text).events.flatMap((event) => event.scene);
  expect(messages("socket.io-client 4.0.7 with netty-socketio 2.0.6: it disconnects")).not.toContain(
    "old-version-named",
  );
  expect(messages("socket.io 0.9 in the browser, it disconnects")).toContain("old-version-named");
  expect(scene("socket.io: Transfer-Encoding: chunked")).not.toContain("large-payload");
  expect(messages("io('http://ec2.example.test:9000'): connect_error")).not.toContain("firewall-named");
  expect(messages("socket.io on EC2: connect_error")).toContain("firewall-named");
  expect(messages("SignalR: negotiate fails in IIS Classic mode")).not.toContain("service-mode-named");
  expect(scene("SignalR on Kestrel. It works on localhost")).not.toContain("binds-loopback");
});

test("clients older than Socket.IO 1.0 are known by what they call and ask", () => {
  expect(messages("new io.Socket(); it never connects")).toContain("old-client-fails");
  expect(messages("The connection to ws://app.test/socket.io/websocket was interrupted")).toContain("old-client-fails");
  expect(messages("WebSocket connection to 'ws://app.test/socket.io/?EIO=3&transport=websocket' failed")).not.toContain(
    "old-client-fails",
  );
});

test("an exception as a connection ends is no reason for its end; a size that grows is large data", () => {
  const scene = (text: string) => eventsFromText(text).events.flatMap((event) => event.scene);
  expect(messages("SignalR: Error when dispatching 'OnDisconnectedAsync' on hub.")).not.toContain("hub-threw");
  expect(messages("SignalR: Error when dispatching 'OnConnectedAsync' on hub.")).toContain("hub-threw");
  expect(scene("SignalR closes with 1006 as the message size is increased")).toContain("large-payload");
  expect(scene("SignalR closes with 1005 when I pick an image from the gallery")).toContain("large-payload");
  expect(scene("SignalR closes with 1005 when I open the gallery")).not.toContain("large-payload");
});

test("an address has two hosts where one stands in the other, not where one is the other's path", () => {
  expect(messages("GET https://a.testhttps://a.test/signalr/negotiate failed")).toContain("address-malformed");
  expect(messages("GET http://a.test:5000http//a.test:5000/socket.io/?EIO=4 failed")).toContain("address-malformed");
  expect(messages("GET https://proxy.test/https://a.test/socket.io/?EIO=4 failed")).not.toContain("address-malformed");
  expect(messages("GET https://a.test/signalr/negotiate?returnUrl=https://a.test failed")).not.toContain(
    "address-malformed",
  );
});

test("a server is being deployed, or something has failed since it was", () => {
  const scene = (text: string) => eventsFromText(text).events.flatMap((event) => event.scene);
  expect(scene("SignalR drops its clients whenever the app pool recycles")).toContain("deployment-under-way");
  expect(scene("SignalR: it fails since we deployed to Azure")).not.toContain("deployment-under-way");
  expect(scene("we have just upgraded SignalR to 2.1")).toContain("upgraded");
  expect(scene("the SignalR page has an updated look")).not.toContain("upgraded");
});

test("nginx may force the header upon every request, or hand on what came", () => {
  expect(messages('socket.io, nginx: proxy_set_header Connection "upgrade";')).toContain("upgrade-forced");
  expect(messages("socket.io, nginx: proxy_set_header Connection $connection_upgrade;")).not.toContain(
    "upgrade-forced",
  );
});

test("an exception of .NET is the hub's where SignalR's own script tells of it", () => {
  expect(messages("signalr.js:1977 Error: Sequence contains no elements")).toContain("hub-threw");
  expect(messages("SignalR, Repository.cs: Sequence contains no elements")).not.toContain("hub-threw");
});

test("the status that came is told apart from the 101 that was expected", () => {
  const statusIn = (text: string) => eventsFromText(text).events.map(({ status }) => status);
  expect(statusIn("signalr: expected handshake response status code 101 but got 403")).toEqual([403]);
  expect(statusIn("socket.io: expected 101, got 502")).toEqual([502]);
  expect(statusIn("signalr WSServerHandshakeError: 404, message='Invalid response status'")).toEqual([404]);
});

test("a word is none where it stands within another, or in a name of code", () => {
  const scene = (text: string) => eventsFromText(text).events.flatMap((event) => event.scene);
  expect(scene("socket.io: app.set('trust proxy', 1), thanks to the community for every opportunity")).not.toContain(
    "other-client",
  );
  expect(scene("socket.io, a client in Rust")).toContain("other-client");
  expect(scene("socket.io, a Unity client: UnityEngine.Debug.Log")).toContain("other-client");
  const chrome =
    "socket.io User-Agent: Mozilla/5.0 (X11; Linux x86_64) AppleWebKit/537.36 (KHTML, like Gecko) Chrome/120.0.0.0 Safari/537.36";
  expect(scene(chrome)).not.toContain("ios");
  expect(scene("socket.io fails in Safari only")).toContain("ios");
  expect(
    scene("socket.io Version/17.1 Mobile/15E148 Safari/604.1 is the User-Agent; the page is asked by it"),
  ).toContain("ios");
  expect(scene("socket.io: the microphone of a phone number; redis.publish(channel)")).not.toContain("other-machine");
  expect(scene('socket.io <div class="container-fluid">')).not.toContain("other-machine");
  expect(scene("socket.io: it fails on my phone")).toContain("other-machine");
  expect(scene("socket.io fails in a container")).toContain("other-machine");
  expect(scene("socket.io: the loopback address, the event loop, require('./constants')")).not.toContain("repeated");
  expect(scene("socket.io reconnects in a loop")).toContain("repeated");
  expect(scene("socket.io: crypto.randomBytes(16) on a random port")).not.toContain("intermittent");
  expect(scene("socket.io: the connection drops at random")).toContain("intermittent");
  expect(messages("socket.io connects to https://app.test, and the centralised chat has a company_id")).not.toContain(
    "corporate-network",
  );
  expect(messages("socket.io fails in our company's network")).toContain("corporate-network");
});

test("what .NET says of a peer that it cannot reach is told apart from what it says of a WebSocket", () => {
  expect(messages("System.Net.WebException: Unable to connect to the remote server (socket.io)")).toContain(
    "connection-refused",
  );
  expect(messages("WebSocketException (0x80004005): Unable to connect to the remote server (SignalR)")).not.toContain(
    "connection-refused",
  );
  expect(messages("socket.io: the destination computer expressly denied that connection")).toContain(
    "connection-refused",
  );
});
