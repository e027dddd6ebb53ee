import { messages } from "../message.js";
import { client, server, signalr } from "./speakers.js";

/** What is said of Blazor's circuits, and of keys that servers do not share. */
export const SIGNALR_CIRCUITS = messages({
  "circuit-gone": {
    ...signalr,
    phase: "handshake",
    pattern:
      /click to reload|circuit state could not be retrieved|(disconnect|drop|kill|los)\w* (all |every |the |my |our |open ){0,3}(blazor )?circuits?\b|circuits? (can |may |will |gets? |get )?(disconnect|lost|terminat|evict)\w*|could not find (a |the )?circuit|circuit .{0,60}(not found|no longer|expired|been (lost|disposed|terminated)|doesn't exist)|(unable|could not|couldn't) (to )?(rejoin|reconnect to the server)|server rejected the .{0,20}(circuit|reconnect)|reconnect (attempt )?(was )?rejected|circuit (was|is|has been) (rejected|evicted|removed)|circuit is not initialized|no longer available on the server|could not reconnect to the server\. reload/i,
    means: "The Blazor circuit that the client wants back is gone.",
  },
  "rejoin-failed": {
    ...client,
    phase: "close",
    pattern:
      /failed to reconnect\W{1,4}try reloading|reconnection failed\W{1,4}try reloading|\brejoin\w* fail\w*|fail\w* to rejoin/i,
    means: "Blazor's page did not reach the server when it wanted to come back.",
  },
  "circuit-failed": {
    ...signalr,
    phase: "handshake",
    pattern: /circuit has been shut ?down due to error|unhandled exception (on|in) (the current )?circuit/i,
    means: "The Blazor circuit failed with an exception.",
  },
  "circuit-not-started": {
    ...signalr,
    phase: "handshake",
    pattern:
      /circuit (initialization failed|fail(ed|s) to initialize|(was |is )?not initialized)|circuit host not initialized|failed to start the circuit|(failed to invoke|error occurred invoking) 'StartCircuit'/i,
    means: "The Blazor circuit did not start; the server's log says why.",
  },
  "base-uri-differs": {
    ...signalr,
    phase: "handshake",
    pattern: /URI '[^']{1,200}' is not contained by the base URI/i,
    means: "The page's address is not below its own base href.",
  },
  "components-invalid": {
    ...signalr,
    phase: "handshake",
    pattern:
      /list of component (records|descriptors|operations) is not valid|component (marker|descriptor|record)s? .{0,40}(not valid|invalid|outdated|mismatch)/i,
    means: "The server cannot read the component markers of the page.",
  },
  "connection-id-garbled": {
    ...server,
    phase: "connect",
    pattern: /connection ?id is in (the |an )?incorrect format/i,
    means: "The server of SignalR 2.x cannot read the connection token: it is another user's, or another key's.",
  },
  "key-ring-misses-key": {
    side: "server",
    pattern:
      /key .{0,80}was not found in the key ring|EphemeralXml|DataProtection|data protection|payload was invalid|cryptographicexception|unprotect|connection ?id is in (the |an )?incorrect format|machine ?key/i,
    means: "The server cannot read what was protected with another key.",
  },
});
