/** A real nginx as the proxy in front of a scenario's servers: one process, without a daemon, all its files in a temporary folder. */
import { type ChildProcess, spawn, spawnSync } from "node:child_process";
import { once } from "node:events";
import { existsSync, readFileSync } from "node:fs";
import { mkdtemp, rm, writeFile } from "node:fs/promises";
import { connect } from "node:net";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { setTimeout as pause } from "node:timers/promises";
import { trustedCertificate } from "./certificate.js";
import { freeOrigin } from "./lab.js";
import type { Lab } from "./scenario.js";

/** What somebody would write into nginx's configuration. */
export interface NginxConfig {
  /** The inside of the `server` block but for `listen`: its locations. */
  server: string;
  /** Beside it in the `http` block: upstreams, maps, further servers for the same address. */
  http?: string | ((listen: string) => string);
  /** Over TLS, with the certificate that the lab's browser takes as good. */
  tls?: "http1" | "http2";
}

export interface Nginx {
  /** "http://127.0.0.1:PORT", with `tls` "https://127.0.0.1:PORT". */
  origin: string;
  /** What it has written to its error log and its access log. */
  log(): string;
}

const STARTS = 3;
/** On a machine that does much else at once. */
const START_TIMEOUT_MS = 20_000;
const POLL_MS = 20;
const PID = "nginx.pid";
/** Debian keeps it where only root looks. */
const COMMANDS = ["nginx", "/usr/sbin/nginx"];
const TEMPORARY = ["client_body", "proxy", "fastcgi", "uwsgi", "scgi"];
const TLS = { http1: " ssl", http2: " ssl http2" };

/** Why the nginx scenarios cannot run on this machine; null when they can. */
export function nginxMissing(): string | null {
  return nginxCommand() ? null : "nginx cannot be started: install nginx, on Debian by apt-get install nginx";
}

/** Headers that let a WebSocket through, as nginx's own documentation has them. */
export const FORWARDS_UPGRADE = `proxy_http_version 1.1;
proxy_set_header Upgrade $http_upgrade;
proxy_set_header Connection "upgrade";
proxy_set_header Host $http_host;`;

export async function serveNginx(lab: Lab, config: NginxConfig): Promise<Nginx> {
  const folder = await mkdtemp(join(tmpdir(), "handshake-triage-nginx-"));
  lab.onStop(() => rm(folder, { recursive: true, force: true }));
  const origin = await startOnFreePort(lab, folder, config);
  const read = (name: string) => readFileSync(join(folder, name), "utf8");
  return {
    origin: config.tls ? origin.replace("http:", "https:") : origin,
    log: () => read("error.log") + read("access.log"),
  };
}

/** The port may be taken between being found free and nginx's start; then another one is tried. */
async function startOnFreePort(lab: Lab, folder: string, config: NginxConfig): Promise<string> {
  let said = "";
  for (let start = 0; start < STARTS; start += 1) {
    const origin = await freeOrigin();
    await writeFiles(folder, new URL(origin).host, config);
    const child = spawn(nginxCommand() ?? "nginx", ["-p", `${folder}/`, "-c", "nginx.conf", "-e", "error.log"]);
    said = "";
    child.stderr.setEncoding("utf8").on("data", (text: string) => {
      said += text;
    });
    child.on("error", (error) => {
      said += error.message;
    });
    if (await answers(child, Number(new URL(origin).port), join(folder, PID))) {
      lab.onStop(() => stopNginx(child));
      return origin;
    }
    if (!said.includes("Address already in use")) break;
  }
  throw new Error(`nginx did not start: ${said}`);
}

async function writeFiles(folder: string, host: string, { server, http = "", tls }: NginxConfig): Promise<void> {
  const listen = `${host}${tls ? TLS[tls] : ""}`;
  const config = `daemon off;
master_process off;
pid ${PID};
events {}
http {
access_log access.log;
${TEMPORARY.map((name) => `${name}_temp_path temp_${name};`).join("\n")}
${tls ? "ssl_certificate cert.pem;\nssl_certificate_key key.pem;" : ""}
${typeof http === "string" ? http : http(listen)}
server {
listen ${listen};
${server}
}
}
`;
  await writeFile(join(folder, "nginx.conf"), config);
  if (!tls) return;
  const { cert, key } = trustedCertificate();
  await writeFile(join(folder, "cert.pem"), cert);
  await writeFile(join(folder, "key.pem"), key);
}

/**
 * Waits until it takes connections; false where it ended before. It writes its id once the port is its own: until then
 * somebody else may be who takes them.
 */
async function answers(child: ChildProcess, port: number, pid: string): Promise<boolean> {
  const deadline = Date.now() + START_TIMEOUT_MS;
  while (child.exitCode === null && child.pid !== undefined && Date.now() < deadline) {
    if (existsSync(pid) && (await accepts(port))) return child.exitCode === null;
    await pause(POLL_MS);
  }
  await stopNginx(child);
  return false;
}

function accepts(port: number): Promise<boolean> {
  return new Promise((resolve) => {
    const socket = connect(port, "127.0.0.1");
    socket.once("connect", () => resolve(true)).once("error", () => resolve(false));
    socket.once("connect", () => socket.destroy());
  });
}

async function stopNginx(child: ChildProcess): Promise<void> {
  if (child.pid === undefined || child.exitCode !== null || child.signalCode !== null) return;
  const ended = once(child, "exit");
  child.kill("SIGTERM");
  await ended;
}

let command: string | null | undefined;

/** The first that starts; null where none does. Looked for once. */
function nginxCommand(): string | null {
  command ??= COMMANDS.find((each) => !spawnSync(each, ["-v"]).error) ?? null;
  return command;
}
