/**
 * The core cases of x509-limbo (all but BetterTLS's) that we answer otherwise than the suite expects, and why. OpenSSL
 * 3.0 answers every one of them as we do: `limbo.test.ts` asks it where its program is.
 */

const PROFILE =
  'RFC 5280 binds authorities to it, and no peer is safer for our refusing: only with certificate_profile = "rfc5280"';
const WEB_PROFILE =
  'a rule of the Baseline Requirements for public authorities: only with certificate_profile = "webpki"';
const COMMON_NAME =
  'names are matched with alternative names alone (RFC 9525 section 2), so the common name does no harm; the suite ' +
  'itself has webpki::san::leftmost-wildcard-san succeed with a common name that breaks the same rule';
const SUFFIXES =
  'nobody can tell without the public suffix list, which the caller brings (public_suffix_list)';

/** Whatever the profile. */
export const alwaysDifferent: Readonly<Record<string, string>> = {
  'rfc5280::ca-as-leaf':
    'its key usage has no digital signature, with which no TLS server can do anything; OpenSSL: unsuitable purpose',
  'webpki::cn::ipv4-hex-mismatch': COMMON_NAME,
  'webpki::cn::ipv6-non-rfc5952-mismatch': COMMON_NAME,
  'webpki::cn::punycode-not-in-san': COMMON_NAME,
  'webpki::cn::not-in-san': COMMON_NAME,
  'webpki::san::public-suffix-multi-label-wildcard-san': SUFFIXES,
  'webpki::san::public-suffix-private-namespace-wildcard-san': SUFFIXES,
};

/** Those and these, with the profile that a context begins with. */
export const differentByDefault: Readonly<Record<string, string>> = {
  ...alwaysDifferent,
  'rfc5280::nc::permitted-dns-match-noncritical': `${PROFILE}; webpki::nc has the same case, to succeed`,
  'rfc5280::nc::invalid-dnsname-leading-period': PROFILE,
  'rfc5280::nc::not-allowed-in-ee-noncritical': PROFILE,
  'rfc5280::nc::not-allowed-in-ee-critical': PROFILE,
  'rfc5280::pc::ica-noncritical-pc': PROFILE,
  'rfc5280::serial::zero': PROFILE,
  'webpki::aki::root-with-aki-authoritycertissuer': WEB_PROFILE,
  'webpki::eku::ee-anyeku': WEB_PROFILE,
  'webpki::eku::ee-critical-eku': WEB_PROFILE,
  'webpki::san::san-critical-with-nonempty-subject': WEB_PROFILE,
  'webpki::malformed-aia': WEB_PROFILE,
  'webpki::forbidden-rsa-key-not-divisible-by-8-in-leaf': WEB_PROFILE,
};
