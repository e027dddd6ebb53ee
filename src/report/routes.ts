import { areCommonWords } from "./common-words.js";

/** Parts of paths that every application of this field has; `1` is that of Socket.IO 0.9. */
const COMMON =
  /^(?:negotiate|connect|reconnect|start|abort|ping|poll|send|refresh|socket\.io|engine\.io|signalr|hubs?|clients?|mqtt|socketio|aspnetclient|_blazor|api|eventhandler|1|v\d{1,2}(?:\.\d{1,2})?|log-?in|sign-?in|sign-?out|account|auth|oauth2?|authorize|callback|index|error|app|static|assets|js|dist|lib|npm|node_modules|https?)$/i;
/** Scripts of the clients, by which a stack is recognised. */
const SCRIPT =
  /^(?:microsoft-|jquery[.-])?(?:signalr|socket\.io(?:-client)?|engine\.io-client|web-pubsub-client)(?:[.-]?v?\d{1,3}(?:\.\d{1,3}){0,3})?(?:[.-](?:min|slim|esm|module|umd|js))*\.js$/i;
/** Words as people name routes, methods, events and hubs: letters, at most two digits at the end. */
const NAME = /^[._]?[A-Za-z]{1,24}(?:[._-][A-Za-z]{1,24}){0,4}\d{0,2}(?:\.[a-z]{2,5})?$/;
const LONGEST = 48;

/** What SignalR's clients put behind the path of a hub. */
const CALL = /^(?:negotiate|connect|reconnect|start|abort|ping|poll|send)?$/i;

/** Is it one of the names that every application has? */
export function isCommonRoute(segment: string): boolean {
  return COMMON.test(segment) || SCRIPT.test(segment);
}

/** Is it made of words of which routes are made everywhere? */
export function isRouteOfWords(segment: string): boolean {
  return isName(segment) && areCommonWords(segment);
}

/** Which of a path's parts is the endpoint's own name ("chat" of /tenants/contoso/chat/negotiate); -1 where there is none. */
export function ownNameIn(segments: readonly string[]): number {
  return segments.findLastIndex((each) => !CALL.test(each));
}

/** Does it read like a name that a developer gave, and not like an id? */
export function isName(text: string): boolean {
  return text.length <= LONGEST && NAME.test(text) && !isRandom(text);
}

/** An event may be named in a few words ("chat message"). */
export function isEventName(text: string): boolean {
  const words = text.split(/[ :/]/);
  return words.length <= 3 && text.length <= LONGEST && words.every((word) => word === "" || isName(word));
}

/** Upper and lower case by turns, nothing but capitals, or no vowels: base64, a key or an id without digits. */
function isRandom(text: string): boolean {
  return text.split(/[._-]/).some((word) => {
    const turns = [...word.matchAll(/[a-z](?=[A-Z])/g)].length;
    const capitals = [...word.matchAll(/[A-Z]/g)].length;
    const vowels = [...word.matchAll(/[aeiouy]/gi)].length;
    const isMixed = turns > 0 && capitals > 3 && capitals * 4 > word.length;
    return (
      (word.length >= 8 && isMixed) ||
      /^[A-Z]{16,}/.test(word) ||
      (word.length >= 7 && vowels === 0) ||
      (word.length >= 12 && vowels * 8 < word.length)
    );
  });
}
