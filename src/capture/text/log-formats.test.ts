import { expect, test } from "vitest";
import { analyse } from "../../core/analysis.js";
import { compileFolder } from "../../knowledge/folder.js";
import { eventsFromText } from "./events-from-text.js";

const { knowledge } = compileFolder("knowledge");

/** Where it broke, with which status, and the first cause. */
function explained(text: string) {
  const [card] = analyse(eventsFromText(text).events, knowledge).cards;
  return { phase: card?.phase, status: card?.status, cause: card?.causes[0]?.cause };
}

test("IIS's log: the query, and the status of each request, are those of its own line", () => {
  const log = `#Software: Microsoft Internet Information Services 10.0
#Fields: date time s-ip cs-method cs-uri-stem cs-uri-query s-port cs-username c-ip cs(User-Agent) cs(Referer) sc-status sc-substatus sc-win32-status time-taken
2026-11-20 09:00:01 10.0.0.4 POST /chatHub/negotiate negotiateVersion=1 443 - 203.0.113.9 Mozilla/5.0 https://app.example.com/ 200 0 0 31
2026-11-20 09:00:01 10.0.0.4 GET /chatHub id=abc 443 - 203.0.113.9 Mozilla/5.0 - 404 0 0 3`;
  expect(explained(log)).toEqual({ phase: "connect", status: 404, cause: "no-sticky-sessions" });
});

test("Application Insights' requests: what went well before is not what broke", () => {
  const csv = `timestamp,name,url,resultCode,duration,success,cloud_RoleInstance
2026-11-20T09:00:01.1Z,POST /chatHub/negotiate,https://chat.example.com/chatHub/negotiate?negotiateVersion=1,200,12.3,True,RD0001
2026-11-20T09:00:01.3Z,GET /chatHub,https://chat.example.com/chatHub?id=abc,404,3.1,False,RD0002`;
  expect(explained(csv)).toEqual({ phase: "connect", status: 404, cause: "no-sticky-sessions" });
});

test("Serilog's compact JSON: the template is filled, and the exception is read", () => {
  const clef = `{"@t":"2026-11-20T09:00:00.000Z","@mt":"Request finished {Protocol} {Method} {Path} - {StatusCode}","Protocol":"HTTP/1.1","Method":"POST","Path":"/chatHub/negotiate","StatusCode":200}
{"@t":"2026-11-20T09:00:31.000Z","@mt":"Error when dispatching '{HubMethod}' on hub.","@l":"Error","@x":"System.IO.InvalidDataException: The maximum message size of 32768B was exceeded. The message size can be configured in AddHubOptions.","HubMethod":"OnConnectedAsync","SourceContext":"Microsoft.AspNetCore.SignalR.HubConnectionHandler"}`;
  expect(explained(clef)).toMatchObject({ cause: "message-too-large" });
  expect(explained(clef).phase).not.toBe("negotiate");
});

test("Winston's JSON lines: the code and the reason beside the message are read", () => {
  const line = `{"level":"error","message":"connection_error","code":5,"reason":"Unsupported protocol version","timestamp":"2026-11-20 09:00:00"}`;
  expect(explained(`socket.io server log\n${line}`).cause).toBe(explained(line).cause);
  expect(explained(line)).toMatchObject({ cause: "eio3-not-allowed" });
});

test("Heroku's router: the status before a size is a status", () => {
  const router = (status: number) =>
    `2026-11-20T09:00:01.000000+00:00 heroku[router]: at=info method=POST path="/socket.io/?EIO=4&transport=polling&sid=abc" host=chat.example.com dyno=web.2 connect=0ms service=2ms status=${status} bytes=41 protocol=https`;
  expect(explained(router(400))).toMatchObject({ status: 400 });
  expect(eventsFromText(router(200)).events[0]?.status).toBe(200);
  expect(eventsFromText("GET /socket.io/ took 404 bytes").events[0]?.status ?? null).toBeNull();
});

test.each([
  [
    "Amazon's balancer",
    'https 2026-11-20T09:00:00.000000Z app/chat/50dc6c49 10.0.0.5:2817 10.0.1.7:3000 0.001 0.003 0.000 502 - 370 312 "GET https://chat.example.com:443/socket.io/?EIO=4&transport=polling HTTP/1.1" "Mozilla/5.0" - -',
  ],
  [
    "Amazon's balancer without a target",
    'https 2026-11-20T09:00:00.000000Z app/chat/50dc6c49 10.0.0.5:2817 - -1 -1 -1 502 - 370 312 "GET https://chat.example.com:443/socket.io/?EIO=4&transport=polling HTTP/1.1" "Mozilla/5.0" - -',
  ],
  [
    "CloudFront",
    "#Version: 1.0\n#Fields: date time x-edge-location sc-bytes c-ip cs-method cs(Host) cs-uri-stem sc-status cs(User-Agent) cs-uri-query\n2026-11-20\t09:00:00\tFRA50\t512\t10.0.0.1\tGET\td1.cloudfront.net\t/socket.io/\t502\tMozilla/5.0 (X11)\tEIO=4&transport=polling",
  ],
  [
    "Application Gateway",
    '{"operationName":"ApplicationGatewayAccess","properties":{"httpMethod":"GET","requestUri":"/socket.io/?EIO=4&transport=polling","httpStatus":502,"serverStatus":"","timeTaken":0.1}}',
  ],
  [
    "Front Door",
    '{"category":"FrontDoorAccessLog","properties":{"httpMethod":"GET","requestUri":"https://chat.azurefd.net:443/socket.io/?EIO=4&transport=polling","httpStatusCode":"502","errorInfo":"OriginConnectionRefused"}}',
  ],
  [
    "Cloudflare",
    '{"ClientRequestMethod":"GET","ClientRequestURI":"/socket.io/?EIO=4&transport=polling","EdgeResponseStatus":502,"OriginResponseStatus":0}',
  ],
  [
    "Traefik",
    '{"DownstreamStatus":502,"OriginStatus":0,"RequestMethod":"GET","RequestPath":"/socket.io/?EIO=4&transport=polling","Duration":1200}',
  ],
  [
    "Envoy",
    '{"response_code":502,"response_flags":"UF","method":"GET","path":"/socket.io/?EIO=4&transport=polling","duration":3}',
  ],
  [
    "Google's balancer",
    '{"httpRequest":{"requestMethod":"GET","requestUrl":"https://chat.example.com/socket.io/?EIO=4&transport=polling","status":502,"responseSize":"488"}}',
  ],
  [
    "pino-http",
    '{"level":50,"time":1700000000000,"req":{"method":"GET","url":"/socket.io/?EIO=4&transport=polling"},"res":{"statusCode":502},"msg":"request errored"}',
  ],
])("an access log's row has its status: %s", (_, row) => {
  expect(explained(row)).toMatchObject({ status: 502, cause: "bad-gateway" });
  expect(explained(row.replaceAll("502", "200")).cause).not.toBe("bad-gateway");
});
