/** Why something was replaced, in the words of the list that a person reads before attaching a report. */
export const RULES = {
  query: "value of a query parameter that is not known to be harmless",
  name: "name that is not known to be harmless",
  path: "part of a path that is not the name of a route",
  userinfo: "credentials before a host",
  host: "host that was asked to be hidden",
  url: "address that cannot be read",
  header: "value of a header that is not known to be harmless",
  credentials: "credentials of a request",
  cookie: "value of a cookie",
  field: "field that holds a secret or an id",
  value: "value that is not known to be harmless",
  payload: "data of the application",
  words: "words that no known error has",
  pattern: "looks like a token, a key or an id",
  known: "the same secret as elsewhere",
  own: "asked for by name or pattern",
} as const;
export type Rule = keyof typeof RULES;

/** One label, by which rule it was given and where it stands. */
export interface Replacement {
  label: string;
  rule: Rule;
  /** "request header Cookie of GET https://app.test/chat": made of what is in the export, so it holds no secret. */
  place: string;
  times: number;
}

/** A replacement where it stands. */
export type Noted = Pick<Replacement, "label" | "rule" | "place">;

/** Keeps book of every replacement in an export. */
export interface Replacements {
  /** Names the place that is being redacted. */
  at(place: string): void;
  /** The place that was named last. */
  here(): string;
  note(label: string, rule: Rule): void;
  /** What was noted at a place while this was off. */
  count(noted: Noted): void;
  list(): Replacement[];
  /** What is redacted only to learn its secrets is not in the export. */
  pause(isPaused: boolean): void;
}

/** Tells of each as it is noted. */
export function createReplacements(tell: (noted: Noted) => void): Replacements {
  const all: Noted[] = [];
  let place = "";
  let isOff = false;

  function note(label: string, rule: Rule): void {
    const each = { label, rule, place };
    tell(each);
    if (!isOff) all.push(each);
  }

  /** Each label by its rule and its place once; most exports are never asked for them. */
  function list(): Replacement[] {
    const found = new Map<string, Replacement>();
    for (const each of all) {
      const key = `${each.label} ${each.rule} ${each.place}`;
      const known = found.get(key);
      if (known) known.times += 1;
      else found.set(key, { ...each, times: 1 });
    }
    return [...found.values()];
  }

  return {
    at: (where) => {
      place = where;
    },
    here: () => place,
    note,
    count: (noted) => void all.push(noted),
    list,
    pause: (isPaused) => {
      isOff = isPaused;
    },
  };
}
