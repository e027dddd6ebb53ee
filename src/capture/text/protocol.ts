import type { ProtocolName } from "../../core/connection.js";
import { messageOf } from "../../core/said/lexicon/index.js";

/** Words that belong to one protocol's libraries, with how much each says. */
const SIGNS: Record<ProtocolName, readonly (readonly [RegExp, number])[]> = {
  "engine-io": [
    [/\bEIO=\d|"upgrades":\[|\bengine\.?io\b/i, 4],
    [/socket[._]?io|socketio\.|elephant\.?io\b|laravel-echo-server|\bsio::/i, 3],
    [
      /\bio\(|\bio\.connect|\bxhr poll|connect_error|maxHttpBufferSize|allowEIO3|\bSocketEngine\b|\bSocketManager\(|\bfrom Sails\b|io\.of\(|(?<!type or )namespace\b(?! name)/i,
      2,
    ],
  ],
  signalr: [
    [/signalr|HubConnection|negotiateVersion=|asrs[._]|_blazor|blazor/i, 4],
    [/\bhub\w*|\/negotiate\b|MapHub|withUrl\(|clientProtocol=|AspNetCore/i, 2],
    [/\bASP\.NET|\.NET Core|IIS\b|connectionToken=|HttpConnection/i, 1],
  ],
  "web-pubsub": [
    // The service's exceptions bear the name of its elder sister, Azure SignalR.
    [/\bhub:[^,\s]+,event:[^,\s]+,type:(sys|user)\b|EventHandlerNotFound/, 5],
    [/web ?pubsub|awps|\.webpubsub\.azure\.|ce-awpsversion/i, 5],
    // The reasons of its metric "Connection Close Count", and its refusals.
    [/\b(SlowClient|ServiceReload|ClosedByAppServer|ConnectionCountLimitReached)\b|\breason\W{1,3}PingTimeout\b/i, 2],
    [/\/clients?\/hubs\/|WebHook-(Request|Allowed)-Origin|abuse protection|event ?handler/i, 3],
  ],
};

/** What the user says outweighs a passing mention, but not a sentence of another library. */
const HINTS: Record<ProtocolName, number> = {
  signalr: 2.5,
  "engine-io": 2.5,
  // Azure's two services are asked about under one name, and what SignalR's parts say is SignalR's.
  "web-pubsub": 1.5,
};

/** The protocol that a text speaks of; null where nothing tells. */
export function protocolOf(text: string, messages: readonly string[], hint: ProtocolName | null): ProtocolName | null {
  const weights = Object.entries(SIGNS).map(([name, signs]) => {
    const said = messages.filter((id) => messageOf(id)?.protocol === name).length;
    const signed = signs.reduce((sum, [pattern, weight]) => sum + (pattern.test(text) ? weight : 0), 0);
    return { name: name as ProtocolName, weight: signed + 2 * said + (name === hint ? HINTS[name] : 0) };
  });
  const [first] = weights.sort((one, other) => other.weight - one.weight);
  return first && first.weight > 0 ? first.name : null;
}
