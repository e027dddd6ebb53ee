import type { Scenario } from "../scenario.js";
import { sameOrigin } from "../signalr/hub-page.js";
import { connect } from "../signalr/scripts.js";

const STEPS = `
  await connection.start();
  const failed = (error) => say(String(error));
  await connection.invoke("Choose", "attic").catch(failed);
  await connection.invoke("Divide", "one").catch(failed);
  await connection.invoke("Secret").catch(failed);
  await new Promise((resolve) => connection.stream("Count", 5).subscribe({
    next: (number) => say(String(number)),
    complete: resolve,
    error: (error) => resolve(failed(error)),
  }));
  say("echo " + await connection.invoke("Echo", "still here"));
  await connection.stop();`;

export default {
  title: "Calls are refused in every way a hub knows, and the connection goes on",
  protocol: "signalr",
  needs: "dotnet",
  cards: [],
  healthy: 1,
  further: true,
  start: (lab) => sameOrigin(lab, connect("{}", STEPS), { hub: lab.mount() }),
} satisfies Scenario;
