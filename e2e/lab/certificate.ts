/** Certificates, made when they are needed: nothing of them is kept, and the names are those of the lab alone. */
import { createHash, generateKeyPairSync, type KeyObject, randomBytes, sign } from "node:crypto";
import { API, APP } from "./names.js";

export interface Certificate {
  /** PEM, for `createServer` of node:https. */
  key: string;
  cert: string;
  /** What Chromium's --ignore-certificate-errors-spki-list takes. */
  spki: string;
}

/** Who signed a certificate, as DER in base64: what Firefox takes as an authority. */
interface Signed extends Certificate {
  authority: string;
}

let trusted: Signed | null = null;

/** The one that the lab's browser takes as good: one a process, for browser and servers live in the same. */
export function trustedCertificate(): Signed {
  trusted ??= signedCertificate();
  return trusted;
}

/** For the lab's names, all below them, and 127.0.0.1; good for a month. No browser knows who signed it. */
export function makeCertificate(): Certificate {
  const keys = newKeys();
  const itself = { holder: keys, holderName: NOBODY, signer: keys, signerName: NOBODY };
  return inPem(keys, sealed({ ...itself, extension: forNames() }));
}

/** The same, signed by an authority of its own, which a browser can be made to know. */
function signedCertificate(): Signed {
  const signer = newKeys();
  const keys = newKeys();
  const root = sealed({ holder: signer, holderName: ROOT, signer, signerName: ROOT, extension: maySign() });
  const cert = sealed({ holder: keys, holderName: LAB, signer, signerName: ROOT, extension: forNames() });
  return { ...inPem(keys, cert), authority: root.toString("base64") };
}

/** Not the lab's name: a browser that had seen that certificate would take its holder for the signer. */
const NOBODY = "Handshake Triage nobody";
const LAB = "Handshake Triage lab";
const ROOT = "Handshake Triage lab authority";

interface Keys {
  spki: Buffer;
  privateKey: KeyObject;
}

function newKeys(): Keys {
  const { publicKey, privateKey } = generateKeyPairSync("ec", { namedCurve: "P-256" });
  return { spki: publicKey.export({ type: "spki", format: "der" }), privateKey };
}

function inPem({ spki, privateKey }: Keys, cert: Buffer): Certificate {
  return {
    key: privateKey.export({ type: "pkcs8", format: "pem" }) as string,
    cert: pem(cert),
    spki: createHash("sha256").update(spki).digest("base64"),
  };
}

interface Sealing {
  holder: Pick<Keys, "spki">;
  holderName: string;
  signer: Pick<Keys, "privateKey">;
  signerName: string;
  extension: Buffer;
}

/** RFC 5280, section 4.1. */
function sealed({ holder, holderName, signer, signerName, extension }: Sealing): Buffer {
  const algorithm = sequence(ECDSA_WITH_SHA256);
  const now = Date.now();
  const body = sequence(
    der(0xa0, integer(Buffer.from([2]))),
    integer(Buffer.concat([Buffer.from([1]), randomBytes(8)])),
    algorithm,
    name(signerName),
    sequence(time(now - DAY_MS), time(now + 30 * DAY_MS)),
    name(holderName),
    holder.spki,
    der(0xa3, sequence(extension)),
  );
  return sequence(body, algorithm, der(0x03, Buffer.from([0]), sign("sha256", body, signer.privateKey)));
}

function name(text: string): Buffer {
  return sequence(der(0x31, sequence(COMMON_NAME, der(0x0c, Buffer.from(text)))));
}

/** RFC 5280, section 4.2.1.6. */
function forNames(): Buffer {
  return sequence(SUBJECT_ALT_NAME, der(0x04, alternativeNames()));
}

/** RFC 5280, section 4.2.1.9: critical, and true for an authority. */
function maySign(): Buffer {
  const yes = der(0x01, Buffer.from([0xff]));
  return sequence(BASIC_CONSTRAINTS, yes, der(0x04, sequence(yes)));
}

function alternativeNames(): Buffer {
  const names = [APP, API].flatMap((each) => [each, `*.${each}`]);
  return sequence(...names.map((each) => der(0x82, Buffer.from(each))), der(0x87, Buffer.from([127, 0, 0, 1])));
}

const DAY_MS = 86_400_000;
const ECDSA_WITH_SHA256 = Buffer.from("06082a8648ce3d040302", "hex");
const COMMON_NAME = Buffer.from("0603550403", "hex");
const BASIC_CONSTRAINTS = Buffer.from("0603551d13", "hex");
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
