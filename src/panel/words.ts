import { backgroundWords } from "./words/background.js";
import { cardsWords } from "./words/cards.js";
import { connectionsWords } from "./words/connections.js";
import { coverageWords } from "./words/coverage.js";
import { detailsWords } from "./words/details.js";
import { exportsWords } from "./words/exports.js";
import { faultsWords } from "./words/faults.js";
import { messagesWords } from "./words/messages.js";
import { namesWords } from "./words/names.js";
import { shellWords } from "./words/shell.js";
import { sourcesWords } from "./words/sources.js";

export { clockTime, exactTime, length, size, thousands } from "./words/figures.js";
export { closeMeaning, engineIoMeaning, phaseWords, statusMeaning } from "./words/names.js";

/** Every word that the panel says of its own, by view; a translation replaces `words/`. Causes and fixes come from `knowledge/`. */
export const words = {
  ...shellWords,
  ...exportsWords,
  ...sourcesWords,
  ...backgroundWords,
  ...cardsWords,
  ...connectionsWords,
  ...messagesWords,
  ...detailsWords,
  ...coverageWords,
  ...faultsWords,
  ...namesWords,
};
