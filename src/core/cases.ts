import type { Case } from "./card.js";
import type { Connection, Trouble } from "./connection.js";
import { diagnose } from "./diagnosis.js";
import type { Endpoints } from "./endpoints.js";
import type { Facts, Scene } from "./facts/index.js";
import { observe } from "./facts/observe.js";
import { NO_NEIGHBOURS } from "./facts/scene.js";
import type { Knowledge } from "./knowledge.js";
import { PROTOCOLS } from "./protocols/index.js";
import { protocolOf } from "./recognition.js";
import type { Logged } from "./said/logged.js";
import { isAbout, likeliest, type Telling, type Tellings } from "./said/tellings.js";
import { connectionOf, type Told } from "./said/told.js";

/** What stands around a connection and may tell of it. */
interface Surroundings {
  endpoints: Endpoints;
  tellings: Tellings;
  logged: Logged;
  page: Scene["page"];
}

/** Puts together what is known at a time, and what follows from it. */
interface Cases {
  ofTroubled(connection: Connection, trouble: Trouble, now: number): Case;
  /** Nobody captured what the text speaks of: the protocol for which its words explain most. */
  ofText(telling: Telling, now: number): Case | null;
  /** What is seen of a connection without a fault. */
  factsOfWell(connection: Connection, now: number): Facts;
  /** What a text says that tells of no failure. */
  factsOfText(telling: Telling, now: number): Facts;
}

export function createCases(knowledge: Knowledge, { endpoints, tellings, logged, page }: Surroundings): Cases {
  function caseOf(scene: Scene): Case {
    const { connection, trouble } = scene;
    const facts = observe(scene);
    const raising = scene.told?.isLogged ? observe({ ...scene, told: null }) : facts;
    const finding = diagnose(facts, knowledge, raising);
    return { connection, trouble, facts, finding, protocol: protocolOf(connection), logged: logged.about(connection) };
  }

  /** What a text beside the capture tells of this connection, and what its own client logged. */
  function toldOf(connection: Connection): Told | null {
    const telling = tellings.all().find((each) => isAbout(each, connection));
    const lines = [...(telling?.lines ?? []), ...logged.about(connection)];
    if (lines.length === 0) return null;
    return { protocol: connection.protocol, lines, isAlone: false, isLogged: telling === undefined };
  }

  function toldAlone(id: string, told: Told, now: number): Scene {
    return { ...connectionOf(id, told), neighbours: NO_NEIGHBOURS, asked: null, page, now, told };
  }

  return {
    ofTroubled(connection, trouble, now) {
      const { asked } = endpoints.of(connection);
      const neighbours = endpoints.neighboursOf(connection);
      return caseOf({ connection, trouble, neighbours, asked, page, now, told: toldOf(connection) });
    },
    ofText({ id, protocol, lines }, now) {
      const names = protocol ? [protocol] : PROTOCOLS.map(({ name }) => name);
      const readings = names.map((name) => {
        const told: Told = { protocol: name, lines, isAlone: true };
        return { told, ...caseOf(toldAlone(id, told, now)) };
      });
      return readings.find(({ told }) => told === likeliest(readings)) ?? null;
    },
    factsOfWell(connection, now) {
      const neighbours = endpoints.neighboursOf(connection);
      const trouble = { phase: protocolOf(connection).firstStep, exchange: null, severity: "warning" } as const;
      return observe({ connection, trouble, neighbours, asked: null, page, now });
    },
    factsOfText: ({ id, protocol, lines }, now) =>
      observe(toldAlone(id, { protocol: protocol ?? "signalr", lines, isAlone: true }, now)),
  };
}
