import { trustedCertificate } from "./certificate.js";
import { UNKNOWN } from "./names.js";

/**
 * What the lab's browser is started with: names that lead to the loopback address, or nowhere, and one certificate that it
 * takes as good. Nothing else that a user's browser would forbid is allowed.
 */
export function browserFlags(): string[] {
  return [
    `--host-resolver-rules=MAP *.${UNKNOWN} ~NOTFOUND, MAP *.test 127.0.0.1`,
    `--ignore-certificate-errors-spki-list=${trustedCertificate().spki}`,
  ];
}
