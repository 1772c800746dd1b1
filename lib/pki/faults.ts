/**
 * What can be wrong with certificates, lists and keys as files and messages carry them. `ssl/reasons.ts` says what
 * each name is in Python's words; whether a well-formed chain may be *trusted* is another matter (`verdict.ts`).
 */
export type PkiFaultName =
  /** The bytes are no DER, or end early. */
  | 'malformedDer'
  /** DER, but no X.509 certificate (RFC 5280 section 4.1). */
  | 'malformedCertificate'
  /** DER, but no certificate revocation list (RFC 5280 section 5.1). */
  | 'malformedCrl'
  /** DER, but no OCSP response (RFC 6960 section 4.2.1). */
  | 'malformedOcsp'
  /** A PEM block that never ends, or ends as another. */
  | 'pemWithoutEnd'
  /** A PEM block whose inside is no base64. */
  | 'pemBase64'
  /** A PEM block that is empty, or has lines that are too long behind headers: what OpenSSL refuses without a word. */
  | 'pemWithoutWord'
  /** A PEM block whose headers say what they cannot mean. */
  | 'pemHeader'
  /** DER, but no Diffie-Hellman parameters (PKCS #3 section 9, RFC 3279 section 2.3.3). */
  | 'malformedDhParameters'
  /** DER, but no private key of any form that we know. */
  | 'malformedKey'
  /** A key of an algorithm or curve that we do not have. */
  | 'unsupportedKey'
  /** A cipher or derivation that we do not have, or one whose cost is beyond the limits. */
  | 'unsupportedEncryption'
  /** No key at all in what was given. */
  | 'noKey'
  /** The key is encrypted, and nobody can be asked for the password. */
  | 'passwordNeeded'
  /** Decryption gave no key: a wrong password, as far as can be told. */
  | 'wrongPassword';
