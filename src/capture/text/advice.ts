/** What the libraries advise in every such error, whatever the cause: it tells nothing of this one. */
const ADVICE = [
  /If you have multiple servers check that sticky sessions are enabled\.?/gi,
  /either the endpoint may not be a SignalR endpoint, the connection ID is not present on the server, or there is a proxy blocking WebSockets\.?/gi,
  /or there is a proxy blocking the connection\.?/gi,
  /either the connection ID is not present on the server, or a proxy is refusing\/buffering the connection\.?/gi,
  /This may be due to a VPN or proxy blocking the connection\.?/gi,
  /(?<=ensure WebSockets are available\.? ?)A VPN or proxy may be blocking the connection\.?/gi,
  /To troubleshoot this, visit \S{1,200}/gi,
  /https:\/\/(?:aka\.ms|go\.microsoft\.com|learn\.microsoft\.com|docs\.microsoft\.com)\/\S{1,200}/gi,
];

/** Addresses in a proxy's log that are its own business: not what the client asked. */
const OWN_PLACES = [/\bupstream: "[^"]{1,300}"/gi, /\b(?:client|server): [\w.:-]{1,100},/gi];

/** The text with such advice blanked out, every other character at its place. */
export function withoutAdvice(text: string): string {
  return [...ADVICE, ...OWN_PLACES].reduce(
    (left, advice) => left.replace(advice, (found) => " ".repeat(found.length)),
    text,
  );
}
