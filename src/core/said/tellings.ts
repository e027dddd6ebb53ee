import type { Connection, ProtocolName } from "../connection.js";
import type { Finding } from "../diagnosis.js";
import { PROTOCOLS } from "../protocols/index.js";
import type { SaidEvent } from "../traffic.js";
import { endpointOf, parseUrl } from "../url.js";
import { firstSaid, type Told } from "./told.js";

/** The lines of texts, by the protocol that they speak of. */
export interface Tellings {
  take(event: SaidEvent): void;
  /** One for each protocol that is spoken of; lines that name none go with the others. */
  all(): readonly Telling[];
}

/** Lines of one text that speak of one protocol; null where nothing says of which. */
export interface Telling {
  id: string;
  protocol: ProtocolName | null;
  lines: SaidEvent[];
}

export function createTellings(): Tellings {
  const lines: SaidEvent[] = [];
  let told: Telling[] | null = null;

  function group(): Telling[] {
    const named = PROTOCOLS.map(({ name }) => name).filter((name) => lines.some(({ protocol }) => protocol === name));
    const main = mostOften(lines);
    const all: (ProtocolName | null)[] = named.length > 0 ? named : [null];
    return all.map((protocol, index) => ({
      id: `told${index + 1}`,
      protocol,
      lines: lines.filter((line) => (line.protocol ?? main) === protocol),
    }));
  }

  return {
    take: (event) => {
      lines.push(event);
      told = null;
    },
    all: () => {
      if (lines.length === 0) return [];
      told ??= group();
      return told;
    },
  };
}

function mostOften(lines: readonly SaidEvent[]): ProtocolName | null {
  const count = (name: ProtocolName) => lines.filter(({ protocol }) => protocol === name).length;
  const [best] = PROTOCOLS.map(({ name }) => name).sort((one, other) => count(other) - count(one));
  return best && count(best) > 0 ? best : null;
}

/** Is it this captured connection that the text speaks of? A URL in it must be the connection's; without one, the protocol tells. */
export function isAbout({ protocol, lines }: Telling, connection: Connection): boolean {
  if (protocol !== null && protocol !== connection.protocol) return false;
  const url = firstSaid(lines, "url");
  if (!url) return true;
  const { host } = parseUrl(url);
  const [, , captured = ""] = connection.endpoint.split("/");
  return host === "" || host === captured || endpointOf(parseUrl(url)) === connection.endpoint;
}

const CONFIDENCES = ["possible", "likely", "confirmed"];

/** The text names no protocol: the one for which its words explain most. Ties go to the first. */
export function likeliest(told: readonly { told: Told; finding: Finding }[]): Told | null {
  const weight = ({ causes: [best] }: Finding) => (best ? CONFIDENCES.indexOf(best.confidence) + 1 + best.score : 0);
  const rarity = ({ protocol }: Told) => (protocol === "web-pubsub" ? 1 : 0); // by far the rarest of the three
  const [first] = [...told].sort(
    (one, other) => weight(other.finding) - rarity(other.told) - (weight(one.finding) - rarity(one.told)),
  );
  return first?.told ?? null;
}
