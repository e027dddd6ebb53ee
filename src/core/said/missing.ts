import type { FactName, Facts } from "../facts/index.js";

/** What could have told the cause, and where it is found; by the fact that the text leaves open. */
const WOULD_TELL: readonly { unless: readonly FactName[]; words: string }[] = [
  { unless: ["request.host", "request.path"], words: "the URL that failed" },
  { unless: ["status", "netError", "close.code"], words: "its status, network error or close code" },
];

/** The one request that tells most where nothing is known yet, and what its answers mean. */
const ASK_FIRST: Readonly<Record<string, string>> = {
  "engine-io":
    "Ask the server by hand to begin with: curl -i 'http://<host>/socket.io/?EIO=4&transport=polling'. An answer that begins with 0{ is a server that lives, so look at the client, its version and CORS; 400 names its reason, 404 is another path or another server, and no answer is the port, the host or a firewall.",
  signalr:
    "Ask the server by hand to begin with: curl -i -X POST 'http://<host>/<hub>/negotiate?negotiateVersion=1'. A connectionId is a hub that lives, so look at the client, CORS and what stands between; 401 asks for a token, 404 is another path or another server, and no answer is the port, the host or a firewall.",
};

/** A text from which nothing follows: says what it lacks, instead of a guess. */
export function whatIsMissing(facts: Facts): string {
  const lacks = WOULD_TELL.filter(({ unless }) => unless.every((name) => facts[name] === undefined));
  const words = lacks.map((each) => each.words);
  if (facts["said.vaguely"]?.value === true)
    words.push("the error's own words from the console, the client or the server's log");
  if (words.length === 0) words.push("the body of the answer and the server's log of the same moment");
  const asked = lacks.length === WOULD_TELL.length ? (ASK_FIRST[String(facts.protocol?.value)] ?? "") : "";
  return `Nothing in this text says why. It lacks ${listed(words)}; a HAR of the failure holds most of that. ${asked}`.trim();
}

/** A recording from which nothing follows, and that lacks the place where a refusal's reason stands. */
export function whatIsNotRecorded(facts: Facts): string | null {
  const status = facts.status?.value;
  if (typeof status !== "number" || status < 400 || facts["answer.body"] !== undefined) return null;
  return "The recording has no body of this answer, which most often says why. Look at it in the network panel (Response), or record again with bodies.";
}

function listed(words: readonly string[]): string {
  return words.length < 2 ? words.join("") : `${words.slice(0, -1).join(", ")} and ${words.at(-1)}`;
}
