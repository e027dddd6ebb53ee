import { execFile } from "node:child_process";
import { mkdtemp, readFile, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { promisify } from "node:util";

const run = promisify(execFile);

/** A key and a certificate that nobody has signed, for this run alone; the browser is told not to mind. */
export async function makeCertificate(): Promise<{ key: string; cert: string }> {
  const folder = await mkdtemp(join(tmpdir(), "handshake-triage-wpt-key-"));
  const [key, cert] = [join(folder, "key.pem"), join(folder, "cert.pem")];
  const subject = ["-subj", "/CN=web-platform.test", "-days", "2", "-nodes"];
  try {
    await run("openssl", ["req", "-x509", "-newkey", "rsa:2048", ...subject, "-keyout", key, "-out", cert]);
    return { key: await readFile(key, "utf8"), cert: await readFile(cert, "utf8") };
  } catch (cause) {
    throw new Error("The tests over TLS need a certificate, which `openssl` makes: it has to be installed.", { cause });
  } finally {
    await rm(folder, { recursive: true });
  }
}
