import { writeFile } from "node:fs/promises";
import { fileURLToPath } from "node:url";

/** `npm run new:scenario -- NAME`: writes the skeleton of a scenario, which fails until it is filled in. */
const USAGE = "npm run new:scenario -- PROTOCOL-WHAT-A-PERSON-SEES, for example socket-io-refused-by-nginx";
const PROTOCOLS = {
  signalr: "signalr",
  "socket-io": "engine-io",
  "engine-io": "engine-io",
  "web-pubsub": "web-pubsub",
};

const [name = "", ...others] = process.argv.slice(2);
const protocol = Object.entries(PROTOCOLS).find(([prefix]) => name.startsWith(`${prefix}-`))?.[1];

if (others.length > 0 || !protocol || !/^[a-z0-9]+(-[a-z0-9]+)+$/.test(name)) {
  console.error(`Give one name in small letters that begins with ${Object.keys(PROTOCOLS).join(", ")}: ${USAGE}`);
  process.exitCode = 2;
} else {
  await create(fileURLToPath(new URL(`./scenarios/${name}.ts`, import.meta.url)));
}

async function create(file: string): Promise<void> {
  try {
    await writeFile(file, skeleton(), { flag: "wx" });
    console.log(`${file}\nFill it in, then: npm run lab -- ${name}`);
  } catch (error) {
    console.error((error as NodeJS.ErrnoException).code === "EEXIST" ? `${file} is there already` : error);
    process.exitCode = 2;
  }
}

function skeleton(): string {
  return `import { servePage } from "../page.js";
import type { Scenario } from "../scenario.js";

export default {
  title: "What a person would see, in one line",
  protocol: "${protocol}",
  needs: "node",
  cards: [{ cause: "the-cause", protocol: "${protocol}" }],
  healthy: 0,
  async start(lab) {
    // Start the real server that fails, then the page that drives the official client; say done() when it is over.
    const page = await servePage(lab, { scripts: [], script: \`done("nothing happened yet");\` });
    return { page };
  },
} satisfies Scenario;
`;
}
