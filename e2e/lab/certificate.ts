/** Self-signed certificates, made when they are needed: nothing of them is kept, and the names are those of the lab alone. */
import { createHash, generateKeyPairSync, type KeyObject, randomBytes, sign } from "node:crypto";

export interface Certificate {
  /** PEM, for `createServer` of node:https. */
  key: string;
  cert: string;
  /** What Chromium's --ignore-certificate-errors-spki-list takes. */
  spki: string;
}

let trusted: Certificate | null = null;

/** The one that the lab's browser takes as good: one a process, for browser and servers live in the same. */
export function trustedCertificate(): Certificate {
  trusted ??= makeCertificate();
  return trusted;
}

/** For every name below .test and 127.0.0.1; good for a month. No browser knows who signed it. */
export function makeCertificate(): Certificate {
  const { publicKey, privateKey } = generateKeyPairSync("ec", { namedCurve: "P-256" });
  const spki = publicKey.export({ type: "spki", format: "der" });
  return {
    key: privateKey.export({ type: "pkcs8", format: "pem" }) as string,
    cert: pem(sealed(spki, privateKey)),
    spki: createHash("sha256").update(spki).digest("base64"),
  };
}

/** RFC 5280, section 4.1. */
function sealed(spki: Buffer, key: KeyObject): Buffer {
  const algorithm = sequence(ECDSA_WITH_SHA256);
  const name = sequence(der(0x31, sequence(COMMON_NAME, der(0x0c, Buffer.from("Handshake Triage lab")))));
  const now = Date.now();
  const body = sequence(
    der(0xa0, integer(Buffer.from([2]))),
    integer(Buffer.concat([Buffer.from([1]), randomBytes(8)])),
    algorithm,
    name,
    sequence(time(now - DAY_MS), time(now + 30 * DAY_MS)),
    name,
    spki,
    der(0xa3, sequence(sequence(SUBJECT_ALT_NAME, der(0x04, alternativeNames())))),
  );
  return sequence(body, algorithm, der(0x03, Buffer.from([0]), sign("sha256", body, key)));
}

function alternativeNames(): Buffer {
  return sequence(der(0x82, Buffer.from("*.test")), der(0x87, Buffer.from([127, 0, 0, 1])));
}

const DAY_MS = 86_400_000;
const ECDSA_WITH_SHA256 = Buffer.from("06082a8648ce3d040302", "hex");
const COMMON_NAME = Buffer.from("0603550403", "hex");
const SUBJECT_ALT_NAME = Buffer.from("0603551d11", "hex");

function sequence(...parts: Buffer[]): Buffer {
  return der(0x30, ...parts);
}

function integer(value: Buffer): Buffer {
  return der(0x02, value);
}

/** UTCTime, "YYMMDDHHMMSSZ". */
function time(at: number): Buffer {
  return der(0x17, Buffer.from(`${new Date(at).toISOString().slice(2, 19).replace(/\D/g, "")}Z`));
}

/** Tag, length, value. */
function der(tag: number, ...parts: Buffer[]): Buffer {
  const value = Buffer.concat(parts);
  const { length } = value;
  const size = length < 0x80 ? [length] : length < 0x100 ? [0x81, length] : [0x82, length >> 8, length & 0xff];
  return Buffer.concat([Buffer.from([tag, ...size]), value]);
}

function pem(certificate: Buffer): string {
  const lines = certificate.toString("base64").match(/.{1,64}/g) ?? [];
  return `-----BEGIN CERTIFICATE-----\n${lines.join("\n")}\n-----END CERTIFICATE-----\n`;
}
