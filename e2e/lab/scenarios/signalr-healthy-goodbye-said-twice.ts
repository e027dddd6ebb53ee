import type { Scenario } from "../scenario.js";
import { sameOrigin } from "../signalr/hub-page.js";
import { connect, LONG_POLLING } from "../signalr/scripts.js";

const SCRIPT = connect(
  LONG_POLLING,
  `
  await connection.start();
  say("echo " + await connection.invoke("Echo", "one"));
  await connection.stop();
  const asked = performance.getEntriesByType("resource").map(({ name }) => name).find((name) => name.includes("id="));
  const again = () => fetch(asked, { method: "DELETE" });
  for (let tries = 0; tries < 20 && (await again()).status !== 404; tries += 1) await new Promise((resolve) => setTimeout(resolve, 100));`,
);

export default {
  title: "A second DELETE for a session that is over is answered 404, which hurts nobody",
  protocol: "signalr",
  needs: "dotnet",
  cards: [],
  healthy: 1,
  further: true,
  start: (lab) => sameOrigin(lab, SCRIPT, { hub: lab.mount() }),
} satisfies Scenario;
