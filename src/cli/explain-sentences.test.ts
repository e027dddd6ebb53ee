import { describe, expect, it } from "vitest";
import { Report } from "../report/json.js";
import { cli } from "./testing/cli.js";

async function causesOf(text: string): Promise<string[]> {
  const { out } = await cli("explain", text, "--protocol", "engine-io", "--format", "json");
  return Report.parse(JSON.parse(out)).cards.flatMap((card) => card.causes.map((each) => each.cause));
}

describe("the sentences of libraries, as people paste them", () => {
  it.each([
    [
      "Postman, of a server that is older than the client",
      "It seems you are trying to reach a Socket.IO server in v2.x with a v4.x client.",
      "client-server-version-mismatch",
    ],
    [
      "netty-socketio, of a path that is not its own",
      "WARN Blocked wrong request! url: /ws/, ip: /10.0.0.7",
      "path-mismatch",
    ],
    [
      "Socket.IO, handed an application of Express",
      "You are trying to attach socket.io to an express request handler function.",
      "server-not-attached",
    ],
    [
      "gorilla/websocket, of a request that lost its headers",
      "socket.io: websocket: the client is not using the websocket protocol: 'upgrade' token not found in 'Connection' header",
      "proxy-drops-upgrade",
    ],
    [
      "Spring, of the same",
      "socket.io proxy: Handshake failed due to invalid Upgrade header: null",
      "proxy-drops-upgrade",
    ],
    ["NestJS, without its platform", "No driver (WebSockets) has been selected.", "websocket-server-lib-missing"],
    ["python-socketio in a bundle", "ValueError: Invalid async_mode specified", "websocket-server-lib-missing"],
    [
      "a WebSocket behind a WSGI server that hides its socket",
      "flask socketio: RuntimeError: Cannot obtain socket from WSGI environment.",
      "unsupported-server-worker",
    ],
    [
      "Chrome, of a page where frames belong",
      "WebSocket connection to 'ws://app.test/socket.io/' failed: One or more reserved bits are on: reserved1 = 0, reserved2 = 1, reserved3 = 1",
      "antivirus-security-software",
    ],
    [
      "Chrome, of a second answer to the handshake",
      "WebSocket connection to 'ws://app.test/socket.io/' failed: One or more reserved bits are on: reserved1 = 1, reserved2 = 0, reserved3 = 0",
      "upgrade-handler-conflict",
    ],
    ["Swift, whose manager is gone", "LOG SocketManager: Manager is being released", "client-object-released"],
    ["Swift, of a pinned certificate", "Starscream error SSLError(type: .tlsValidationFailed)", "certificate"],
    [
      "Android, without the permission",
      "xhr poll error java.lang.SecurityException: Permission denied (missing INTERNET permission?)",
      "mobile-network-permission-missing",
    ],
    [
      "a page of an extension",
      "GET chrome-extension://abcdef/socket.io/?EIO=4&transport=polling net::ERR_FILE_NOT_FOUND",
      "wrong-endpoint",
    ],
    [
      "a setting that is not there",
      "GET http://undefined/socket.io/?EIO=4&transport=polling net::ERR_NAME_NOT_RESOLVED",
      "wrong-endpoint",
    ],
    [
      "C#, which emits before it is connected",
      "System.InvalidOperationException: SocketIO is not connected at EmitAsync",
      "invoke-before-connected",
    ],
    ["ngrok, whose tunnel is closed", "ERR_NGROK_3200 https://abc.ngrok.test/socket.io/", "server-not-running"],
    ["ngrok, whose target is not there", "ERR_NGROK_8012 https://abc.ngrok.test/socket.io/", "bad-gateway"],
    [
      "more data than is taken",
      "once a certain amount of data is emitted, the socket disconnects",
      "message-too-large",
    ],
    [
      "gunicorn on Heroku",
      "Flask-SocketIO with gunicorn on heroku: occassionally 400 errors, with eventlet and with gevent",
      "no-sticky-sessions",
    ],
    [
      "workers that share a port",
      "with multiple workers in gunicorn requests of socketio fail with 502",
      "no-sticky-sessions",
    ],
    [
      "Frappe, of a page that it does not know",
      "socket.io connect_error: Error: Invalid origin",
      "cors-origin-not-allowed",
    ],
    [
      "Electron, whose pages have no host",
      "GET http://file/socket.io/?EIO=4&transport=polling net::ERR_NAME_NOT_RESOLVED",
      "wrong-endpoint",
    ],
    [
      "a container that listens to itself only",
      "the socket.io client on the host hangs, -p 5000:5000 is given; inside the same container the client works",
      "server-binds-localhost-only",
    ],
    [
      "workers that know nothing of each other",
      "gunicorn with 4 workers: the client of flask-socketio connects and disconnects all the time, it never stays",
      "no-sticky-sessions",
    ],
    [
      "a platform's address with a port",
      "io('https://chat.herokuapp.com:3000') net::ERR_CONNECTION_TIMED_OUT",
      "wrong-port",
    ],
    [
      "Java's client, which counts by itself",
      "java client io.socket 1.0.0, server 4.1: xhr poll error",
      "client-server-version-mismatch",
    ],
    [
      "Python's older client, which counts by itself",
      "socketIO-client 0.7.2 and a server of socket.io 4.5 do not connect",
      "client-server-version-mismatch",
    ],
    [
      "a heartbeat whose default changed",
      "socket.io closes with ping timeout: pingTimeout had a default of 60 seconds, and has 5 seconds now",
      "server-timeout",
    ],
    [
      "a proxy, past which nothing is late",
      "socket.io behind apache2 hangs, socket hang up. By http://127.0.0.1:3000/ there is no problem",
      "proxy-drops-upgrade",
    ],
    [
      "a fallback that takes its time",
      "behind our nginx the socket.io client fails at first, and after about 20 seconds it connects",
      "proxy-drops-upgrade",
    ],
    [
      "another port of the machine",
      "Could not connect to the websocket server: I can open app.test:3026/socket.io/socket.io.js, and cannot open app.test:3000/socket.io/socket.io.js",
      "wrong-endpoint",
    ],
  ])("%s", async (_, text, cause) => {
    expect((await causesOf(text))[0]).toBe(cause);
  });

  it("blames no tab first for what Python's client says, and no name where both names fail", async () => {
    const python = await causesOf("python-socketio client: packet queue is empty, aborting");
    expect(python[0]).not.toBe("ping-timeout-background-tab");
    const both = await causesOf(
      "unity client cannot connect, I tried localhost instead of 127.0.0.1 but it didn't work",
    );
    expect(both[0]).not.toBe("localhost-resolution");
  });

  it("confirms no refusal of version 2 before it knows that the client is one", async () => {
    const { out } = await cli("explain", '{"code":5,"message":"Unsupported protocol version"}', "--format", "json");
    const [first] = Report.parse(JSON.parse(out)).cards[0]?.causes ?? [];
    expect(first).toMatchObject({ cause: "eio3-not-allowed", confidence: "likely" });
  });
});
