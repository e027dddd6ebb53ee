import { expect, test } from "vitest";
import { chromiumWord } from "./net-errors.js";

test.each([
  ["NS_ERROR_NET_RESET", "net::ERR_CONNECTION_RESET"],
  ["SSL received a record that exceeded the maximum permissible length.", "net::ERR_SSL_PROTOCOL_ERROR"],
  ["Peer’s certificate issuer has been marked as not trusted by the user.", "net::ERR_CERT_AUTHORITY_INVALID"],
  ["The certificate is not trusted because it is self-signed.", "net::ERR_CERT_AUTHORITY_INVALID"],
  ["Peer’s Certificate has expired.", "net::ERR_CERT_DATE_INVALID"],
  ["net::ERR_FAILED", "net::ERR_FAILED"],
  ["NS_ERROR_OF_TOMORROW", "NS_ERROR_OF_TOMORROW"],
])("Firefox's %j is %s", (word, chromium) => {
  expect(chromiumWord(word)).toBe(chromium);
});
