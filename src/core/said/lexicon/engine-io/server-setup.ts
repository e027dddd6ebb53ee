import { messages } from "../message.js";
import { engineIo, server } from "./speakers.js";

/** What shows how the HTTP server that Socket.IO stands on is set up. */
export const ENGINE_IO_SERVER_SETUP = messages({
  "client-script-missing": {
    ...engineIo,
    phase: "open",
    pattern:
      /404 .{0,30}\(socket\.io(\.min)?\.js|socket\.io(\.min)?\.js.{0,60}(404|not found|failed to load|ERR_ABORTED|MIME)|(404|not found|cannot get|failed to load(?!.{0,30}net::ERR_(?!ABORTED))).{0,140}\/socket\.io(\.min)?\.js(?!.{0,30}net::ERR_(?!ABORTED))|\bGET (?:https?:\/)?\/\S{1,140}\/socket\.io(\.min)?\.js(?!.{0,40}(ERR_(?!ABORTED)|refused|timed|\b[235]\d\d\b))|\bio is not defined/i,
    means: "The server does not serve its own client script.",
    shows: { status: 404 },
  },
  "client-script-asked": {
    ...engineIo,
    phase: "open",
    pattern:
      /\/socket\.io(\.min)?\.js\b.{0,200}Transport unknown|Transport unknown.{0,200}\/socket\.io(\.min)?\.js\b/is,
    means: "The client's script was asked for, and Engine.IO took it for a request of its own.",
  },
  "app-listen": {
    ...server,
    pattern: /app\.listen\(|http\.createServer\(|server\.listen\(|require\(['"]http['"]\)\.Server|express\(\)\.listen/i,
    means: "The server's listen call is shown.",
    benign: true,
  },
  "listens-elsewhere": {
    ...server,
    phase: "open",
    pattern:
      /^(?!.*\b(https?|server|\w{1,60}Server)\.listen\()(?=.*(createServer\(\s*\w*app|(Server|attach|socketio|io|listen)['"]?\)?\(\s*(https?|server|\w{1,60}Server)\b)).*\bapp\.listen\(|(instead of|rather than|and not|not) (calling |using )?(https?|server|\w{1,60}Server)\.listen\b|\bapp\.listen\b.{0,40}\b(instead of|rather than)\b|attach socket\.io to an express request handler|(never|not|n't|forgot to) (pass|attach|bind|giv|hand|link)\w* .{0,24}\b(https? )?(server|http service)\b|\bnew IoAdapter\(\s?\)|\b(attached|bound|passed|listen\w*) (to|on) (a |an |the )?(different|another|other|wrong|second) (https? )?(server|app|instance)\b/is,
    means: "Socket.IO is attached to another server object than the one that listens.",
  },
  "cannot-get-socket-io": {
    ...server,
    phase: "open",
    pattern:
      /cannot (get|post)[: ]{1,2}\/(\S{0,60}\/)?socket\.io|cannot (get|post) \/\S{0,60}\?EIO=|\broute (get|post):? ?\/(\S{0,40}\/)?socket\.io|no route found for (path )?.{0,80}\/?socket\.io|cannot find any (route|path) matching .{0,8}\/(\S{0,40}\/)?socket\.io|(no (mapping|static resource)( for| found for)?|requested URL|the current path,?|the route|not found:) (\w{3,6} )?['"[]?\/?socket\.io\b(?!-client|\.(js|min|test))|no route matches \[\w+\] "\/(\S{0,40}\/)?socket\.io|(morgan|express).{0,40}\/socket\.io\/\S{0,200} 404\b/i,
    means: "The HTTP server answered that it has no such route: nothing of Socket.IO listens on it.",
    shows: { status: 404 },
  },
  "page-router-asked": {
    ...server,
    phase: "open",
    pattern:
      /no match found for location with path "\/(\S{0,60}\/)?socket\.io|(unable to match requested|cannot match any) routes?\b.{0,20}socket\.io|cannot match any routes.{0,30}socket\.io|no routes? match(es|ed)? (URL|location) "\/(\S{0,60}\/)?socket\.io|(SvelteKitError|\[404\]|Page not found).{0,40}\/socket\.io/i,
    means: "A router of pages was asked for Socket.IO's path and has no page for it.",
    shows: { status: 404 },
  },
  "worker-class": {
    ...server,
    pattern:
      /gthread|gunicorn\/workers\/(sync|base)\.py|need to use the (gevent-websocket|eventlet) server|gevent-websocket server is not configured|write\(\) before start_response|gunicorn .{0,60}(--threads|sync\b|worker timeout)|\[CRITICAL\] WORKER TIMEOUT|sync workers?\b|worker[- ]class[ =]\W?(sync|gthread)|waitress|mod_wsgi|pythonanywhere|(?<!\bnode(\.?js)?\b.{0,200})\bpassenger\b(?!.{0,200}\bnode(\.?js)?\b)|wsgi server|obtain socket from WSGI environment/i,
    means: "A Python web server is named whose workers cannot hold a WebSocket or several requests at once.",
    benign: true,
  },
});
