export const ABORTED = "net::ERR_ABORTED";

const PROXY_FAILED = "net::ERR_PROXY_CONNECTION_FAILED";

/** Firefox's and WebKit's words, as Firefox's `webRequest` and Playwright write them, in Chromium's. */
const CHROMIUM_WORD: Record<string, string> = {
  NS_BINDING_ABORTED: ABORTED,
  NS_ERROR_ABORT: ABORTED,
  cancelled: ABORTED,
  "Load request cancelled": ABORTED,
  NS_ERROR_CONNECTION_REFUSED: "net::ERR_CONNECTION_REFUSED",
  NS_ERROR_UNKNOWN_HOST: "net::ERR_NAME_NOT_RESOLVED",
  NS_ERROR_NET_RESET: "net::ERR_CONNECTION_RESET",
  NS_ERROR_NET_TIMEOUT: "net::ERR_TIMED_OUT",
  NS_ERROR_NET_INTERRUPT: "net::ERR_CONNECTION_CLOSED",
  NS_ERROR_NET_PARTIAL_TRANSFER: "net::ERR_INCOMPLETE_CHUNKED_ENCODING",
  NS_ERROR_PROXY_CONNECTION_REFUSED: PROXY_FAILED,
  NS_ERROR_UNKNOWN_PROXY_HOST: PROXY_FAILED,
  NS_ERROR_OFFLINE: "net::ERR_INTERNET_DISCONNECTED",
  SEC_ERROR_UNKNOWN_ISSUER: "net::ERR_CERT_AUTHORITY_INVALID",
  SSL_ERROR_BAD_CERT_DOMAIN: "net::ERR_CERT_COMMON_NAME_INVALID",
  SEC_ERROR_EXPIRED_CERTIFICATE: "net::ERR_CERT_DATE_INVALID",
};

/**
 * What Firefox's `webRequest` says of TLS: the sentences of its NSS library (security/manager/locales/en-US/nsserrors.properties),
 * in the browser's own language; these are the English ones.
 */
const CHROMIUM_WORD_FOR: [sentence: RegExp, word: string][] = [
  // It has one for each status with which a proxy answers CONNECT.
  [/^NS_ERROR_PROXY_/, "net::ERR_TUNNEL_CONNECTION_FAILED"],
  [/certificate issuer|issuer certificate|self-signed/i, "net::ERR_CERT_AUTHORITY_INVALID"],
  [/certificate has expired|certificate is not yet valid/i, "net::ERR_CERT_DATE_INVALID"],
  [/domain name does not match/i, "net::ERR_CERT_COMMON_NAME_INVALID"],
  [/no common encryption|unsupported version of security protocol/i, "net::ERR_SSL_VERSION_OR_CIPHER_MISMATCH"],
  [/^SSL (received|peer)/i, "net::ERR_SSL_PROTOCOL_ERROR"],
];

/** Chromium's word for the same; one that has none stays as it is. */
export function chromiumWord(word: string): string {
  return CHROMIUM_WORD[word] ?? CHROMIUM_WORD_FOR.find(([sentence]) => sentence.test(word))?.[1] ?? word;
}

/** "Certificate" as Firefox's translations have it; the word of a sentence about one, whatever else it says. */
const CERTIFICATE = /certifi[kc]|certyfik|zertifik|sertifi|tanúsítvány|πιστοποιητικ|сертиф|证书|憑證|証明書|인증/i;

/**
 * For what Firefox's `webRequest` says. What is no token but a sentence is NSS's, in the browser's own language: then it is
 * told whether the certificate displeased or TLS itself, which names its protocol in every language.
 */
export function wordOfFirefox(said: string): string {
  const word = chromiumWord(said);
  if (word !== said || /^[\w:.]*$/.test(said)) return word;
  return CERTIFICATE.test(said) && !/SSL|TLS/.test(said) ? "net::ERR_CERT_INVALID" : "net::ERR_SSL_PROTOCOL_ERROR";
}
