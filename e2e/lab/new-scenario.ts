import { writeFile } from "node:fs/promises";
import { fileURLToPath } from "node:url";

/** `npm run new:scenario -- NAME`: writes the skeleton of a scenario, which passes as it stands. */
const USAGE = "npm run new:scenario -- PROTOCOL-WHAT-A-PERSON-SEES, for example socket-io-refused-by-nginx";
const SIGNALR = {
  protocol: "signalr",
  client: "signalr",
  name: "talk",
  from: "../signalr/scripts.js",
  script: `\`const hub = \${JSON.stringify(origin + lab.mount())};\\n\${talk()}\``,
};
const SOCKET_IO = {
  protocol: "engine-io",
  client: "socket.io",
  name: "tryToConnect",
  from: "../socket-io/scripts.js",
  script: "tryToConnect(origin, { path: lab.mount() })",
};
const WEB_PUBSUB = {
  protocol: "web-pubsub",
  client: "web-pubsub",
  name: "tryToStart",
  from: "../web-pubsub/scripts.js",
  script: `tryToStart(\`\${origin.replace("http:", "ws:")}/client/hubs/chat\`)`,
};
const BY_PREFIX = { signalr: SIGNALR, "socket-io": SOCKET_IO, "engine-io": SOCKET_IO, "web-pubsub": WEB_PUBSUB };

const [name = "", ...others] = process.argv.slice(2);
const start = Object.entries(BY_PREFIX).find(([prefix]) => name.startsWith(`${prefix}-`))?.[1];

if (others.length > 0 || !start || !/^[a-z0-9]+(-[a-z0-9]+)+$/.test(name)) {
  console.error(`Give one name in small letters that begins with ${Object.keys(BY_PREFIX).join(", ")}: ${USAGE}`);
  process.exitCode = 2;
} else {
  await create(fileURLToPath(new URL(`./scenarios/${name}.ts`, import.meta.url)), skeleton(start));
}

async function create(file: string, text: string): Promise<void> {
  try {
    await writeFile(file, text, { flag: "wx" });
    console.log(`${file}\nFill it in, then: npm run lab -- ${name}`);
  } catch (error) {
    console.error((error as NodeJS.ErrnoException).code === "EEXIST" ? `${file} is there already` : error);
    process.exitCode = 2;
  }
}

/** Passes as it stands, so that whoever fills it in changes one thing at a time. */
function skeleton({ protocol, client, name, from, script }: typeof SIGNALR): string {
  return `import { freeOrigin } from "../lab.js";
import { servePage } from "../page.js";
import type { Scenario } from "../scenario.js";
import { ${name} } from "${from}";

export default {
  title: "What a person would see, in one line",
  protocol: "${protocol}",
  needs: "node",
  cards: [{ cause: "server-not-running", protocol: "${protocol}", netError: "net::ERR_CONNECTION_REFUSED" }],
  healthy: 0,
  async start(lab) {
    // Start the real server that fails, then the page that drives the official client; it says done() when it is over.
    const origin = await freeOrigin();
    const script = ${script};
    return { page: await servePage(lab, { script, scripts: ["${client}"] }) };
  },
} satisfies Scenario;
`;
}
