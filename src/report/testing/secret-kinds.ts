import type { Random } from "./random.js";

/** One sort of secret. Opaque ones have nothing about them that looks like a secret. */
export interface SecretKind {
  name: string;
  isOpaque: boolean;
  make(random: Random): string;
}

const LOWER = "abcdefghijklmnopqrstuvwxyz";
const UPPER = LOWER.toUpperCase();
const DIGITS = "0123456789";
const HEX = "0123456789abcdef";
const URL64 = `${UPPER}${LOWER}${DIGITS}-_`;
const BASE64 = `${UPPER}${LOWER}${DIGITS}+/`;
const WORDLIKE = [
  "mor",
  "van",
  "tel",
  "kru",
  "zin",
  "dol",
  "bra",
  "fex",
  "gul",
  "hep",
  "jor",
  "quo",
  "vim",
  "wux",
  "yar",
];

function word(random: Random): string {
  return Array.from({ length: 4 }, () => WORDLIKE[random.below(WORDLIKE.length)]).join("");
}

function named(random: Random): string {
  const letters = word(random);
  return letters.charAt(0).toUpperCase() + letters.slice(1);
}

function uuid(random: Random): string {
  const hex = (length: number) => random.letters(length, HEX);
  return `${hex(8)}-${hex(4)}-4${hex(3)}-a${hex(3)}-${hex(12)}`;
}

const encode = (value: object) => Buffer.from(JSON.stringify(value)).toString("base64url");

function jwt(random: Random, claims: object = {}): string {
  return `${encode({ alg: "HS256", typ: "JWT" })}.${encode({ sub: word(random), exp: 1767225000, ...claims })}.${random.letters(43, URL64)}`;
}

/** From 1 on, as numbers that begin with a nought do not survive JSON. */
const number = (random: Random, length: number) => `${1 + random.below(9)}${random.letters(length - 1, DIGITS)}`;

const OPAQUE: Record<string, (random: Random) => string> = {
  word,
  "capitalised word": named,
  "two words": (random) => `${word(random)} ${word(random)}`,
  "first and last name": (random) => `${named(random)} ${named(random)}`,
  "hyphenated words": (random) => `${word(random)}-${word(random)}`,
  "words with underscores": (random) => `${word(random)}_${word(random)}`,
  "camel-case word": (random) => `${word(random)}${named(random)}`,
  "word with accents": (random) => `é${word(random)}ü${word(random)}`,
  "word in Cyrillic": (random) => `Ж${random.letters(9, "абвгдежзиклмнопрст")}`,
  "ten digits": (random) => number(random, 10),
  "sixteen digits": (random) => number(random, 16),
  "phone number": (random) => `+49 170 ${number(random, 8)}`,
  UUID: uuid,
  "UUID without hyphens": (random) => uuid(random).replaceAll("-", ""),
  ULID: (random) => `01${random.letters(24, "0123456789ABCDEFGHJKMNPQRSTVWXYZ")}`,
  "nano id": (random) => random.letters(21, URL64),
  "short base 36 id": (random) => random.letters(9, LOWER + DIGITS),
  "order number": (random) => `${random.letters(3, UPPER)}-${number(random, 7)}`,
  "licence plate": (random) => `${random.letters(2, UPPER)}-${random.letters(2, UPPER)} ${number(random, 4)}`,
  IBAN: (random) => `DE${number(random, 20)}`,
  "street address": (random) => `${named(random)}weg ${number(random, 3)}`,
  coordinates: (random) => `${number(random, 2)}.${number(random, 6)},${number(random, 2)}.${number(random, 6)}`,
  "file name": (random) => `${word(random)}-${number(random, 4)}.pdf`,
};

const TELLING: Record<string, (random: Random) => string> = {
  "JSON Web Token": (random) => jwt(random),
  /** An audience stays: it is the address that was asked, and must be no other secret by chance. */
  "token of a hub": (random) => jwt(random, { aud: "https://hub.example/client/hubs/chat" }),
  "encrypted JSON Web Token": (random) =>
    `${encode({ alg: "dir", enc: "A256GCM" })}..${random.letters(16, URL64)}.${random.letters(60, URL64)}.${random.letters(22, URL64)}`,
  "Data Protection payload": (random) => `CfDJ8${random.letters(60, URL64)}`,
  "ASP.NET Core connection token": (random) => `${random.letters(21, URL64)}A`,
  "Engine.IO session id": (random) => `${random.letters(15, URL64)}AAAB`,
  "signed session cookie": (random) => `s:${random.letters(32, URL64)}.${random.letters(43, BASE64)}`,
  "storage account key": (random) => `${random.letters(86, BASE64)}==`,
  "connection string": (random) =>
    `Endpoint=https://${word(random)}.example;AccessKey=${random.letters(43, BASE64)}=;Version=1.0;`,
  "shared access signature": (random) => `sv=2024-01-01&sig=${encodeURIComponent(`${random.letters(43, BASE64)}=`)}`,
  "GitHub token": (random) => `ghp_${random.letters(36, UPPER + LOWER + DIGITS)}`,
  "Slack token": (random) => `xoxb-${number(random, 11)}-${random.letters(24, UPPER + LOWER + DIGITS)}`,
  "AWS access key id": (random) => `AKIA${random.letters(16, UPPER + DIGITS)}`,
  "AWS secret key": (random) => random.letters(40, BASE64),
  "Google API key": (random) => `AIza${random.letters(35, URL64)}`,
  "payment provider's key": (random) => `sk_live_${random.letters(24, UPPER + LOWER + DIGITS)}`,
  "hexadecimal HMAC": (random) => random.letters(64, HEX),
  "MD5 sum": (random) => random.letters(32, HEX),
  PASETO: (random) => `v2.local.${random.letters(70, URL64)}`,
  "private key": (random) => `-----BEGIN PRIVATE KEY-----${random.letters(64, BASE64)}-----END PRIVATE KEY-----`,
  "password with marks": (random) => `p4ss!${word(random)}?${random.letters(4, "$%&=+;,")}${number(random, 3)}`,
  "e-mail address": (random) => `${word(random)}.${word(random)}@${word(random)}.example`,
  "IPv4 address": (random) => `81.${100 + random.below(150)}.${100 + random.below(150)}.${100 + random.below(150)}`,
  "IPv6 address": (random) => `2a02:${Array.from({ length: 7 }, () => `1${random.letters(3, HEX)}`).join(":")}`,
  "basic credentials": (random) => Buffer.from(`${word(random)}:${random.letters(9, URL64)}`).toString("base64"),
  "SAS token of a queue": (random) =>
    `SharedAccessSignature sr=${word(random)}&sig=${encodeURIComponent(`${random.letters(43, BASE64)}=`)}&se=1767225000&skn=Root`,
  "credit card": (random) =>
    `4${random.letters(3, DIGITS)}-${random.letters(4, DIGITS)}-${random.letters(4, DIGITS)}-${random.letters(4, DIGITS)}`,
};

const kinds = (from: typeof OPAQUE, isOpaque: boolean): SecretKind[] =>
  Object.entries(from).map(([name, make]) => ({ name, isOpaque, make }));

export const SECRET_KINDS: readonly SecretKind[] = [...kinds(OPAQUE, true), ...kinds(TELLING, false)];
