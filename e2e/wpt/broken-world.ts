/** Everything that code in the page's world could be built on throws, and what was there can be changed no more. */
export const BREAK_EVERYTHING = `
window.errors = [];
addEventListener("error", ({ message }) => { errors[errors.length] = message; });
Object.freeze(WebSocket);
Object.freeze(WebSocket.prototype);
const broken = () => { throw new Error("broken by the page"); };
const { ownKeys, getOwnPropertyDescriptor, defineProperty } = Reflect;
const owners = [Array, Map, WeakMap, String, Number, Date, JSON, Reflect, Math, Symbol, Promise, Function, Error, Object];
for (const name of ["MessagePort", "EventTarget", "MessageEvent", "CloseEvent", "Blob", "URL", "TextEncoder", "DOMException"]) {
  owners.push(window[name]);
}
const places = [];
for (const owner of owners) places.push(owner, owner.prototype);
places.push(getOwnPropertyDescriptor(Uint8Array, "prototype").value, Reflect.getPrototypeOf(Uint8Array.prototype));
const spare = ["constructor", "prototype", "length", "name", "__proto__", "toString", "valueOf", "addEventListener"];
const jobs = [];
for (const place of places) {
  if (!place || place === Object.prototype) continue;
  for (const key of ownKeys(place)) {
    const own = getOwnPropertyDescriptor(place, key);
    if (own.configurable && !spare.includes(key)) jobs.push([place, key, own]);
  }
}
for (let at = 0; at < jobs.length; at += 1) {
  const job = jobs[at];
  const own = job[2];
  if (typeof own.value === "function") defineProperty(job[0], job[1], { value: broken });
  else if (own.get) defineProperty(job[0], job[1], { get: broken, set: broken });
}
Function.prototype.toString = broken;
EventTarget.prototype.addEventListener = broken;
window.Proxy = window.MessageChannel = window.queueMicrotask = window.postMessage = window.setTimeout = broken;
Object.prototype.get = Object.prototype.value = Object.prototype.kind = broken;
delete window.EventSource;
`;
