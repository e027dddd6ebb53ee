import { pageWithServiceWorker } from "../page.js";
import type { Scenario } from "../scenario.js";
import { talk } from "../signalr/scripts.js";

/** As Angular's does when it can reach nobody. */
const SERVICE_WORKER = `
addEventListener("install", () => skipWaiting());
addEventListener("activate", (event) => event.waitUntil(clients.claim()));
addEventListener("fetch", (event) => {
  if (event.request.method === "POST") event.respondWith(new Response(null, { status: 504, statusText: "Gateway Timeout" }));
});`;

export default {
  title: "A service worker answers negotiate with 504, and the server is never asked",
  protocol: "signalr",
  needs: "node",
  rows: ["a service worker answers in place of the server"],
  cards: [{ cause: "service-worker-answered", protocol: "signalr", phase: "negotiate", status: 504 }],
  healthy: 0,
  async start(lab) {
    const script = `const hub = ${JSON.stringify(lab.mount())};\n${talk()}`;
    return { page: await pageWithServiceWorker(lab, { script, scripts: ["signalr"] }, SERVICE_WORKER) };
  },
} satisfies Scenario;
