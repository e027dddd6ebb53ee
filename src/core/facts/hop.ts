import { header } from "../exchange.js";
import type { Header } from "../traffic.js";
import { answeredOf, answererId, define } from "./scene.js";

/** Headers by which a hop signs its answers, the outermost first. */
const SIGNATURES: readonly (readonly [header: string, value: RegExp, hop: string])[] = [
  ["cf-ray", /./, "Cloudflare"],
  ["x-azure-ref", /./, "Azure Front Door"],
  ["x-amz-cf-id", /./, "Amazon CloudFront"],
  ["x-fastly-request-id", /./, "Fastly"],
  ["x-vercel-id", /./, "Vercel"],
  ["x-nf-request-id", /./, "Netlify"],
  ["fly-request-id", /./, "Fly.io"],
  ["via", /vegur/i, "the router of Heroku"],
  ["via", /google/i, "a Google Cloud load balancer"],
  ["server", /awselb/i, "an AWS load balancer"],
  ["server", /Microsoft-Azure-Application-Gateway/i, "Azure Application Gateway"],
  ["server", /envoy/i, "Envoy"],
  ["server", /openresty|nginx/i, "nginx"],
  ["server", /apache/i, "Apache"],
  ["server", /caddy/i, "Caddy"],
  ["server", /Microsoft-IIS/i, "IIS"],
  ["x-arr-log-id", /./, "App Service"],
  ["via", /./, "a proxy"],
];

/** Which hop answered, as far as its headers say. */
export const hopFacts = define({
  "answer.hop": {
    unit: "text",
    means: "the proxy, edge or host that signed the broken answer (Server, Via, cf-ray, x-azure-ref, …)",
    of: (scene) => hopOf(answeredOf(scene)?.responseHeaders ?? null),
    shownBy: answererId,
  },
});

function hopOf(headers: Header[] | null): string | undefined {
  return SIGNATURES.find(([name, value]) => value.test(header(headers, name) ?? ""))?.[2];
}
