import { expect, test } from "vitest";
import { chromiumWord, wordOfFirefox } from "./net-errors.js";

test.each([
  ["NS_ERROR_NET_RESET", "net::ERR_CONNECTION_RESET"],
  ["SSL received a record that exceeded the maximum permissible length.", "net::ERR_SSL_PROTOCOL_ERROR"],
  ["Peer’s certificate issuer has been marked as not trusted by the user.", "net::ERR_CERT_AUTHORITY_INVALID"],
  ["The certificate is not trusted because it is self-signed.", "net::ERR_CERT_AUTHORITY_INVALID"],
  ["Peer’s Certificate has expired.", "net::ERR_CERT_DATE_INVALID"],
  ["NS_ERROR_NET_PARTIAL_TRANSFER", "net::ERR_INCOMPLETE_CHUNKED_ENCODING"],
  ["NS_ERROR_PROXY_CONNECTION_REFUSED", "net::ERR_PROXY_CONNECTION_FAILED"],
  ["NS_ERROR_PROXY_FORBIDDEN", "net::ERR_TUNNEL_CONNECTION_FAILED"],
  ["NS_ERROR_PROXY_BAD_GATEWAY", "net::ERR_TUNNEL_CONNECTION_FAILED"],
  ["net::ERR_FAILED", "net::ERR_FAILED"],
  ["NS_ERROR_OF_TOMORROW", "NS_ERROR_OF_TOMORROW"],
])("Firefox's %j is %s", (word, chromium) => {
  expect(chromiumWord(word)).toBe(chromium);
});

test.each([
  ["NS_ERROR_NET_RESET", "net::ERR_CONNECTION_RESET"],
  ["NS_ERROR_OF_TOMORROW", "NS_ERROR_OF_TOMORROW"],
  ["", ""],
  ["Peer’s Certificate has expired.", "net::ERR_CERT_DATE_INVALID"],
  ["Der Zertifikat-Aussteller der Gegenstelle wurde nicht erkannt.", "net::ERR_CERT_INVALID"],
  ["Le certificat n’est pas sûr car il est auto-signé.", "net::ERR_CERT_INVALID"],
  ["对等端的证书颁发者不受认可。", "net::ERR_CERT_INVALID"],
  ["К сертификату нет доверия, так как он является самоподписанным.", "net::ERR_CERT_INVALID"],
  ["SSL hat einen Eintrag erhalten, der die maximal erlaubte Länge überschritten hat.", "net::ERR_SSL_PROTOCOL_ERROR"],
  ["SSL 接收到一个超出最大准许长度的记录。", "net::ERR_SSL_PROTOCOL_ERROR"],
  ["Die SSL-Gegenstelle kann Ihr Zertifikat nicht verifizieren.", "net::ERR_SSL_PROTOCOL_ERROR"],
  ["NS_BINDING_ABORTED", "net::ERR_ABORTED"],
  ["NS_ERROR_ABORT", "net::ERR_ABORTED"],
])("a Firefox of any language says %j, which is %s", (said, word) => {
  expect(wordOfFirefox(said)).toBe(word);
});
