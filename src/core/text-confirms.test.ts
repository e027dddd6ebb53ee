import { describe, expect, test } from "vitest";
import { eventsFromText } from "../capture/text/events-from-text.js";
import { compileFolder } from "../knowledge/folder.js";
import { analyse } from "./analysis.js";

const { knowledge } = compileFolder("knowledge");

function first(text: string): string {
  const [cause] = analyse(eventsFromText(text, { protocol: "engine-io" }).events, knowledge).cards[0]?.causes ?? [];
  return `${cause?.cause} ${cause?.confidence}`;
}

/** Each of these sentences is one cause's own where the text tells what it was said of. */
describe("a sentence confirms its cause only where the text tells what it is about", () => {
  test("code 0 of a URL that is not told", () => {
    const answer = '400 {"code":0,"message":"Transport unknown"}';
    expect(first(`GET http://app.test/socket.io/?EIO=4&transport=websocket ${answer}`)).toBe(
      "transport-not-enabled confirmed",
    );
    expect(first(`when I open the client's script I get ${answer}`)).toBe("transport-not-enabled likely");
  });

  test("a name that was none", () => {
    const refused = (host: string) =>
      first(`GET http://${host}/socket.io/?EIO=4&transport=polling net::ERR_NAME_NOT_RESOLVED`);
    expect(refused("api.test:3002")).toBe("dns-failure confirmed");
    expect(refused("192.168.1.5:3002")).not.toContain("confirmed");
  });

  test("a path that prose names without its query", () => {
    const log = 'the log: "GET /socket.io/?EIO=3&transport=websocket HTTP/1.1" 400 45';
    expect(first(`Many requests to wss://app.test/socket.io/ get a 400\n${log}`)).not.toContain(
      "plain-websocket-client",
    );
  });

  test("a client that is not meant to be an old one", () => {
    const refused =
      'GET http://localhost:8888/socket.io/?EIO=3&transport=polling\n400 {"code":5,"message":"Unsupported protocol version"}';
    expect(first(refused)).toBe("eio3-not-allowed confirmed");
    expect(first(`socket.io-client ^4.5.0 on both pages\n${refused}`)).not.toContain("confirmed");
  });

  test("a setting for plain http that is set already", () => {
    const failure = "socket.io on Android, http://192.168.1.5:3000: connect_error";
    expect(first(`${failure} Cleartext HTTP traffic to 192.168.1.5 not permitted`)).toBe(
      "android-cleartext-blocked confirmed",
    );
    const allowed = first(`${failure} android:usesCleartextTraffic="true" is in the manifest`);
    expect(allowed).not.toContain("confirmed");
    expect(allowed).not.toContain("likely");
  });

  test("WebSockets of the host that are switched on already", () => {
    const failure = "SignalR on IIS: WebSocket connection to 'wss://app.test/chat' failed.";
    expect(first(failure)).toBe("iis-websocket-module likely");
    expect(first(`${failure} The WebSocket protocol feature is installed.`)).not.toContain("likely");
    expect(first(`${failure} Is the WebSocket protocol feature not installed?`)).toBe("iis-websocket-module likely");
  });

  test("the usual cause, which somebody says that it is not", () => {
    const unknown = "SignalR, 3 replicas behind a load balancer: 404 No Connection with that ID.";
    expect(first(unknown)).toBe("no-sticky-sessions likely");
    expect(first(`${unknown} Sticky sessions are on.`)).toBe("no-sticky-sessions possible");
    expect(first(`${unknown} Check that sticky sessions are on.`)).toBe("no-sticky-sessions likely");
    expect(first(`${unknown} After session affinity was enabled it works.`)).toBe("no-sticky-sessions likely");
    const refused = "403 Forbidden from Azure SignalR with DefaultAzureCredential.";
    expect(first(refused)).toBe("azure-rbac-missing-role likely");
    expect(first(`${refused} The SignalR App Server role is assigned to the identity.`)).not.toContain("likely");
    expect(first(`${refused} Our identity already has the role.`)).not.toContain("likely");
    expect(first(`${refused} No role is assigned to the identity.`)).toBe("azure-rbac-missing-role likely");
    const proxied = "nginx before Socket.IO: WebSocket connection failed: Unexpected response code: 400.";
    expect(first(proxied)).toBe("proxy-drops-upgrade likely");
    expect(first(`${proxied} The Upgrade and Connection headers are set.`)).not.toBe("proxy-drops-upgrade likely");
    const refusedAt = "Socket.IO: WebSocket connection failed: Unexpected response code: 400.";
    expect(first(refusedAt)).toBe("proxy-drops-upgrade likely");
    expect(first(`${refusedAt} There is no proxy in between.`)).not.toContain("likely");
  });

  test("a call that the upstream forbids is not blamed on its URL", () => {
    const answered = (how: string) =>
      first(
        `SignalR emulator: The response for {hub}=chat,{event}=connected,{category}=connections is unexpected: ${how}.`,
      );
    expect(answered("NotFound")).toContain("azure-upstream-url-wrong");
    expect(answered("Forbidden")).toContain("auth-rejected");
  });

  test("a path that YARP takes the prefix from, a server that is none, an address of https", () => {
    expect(first('SignalR negotiate 404 behind YARP: { "PathRemovePrefix": "/one" }')).toContain(
      "proxy-path-prefix-lost",
    );
    expect(first("socket.io-client to ncat on port 4200: the connect event never fires")).toContain(
      "not-a-socketio-server",
    );
    const redirected = "Response to preflight request doesn't pass access control check: Redirect is not allowed";
    expect(
      first(`SignalR negotiate blocked by CORS policy: ${redirected} for a preflight request. It works locally`),
    ).toContain("cors-preflight-redirected");
    const android = "Socket.IO on Android: EngineIOException: xhr poll error";
    expect(first(android)).toContain("android-cleartext-blocked");
    expect(first(`${android}\nIO.socket("https://app.test")`)).not.toContain("android-cleartext-blocked");
  });

  test("a header, a setting or a policy that is only named", () => {
    const named = [
      "POST https://app.test/hub/negotiate 404\nContent-Security-Policy: frame-ancestors 'self'",
      "There is no CSP. WebSocket connection to 'wss://app.test/socket.io/?EIO=4&transport=websocket' failed: Unexpected response code: 400",
      "No mixed content warnings; wss://app.test/socket.io/ says xhr poll error",
      "WebSocket connection to 'wss://app.test/socket.io/' failed, the page is served over HTTPS by nginx",
      "SignalR: WebSocket closed with status code 1006. services.AddSignalR().AddMessagePackProtocol();",
      "Web PubSub with awps_reconnection_token: 401 Unauthorized",
      "SignalR cannot start: a migration method does not exist in the list",
    ];
    expect(named.map(first).filter((cause) => cause.includes("confirmed"))).toEqual([]);
    const blocked = `because it violates the following Content Security Policy directive: "connect-src 'self'"`;
    expect(first(`Refused to connect to 'https://api.test/socket.io/' ${blocked}`)).toBe("csp-connect-src confirmed");
    const mixed = "Mixed Content: The page at 'https://app.test/' was loaded over HTTPS, but attempted to connect to";
    expect(first(`${mixed} the insecure WebSocket endpoint 'ws://app.test/socket.io/'`)).toBe(
      "mixed-content confirmed",
    );
  });
});
