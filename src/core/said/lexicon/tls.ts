import { messages } from "./message.js";
import { either, TRANSLATED } from "./translated.js";

/** What is said of certificates, of TLS and of ports that speak the other of the two. */
export const TLS_MESSAGES = messages({
  "certificate-refused": {
    pattern: either(
      /证书|ERR_CERT_\w+|\bprivacy error\b|connection is not private|snake-?oil|not a (trusted|valid) certificate|DEPTH_ZERO_SELF_SIGNED_CERT|SELF_SIGNED_CERT_IN_CHAIN|(?<!\b(not|no|n't|isn't) )self[- ]?signed\b(?!\.conf)|UNABLE_TO_VERIFY_LEAF_SIGNATURE|unable to (verify the first|get (local )?issuer) certificate|CERT_HAS_EXPIRED|\bcert(ificate)?s?('s)? (has |had |have |was |is |are )?(just )?expired|ERR_TLS_CERT_ALTNAME|Hostname\/IP does(n't| not) match certificate|remote certificate is invalid|certificate (verify failed|is not trusted|was invalid|is invalid)|CertificateException|CertPathValidator|Trust anchor for certification path|SSLHandshakeException|SSLPeerUnverified|Code=-120[0-4]|NSURLErrorServerCertificate|UntrustedRoot|RemoteCertificateNameMismatch|PartialChain|The SSL connection could not be established|SEC_ERROR_UNKNOWN_ISSUER|bad certificate|rejectUnauthorized(?!['"]?\s{0,3}[:=]\s{0,3}false)|certificate (name )?(does not|doesn't|is not|isn't|not) (match|valid|verif|accept|trust)\w*|\bhost ?name '[^']{1,80}' doesn't match|(host ?name|name) (in|on|of) the certificate|(untrusted|invalid|expired|wrong|test) (ssl |tls |local |https )?cert(ificate)?s?\b|certificate for this server is invalid|certificate has (been revoked|not been trusted)|CERTIFICATE_VERIFY_FAILED|AuthenticationException(?!.{0,120}(frame size|corrupted frame|unexpected EOF))|(?<!Socket(Client|Server)?)HandshakeException(?!.{0,80}WRONG_VERSION)|RemoteCertificateValidationCallback|StartSendAuthResetSignal|Peer certificate cannot be authenticated|ERR_INSECURE_RESPONSE|TrustFailure|\bCode=-98(07|1[34]|43)\b|errSSL\w*Cert\w*|SSL certificate problem|PKIX path|invalid peer certificate|\bcertificate mismatch\b|x509:|unknown (certificate )?authority|certificate_unknown|bad_certificate|unknown_ca\b|\b(its|our|their|my) own (tls |ssl |https )?cert(ificate)?s?\b|un-?trusted (tls |ssl )?cert\w*|OSStatus error -98\d\d|SSLCertVerificationError|UNITYTLS_X509|Cert verify failed|tlsValidationFailed|\bWinHttp\w*.{0,160}: A security error occurred|A security error occurred(?=.{0,300}\bWinHttp)|MOZILLA_PKIX_\w+|SSL_ERROR_BAD_CERT_DOMAIN|certificate authority is (in|not )valid|\b0x80072F0[56D]\b|\b0x800B01\w\w\b/i,
      TRANSLATED.certificate,
    ),
    means: "The TLS certificate was not accepted.",
    shows: { status: 0 },
  },
  "tls-failed": {
    pattern:
      /javax\.net\.ssl\.SSLException|kCFStreamErrorDomainSSL|SSLHandshake failed|An SSL error has occurred|ERR_SSL_(PROTOCOL_ERROR|VERSION_OR_CIPHER_MISMATCH)|wrong version number|EPROTO|SSL23_GET_SERVER_HELLO|tlsv1 alert|unsupported protocol(?! version)|Could not create SSL\/TLS secure channel|TLS handshake|SSL routines|handshake_failure|(alert|ssl|tls)\b.{0,30}handshake failure|SSLProtocolException|SSL handshake (aborted|failed|exception|error)|no (common|shared) cipher|remote party has closed the transport stream|alert protocol version/i,
    means: "The TLS handshake failed.",
    shows: { status: 0 },
  },
  "plain-where-tls": {
    pattern:
      /wrong[ _]version[ _]number|ERR_SSL_PROTOCOL_ERROR|ERR_EMPTY_RESPONSE|SSL_ERROR_RX_RECORD_TOO_LONG|Unable to parse TLS packet header|first record does not look like a TLS handshake|frame size or a corrupted frame|unexpected EOF or 0 bytes|response ended prematurely|received record with a length that exceeds|Unrecognized SSL message|not an SSL\/TLS record|http: server gave HTTP response to HTTPS client/i,
    means: "One side spoke TLS, the other plain text.",
  },
  "plain-to-tls": {
    pattern: /plain HTTP request was sent to HTTPS port|Client sent an HTTP request to an HTTPS server/i,
    means: "A plain request reached a TLS port.",
    shows: { status: 400 },
  },
  "answer-not-http": {
    side: "client",
    phase: "connect",
    pattern:
      /server returned an invalid or unrecognized response|received an invalid status line|received HTTP\/0\.9 when not allowed|Parse Error: Expected HTTP\/|malformed HTTP response "\\x1[56]|unexpected status line:|\bBadStatusLine\b/i,
    means: "What came over a plain connection is no HTTP, as where the port expects TLS.",
  },
  "plain-client-hung-up": {
    side: "client",
    pattern:
      /(https|wss):.{0,600}(handle_read_http_response error|websocketpp\.transport:[27]\b)|(handle_read_http_response error|websocketpp\.transport:[27]\b).{0,600}(https|wss):/is,
    means: "A C++ client's request was hung up on, and the address is https.",
  },
  "tls-client-hung-up": {
    side: "client",
    pattern:
      /handle_transport_init received error: TLS handshake failed.{0,600}connect\(\s?"http:|connect\(\s?"http:.{0,600}handle_transport_init received error: TLS handshake failed/is,
    means: "A C++ client began TLS, and the address is http.",
  },
  "tls-version": {
    pattern:
      /TLS ?1\.[0-3]|tlsv1\b|(default|wrong|old|minimum|supported) tls versions?|SSL23_GET_SERVER_HELLO|sslv3 alert handshake failure|SecurityProtocolType|ERR_SSL_VERSION_OR_CIPHER|protocol version alert|minimum TLS/i,
    means: "A TLS version is named.",
    benign: true,
  },
  cleartext: {
    side: "client",
    pattern:
      /Insecure connection not allowed|(?<!uses)cleartext(?!TrafficPermitted\s?=\s?["']?true)|(release|apk|android).{0,60}\bhttp\b(?!s|:\/\/localhost)(?=.{0,60}(not|block|fail|refus|debug))|usesCleartextTraffic(?!['"]?\s{0,2}([=:]|is|(is |was )?set to)\s{0,2}["'`]?true)|network_security_config|App Transport Security|NSAllowsArbitraryLoads(?!\W{1,20}(true|yes))|Insecure HTTP is not allowed by platform|Code=-1022\b|requires the use of a secure connection/i,
    means: "The mobile platform forbids plain http, or the setting for it is named.",
  },
  "cleartext-refused": {
    side: "client",
    pattern:
      /cleartext .{0,80}not permitted|Insecure HTTP is not allowed by platform|Code=-1022\b|Insecure connection not allowed|App Transport Security policy requires|requires the use of a secure connection/i,
    means: "The mobile platform forbids plain http, in its own words.",
  },
  "cleartext-allowed": {
    side: "client",
    pattern:
      /usesCleartextTraffic['"]?\s{0,2}([=:]|is|(is |was )?set to)\s{0,2}["'`]?true|cleartextTrafficPermitted\s?=\s?["']?true|NSAllowsArbitraryLoads\W{1,20}(true|yes)/i,
    means: "The app is said to be allowed plain http.",
    benign: true,
  },
  "plain-bytes-received": {
    side: "server",
    pattern:
      /SSL routines:[\w:]{0,60}:https? (proxy )?request\b|\bssl_error_http_request\b|ERR_SSL_HTTP_REQUEST|not an SSL\/TLS record: (474554|504f5354)/i,
    means: "Plain HTTP reached a server that expects TLS.",
  },
  "tls-bytes-received": {
    side: "server",
    pattern: /\\x16\\x03|Bad request version|blocked wrong request! url: \/bad-request/i,
    means: "The bytes of a TLS handshake reached a server that expects plain HTTP.",
  },
});
