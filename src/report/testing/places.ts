import { PLACES_IN_BODIES } from "./places-in-bodies.js";
import { PLACES_IN_HEADERS } from "./places-in-headers.js";
import { PLACES_IN_MESSAGES } from "./places-in-messages.js";
import { PLACES_IN_ODD_FORMS } from "./places-in-odd-forms.js";
import { PLACES_IN_URLS } from "./places-in-urls.js";
import { PLACES_IN_CONSOLES, PLACES_IN_LOGS, PLACES_IN_PAGES } from "./places-in-words.js";
import type { Plant } from "./planted-entry.js";

export const PLACES: Readonly<Record<string, Plant>> = {
  ...PLACES_IN_URLS,
  ...PLACES_IN_HEADERS,
  ...PLACES_IN_BODIES,
  ...PLACES_IN_MESSAGES,
  ...PLACES_IN_CONSOLES,
  ...PLACES_IN_PAGES,
  ...PLACES_IN_LOGS,
  ...PLACES_IN_ODD_FORMS,
};
