import { messages } from "./message.js";

/** What is said of who is let in, in the words of no one library. */
export const ADMISSION = messages({
  "credentials-not-arrived": {
    pattern:
      /\b(no|missing|without( a| any)?|empty) (session )?cookies?\b(?! consent)(?!.{0,20}\b(affinity|sticky))|(?<!load ?balancer.{0,60})cookies? (\w+ ){0,4}(not|n't|never|aren't|isn't) (being |get(ting)? |be )?(sent|send|transmitted|included|passed|attached|set|received|present|forwarded|shared|carried)|(not|n't|never) (send|sending|includ\w+|transmit\w*|pass|passing|attach\w*|receiv\w+) (\w+ ){0,3}cookies?\b|cookies? (is|are|was|were|comes?) (always )?(undefined|missing|empty|null|absent)|(socket|client)\.(request|handshake|req)\.(session|user|sessionID|headers\.(cookie|authorization)|auth|query)\b.{0,40}(undefined|null|empty|missing|anonymous|not (set|defined|found|available|there))|(?<!\.)\bhandshake\.(query|auth|headers)\b.{0,24}\b(undefined|null|empty)\b|handshake(Data)?(\.headers)? .{0,20}\bno (property )?['"`]?cookies?|extra_?headers\b.{0,60}(not|n't|never|no longer|ignor\w+)\b|(not|n't|never|ignor\w+) .{0,40}\b(extra_?headers|custom headers?|authorization header)\b|(headers?|auth) (is|are) (not|n't|never) (being |get(ting)? )?(sent|passed|received|included)|(no|missing) (auth )?token (was )?(provided|supplied|found|sent|present|received)|session (is|are|was) (always )?(undefined|null|empty)\b|\bno session found\b|\bBearer (null|undefined|\[object \w{1,20}\])|access_token=(null|undefined|\[object)|passport was not initialized|missing subscription key|(socket|client)\.reques?t?\.user\b.{0,40}\b(logged_in|false)/i,
    means: "The cookie, header or token that the server asks for did not arrive.",
  },
});
