/**
 * What a text says is not there: "no proxy", "not behind nginx or a load balancer", "no CORS errors". What is left out to try
 * ("without nginx it works") does stand there, and a rule or a header that is missing is a sign.
 */
const DENIED = [
  /\b(?:no|nor|not (?:behind|have|use|using|under|on|in)(?: an?| the| any)?|(?:isn|aren|don|doesn|didn)['’]t (?:behind|have|use|using|on|in)(?: an?| the| any)?) (?:(?:reverse|forward|http|browser|ad|local|corporate) )?(?:prox(?:y|ies)|nginx|apache|haproxy|traefik|caddy|load[- ]?balanc(?:er|ers|ing)|cluster(?:s|ing)?|cloudflare|ingress|kubernetes|docker|containers?|anti-?virus|firewalls?|vpn|(?:ad-?)?blockers?|extensions?|azure(?: signalr(?: service)?)?|vercel|netlify|serverless|lambda|background)\b(?! (?:error|problem|issue|setting|config|log|change|luck|rule|exception))(?:,? (?:or|and|nor) (?:an? |any )?(?:(?:reverse|forward|http|browser) )?(?:prox(?:y|ies)|nginx|apache|haproxy|traefik|caddy|load[- ]?balanc(?:er|ers|ing)|cluster|cloudflare|kubernetes|docker|anti-?virus|firewall|vpn|extensions?|serverless)\b)?/gi,
  /\b(?:no|(?:not|n['’]t) an?|(?:not|n['’]t) (?:have|see|get)(?: an?| any)?) CORS[- ](?:error|problem|issue|failure|warning)s?\b/gi,
];

/** The text with what it denies blanked out, every other character at its place. */
export function withoutDenied(text: string): string {
  return DENIED.reduce((left, denied) => left.replace(denied, (found) => " ".repeat(found.length)), text);
}
