import { type Definition, FACTS, type Fact, type FactName, type Facts } from "./index.js";
import { brokenOf, type Scene } from "./scene.js";
import { isTellable, toldOfTheWire } from "./told.js";

/** Everything that can be observed of one troubled connection; what could not is undefined. */
export function observe(scene: Scene): Facts {
  return new Observed(scene) as Facts;
}

const NAMES = Object.keys(FACTS) as FactName[];

/** Stands for a fact that nobody has asked for yet: undefined is an answer. */
const UNASKED = null;

/** Each fact is looked up when it is first asked for: of all that there are, a diagnosis asks for a few. */
class Observed {
  readonly #scene: Scene;
  readonly #found = new Array<Fact | undefined | typeof UNASKED>(NAMES.length).fill(UNASKED);
  #told: Facts | undefined;

  constructor(scene: Scene) {
    this.#scene = scene;
  }

  static {
    NAMES.forEach((name, place) => {
      Object.defineProperty(Observed.prototype, name, {
        get(this: Observed) {
          const found = this.#found[place];
          return found === UNASKED ? this.#fact(name, place) : found;
        },
      });
    });
  }

  #fact(name: FactName, place: number): Fact | undefined {
    this.#told ??= toldOfTheWire(this.#scene);
    const fact = factOf(name, this.#scene) ?? this.#told[name];
    this.#found[place] = fact;
    return fact;
  }
}

function factOf(name: FactName, scene: Scene): Fact | undefined {
  if (scene.told?.isAlone && !isTellable(name)) return undefined;
  const definition: Definition = FACTS[name];
  const value = definition.of(scene);
  if (value === undefined || value === null || (scene.told?.isAlone && value === "")) return undefined;
  return { value, shownBy: definition.eachShownBy?.(scene) ?? witnessOf(definition, scene) };
}

function witnessOf(definition: Definition, scene: Scene): string[] {
  const shownBy = definition.shownBy ? definition.shownBy(scene) : brokenOf(scene)?.id;
  return shownBy ? [shownBy] : [];
}
