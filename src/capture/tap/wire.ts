/** Opens the talk between tap and relay; no other window message is ever exchanged. */
export const GREETING = "handshake-triage/tap";

/** Longer payloads keep their size and this much of their head. */
export const PAYLOAD_CAP = 32_768;

/** No text that is told is longer. */
export const LONGEST = 65_536;

/** So much is told of a line in the console. */
export const LOGGED_CAP = 2000;

/** The relay's port is named after its document: "page-tap/" and a token that the page cannot know. */
export const PORT_PREFIX = "page-tap/";

/** Said to the tap, which then is done; before it the name of its handover. */
export const STOP = "stop";
