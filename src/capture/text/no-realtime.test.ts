import { expect, it } from "vitest";
import { analyse } from "../../core/analysis.js";
import { compileFolder } from "../../knowledge/folder.js";
import { eventsFromText } from "./events-from-text.js";

const { knowledge } = compileFolder("knowledge");

/** Texts that people paste by mistake, or logs where realtime connections are well: none of them is a failure of ours. */
const NONE_OF_OURS = [
  // access logs of ordinary pages
  '203.0.113.7 - - [26/Nov/2026:10:00:00 +0000] "GET /products/17 HTTP/1.1" 404 1523 "-" "Mozilla/5.0"',
  '203.0.113.7 - - [26/Nov/2026:10:00:01 +0000] "POST /login HTTP/1.1" 401 88\n203.0.113.7 - - [26/Nov/2026:10:00:02 +0000] "POST /login HTTP/1.1" 302 0',
  '10.0.0.4 - - [26/Nov/2026:10:00:00 +0000] "GET /api/orders?page=2 HTTP/2.0" 500 17 "https://shop.test/" "curl/8.5"',
  "2026-11-26 10:00:00 W3SVC1 10.0.0.4 GET /images/logo.png - 443 - 10.0.0.9 Mozilla/5.0 - 404 0 2 15",
  'time="2026-11-26T10:00:00Z" level=info msg="GET /favicon.ico" status=404 duration=2ms',
  // consoles of pages
  "GET https://shop.test/images/banner.jpg net::ERR_ABORTED 404 (Not Found)",
  "Failed to load resource: the server responded with a status of 404 (Not Found)  logo.svg:1",
  "DevTools failed to load source map: Could not load content for https://shop.test/app.js.map: HTTP error: status code 404",
  "Access to fetch at 'https://api.shop.test/v1/cart' from origin 'https://shop.test' has been blocked by CORS policy: No 'Access-Control-Allow-Origin' header is present on the requested resource.",
  "Uncaught (in promise) TypeError: Failed to fetch\n    at loadCart (cart.js:12:9)",
  "Uncaught TypeError: Cannot read properties of undefined (reading 'length')\n    at render (table.js:41:17)",
  "Mixed Content: The page at 'https://shop.test/' was loaded over HTTPS, but requested an insecure image 'http://cdn.shop.test/a.png'.",
  "Refused to load the script 'https://cdn.test/a.js' because it violates the following Content Security Policy directive: \"script-src 'self'\".",
  "POST https://stats.test/collect net::ERR_BLOCKED_BY_CLIENT",
  'Warning: Each child in a list should have a unique "key" prop. Check the render method of `Cart`.',
  "[Violation] 'setTimeout' handler took 120ms",
  // builds and packages
  'npm ERR! code ERESOLVE\nnpm ERR! ERESOLVE unable to resolve dependency tree\nnpm ERR! peer react@"^17" from react-table@7.8.0',
  "npm ERR! network request to https://registry.test/left-pad failed, reason: connect ETIMEDOUT 203.0.113.5:443",
  "ERROR in ./src/index.ts 3:0-27\nModule not found: Error: Can't resolve './cart' in '/app/src'",
  "webpack 5.90.0 compiled with 1 error in 4312 ms",
  "src/main.ts(4,18): error TS2307: Cannot find module 'lodash' or its corresponding type declarations.",
  "CSC : error CS0246: The type or namespace name 'Newtonsoft' could not be found (are you missing a using directive?)",
  "MSBUILD : error MSB1009: Project file does not exist.",
  // containers, databases, clusters
  "docker: Error response from daemon: driver failed programming external connectivity: Bind for 0.0.0.0:8080 failed: port is already allocated.",
  'ERROR: for web  Cannot start service web: OCI runtime create failed: exec: "npm": executable file not found',
  'FATAL:  password authentication failed for user "postgres"',
  '2026-11-26 10:00:00.000 UTC [71] ERROR:  duplicate key value violates unique constraint "orders_pkey"',
  'psycopg2.OperationalError: could not connect to server: Connection refused. Is the server running on host "db" and accepting TCP/IP connections on port 5432?',
  "redis.exceptions.ConnectionError: Error 111 connecting to redis:6379. Connection refused.",
  "Warning  BackOff  2m (x9 over 4m)  kubelet  Back-off restarting failed container web in pod web-7d9",
  "0/3 nodes are available: 3 Insufficient memory.",
  "MongoServerSelectionError: connect ECONNREFUSED 127.0.0.1:27017",
  // other programs' exceptions
  'Traceback (most recent call last):\n  File "report.py", line 8, in <module>\n    total / count\nZeroDivisionError: division by zero',
  'Exception in thread "main" java.lang.NullPointerException\n\tat com.shop.Cart.total(Cart.java:41)',
  "System.NullReferenceException: Object reference not set to an instance of an object.\n   at Shop.Controllers.CartController.Index() in CartController.cs:line 17",
  "panic: runtime error: index out of range [3] with length 3\n\ngoroutine 1 [running]:",
  "Segmentation fault (core dumped)",
  "smtplib.SMTPAuthenticationError: (535, b'5.7.8 Error: authentication failed')",
  // realtime connections that are well
  "[2026-11-26T10:00:00.000Z] Information: Normalizing '/chat' to 'https://shop.test/chat'.\n[2026-11-26T10:00:00.100Z] Information: WebSocket connected to wss://shop.test/chat?id=abc.\n[2026-11-26T10:00:00.120Z] Information: Using HubProtocol 'json'.",
  "info: Microsoft.AspNetCore.Hosting.Diagnostics[2]\n      Request finished HTTP/1.1 GET https://shop.test/chat?id=abc - 101 - - 60010.4ms",
  "engine.io-client:socket socket open +12ms\nsocket.io-client:manager open +0ms\nsocket.io-client:socket transport is open - connecting +0ms",
  'app.test - - [26/Nov/2026:10:00:00 +0000] "POST /socket.io/?EIO=4&transport=polling&sid=abc HTTP/1.1" 200 2',
  "azure:web-pubsub-client:info WebSocket connection has opened",
  "dbug: Microsoft.AspNetCore.SignalR.HubConnectionHandler[5]\n      OnConnectedAsync started.\ndbug: Microsoft.AspNetCore.SignalR.Internal.DefaultHubProtocolResolver[2]\n      Found protocol implementation for requested protocol: json.",
  "[2026-11-26T10:00:00.000Z] Information: Connection disconnected.",
];

it.each(NONE_OF_OURS)("no card: %s", (text) => {
  const { events } = eventsFromText(text);
  const causes = analyse(events, knowledge).cards.map(({ causes: [best] }) => best?.cause ?? "unexplained");
  expect(causes).toEqual([]);
});
