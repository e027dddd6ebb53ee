interface HarObject {
  log: { entries: { request: Sides; response: Sides & { content?: { mimeType?: string; text?: string } } }[] };
}
interface Sides {
  headers: { name: string; value: string }[];
  cookies: unknown[];
}

/** What Chrome's "Save as HAR (sanitized)" takes away: three headers and the lists of cookies. */
export function asChromeDoes(har: string): string {
  const read = JSON.parse(har) as HarObject;
  for (const { request, response } of read.log.entries) {
    for (const side of [request, response]) {
      side.headers = side.headers.filter(({ name }) => !/^(?:authorization|cookie|set-cookie)$/i.test(name));
      side.cookies = [];
    }
  }
  return JSON.stringify(read, null, 2);
}

/** The words that har-sanitizer (Cloudflare, src/lib/har_sanitize.tsx) looks for unless told otherwise. */
const WORDS =
  "Authorization SAMLRequest SAMLResponse access_token appID assertion auth authenticity_token challenge client_id client_secret code code_challenge code_verifier email facetID fcParams id_token password refresh_token serverData shdf state token usg vses2 x-client-data".split(
    " ",
  );

/** Its rules over the same file: scripts' bodies, signatures of tokens, and `word=value` or `"name": word, "value": …`. */
export function asHarSanitizerDoes(har: string): string {
  const read = JSON.parse(har) as HarObject;
  for (const { response } of read.log.entries) {
    const { content } = response;
    if (content && /^(?:application|text)\/javascript$/.test(content.mimeType ?? "")) content.text = "redacted";
  }
  const text = JSON.stringify(read, null, 2).replace(
    /\b(ey[A-Za-z0-9-_=]+)\.(ey[A-Za-z0-9-_=]+)\.[A-Za-z0-9-_.+/=]+\b/g,
    "$1.$2.redacted",
  );
  return WORDS.filter((word) => text.includes(word)).reduce(withoutWord, text);
}

function withoutWord(text: string, word: string): string {
  return text
    .replace(
      new RegExp(String.raw`([\s";,&?]+${word}=)([\w+-_/=#|.%&:!*()\`~'"]+?)(&|\\",|",|"\s|"}}|;){1}`, "g"),
      `$1[${word} redacted]$3`,
    )
    .replace(
      new RegExp(String.raw`("name": "${word}",[\s\w+:"-\%!*()\`~'.,#]*?"value": ")((?:\\"|[^"])*?)(")`, "g"),
      `$1[${word} redacted]$3`,
    )
    .replace(
      new RegExp(
        String.raw`("value": ")([\w+-_:&+=#$~/()\\.\,*!|%"\s;]+)("[,\s}}]+)([\s\w+:"-\\%!*\`()~'#.]*"name": "${word}")`,
        "g",
      ),
      `$1[${word} redacted]$3$4`,
    );
}
