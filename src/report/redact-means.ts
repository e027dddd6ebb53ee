import type { TrafficEvent } from "../core/traffic.js";
import { createPayloadJson } from "./kept-payloads.js";
import { createOwnNames, type OwnNames } from "./own-names.js";
import { createPhrases } from "./phrases.js";
import type { Means } from "./redact-messages.js";
import { createTextRedaction } from "./redact-text.js";
import { createRepeats, type Repeats } from "./repeats.js";
import { createReplacements, type Replacements } from "./replacements.js";
import { createSecretLabels } from "./secret-labels.js";
import { createStrictJson } from "./strict-json.js";
import { createStrictText } from "./strict-text.js";
import { createStrictUrls, type StrictUrls } from "./strict-url.js";
import { createTrails, type Trails } from "./trails.js";

/** `strict` keeps only what is known to be harmless; `keep-payloads` also what applications send; `none` everything. */
export const LEVELS = ["strict", "keep-payloads", "none"] as const;
export type Level = (typeof LEVELS)[number];

export interface RedactorOptions extends Partial<OwnNames> {
  level?: Level;
  /** Where the numbers of labels begin; labels of two exports with different salts do not look alike. */
  salt?: number;
  /** Words that a diagnosis looks for, from `phrasesOf(knowledge)`. */
  phrases?: readonly RegExp[];
}

export interface RedactionMeans extends Means {
  /** Only what known errors say, at every level: for headers and the browser's own words. */
  words(text: string): string;
  urls: StrictUrls;
  replacements: Replacements;
  trails: Trails;
  once: Repeats["once"];
  /** Not all secrets are known yet while collecting. */
  collecting(is: boolean): void;
  /** The user's own names, wherever they still stand. */
  sweep(event: TrafficEvent): TrafficEvent;
}

/** All that redacts at one level, over one set of labels. */
export function createMeans(options: RedactorOptions): RedactionMeans {
  let isCollecting = false;
  const trails = createTrails();
  const replacements = createReplacements(trails.note);
  const own = createOwnNames({ also: options.also ?? [], emails: options.emails ?? false, ips: options.ips ?? false });
  const labels = createSecretLabels({
    salt: options.salt ?? 0,
    replacements,
    trails,
    isCollecting: () => isCollecting,
    audience: (text) => audience(text),
  });
  const phrases = createPhrases(options.phrases);
  const urls = createStrictUrls(labels, phrases, own.isHost);
  const patterns = createTextRedaction(labels);
  const repeats = createRepeats(replacements, trails, () => (isCollecting ? null : labels.known()));
  const strictText = createStrictText(urls, phrases, labels, patterns.patterns, repeats.once);
  const strictJson = createStrictJson(urls, strictText, labels);
  const keeps = options.level === "keep-payloads";

  /** An audience is an address or an id of the application's. */
  function audience(text: string): string {
    return text
      .split(" ")
      .map((each) => (/^https?:\/\//i.test(each) ? urls.request(each) : labels.label("name", each, "value")))
      .join(" ");
  }

  return {
    urls,
    labels,
    replacements,
    trails,
    once: repeats.once,
    words: strictText,
    text: keeps ? patterns.text : strictText,
    address: urls.request,
    auth: strictJson,
    json: keeps ? createPayloadJson(patterns, labels, urls.request) : strictJson,
    collecting: (is) => {
      isCollecting = is;
      replacements.pause(is);
      repeats.forget();
    },
    sweep: (event) => own.sweep(event, (found) => labels.label("own", found, "own")),
  };
}
