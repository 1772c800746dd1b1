import { PROFILES, type Profile } from '../pki/checks/profile.ts';
import { publicSuffixes, suffixRules } from '../pki/public-suffix.ts';
import { cIntOfLong } from './buffers.ts';
import { ContextPolicy } from './context-policy.ts';
import { VerifyMode } from './enums.ts';
import { ValueError } from './exceptions.ts';
import { encodeHostName } from './host-names.ts';
import { repr } from './repr.ts';

/** What a context asks of certificates beyond what Python's can: all of it is off until it is set. */
export abstract class ContextTrust extends ContextPolicy {
  #profile: Profile = 'common';
  #suffixList: string | null = null;
  #isPublicSuffix: ((domain: string) => boolean) | undefined;
  #stapling: number = VerifyMode.CERT_NONE;

  /**
   * Whose demands on certificates are held beyond those that keep us safe: `'common'` nobody's, `'rfc5280'` what that
   * document tells authorities, `'webpki'` the CA/Browser Forum's Baseline Requirements. What breaks one is refused
   * with `verify_code` 50, "application verification failure", and the rule.
   * @extension
   */
  get certificate_profile(): Profile {
    return this.#profile;
  }
  set certificate_profile(value: Profile) {
    if (!PROFILES.includes(value))
      throw new ValueError(`certificate_profile must be one of ${PROFILES.map(repr).join(', ')}`);
    this.#profile = value;
  }

  /**
   * The text of the Public Suffix List (publicsuffix.org), or of rules in its format: a certificate's wildcard right
   * under such a suffix, like `*.co.uk`, matches no host name any more. `null`: only wildcards right under a
   * top-level domain match none.
   * @extension
   */
  get public_suffix_list(): string | null {
    return this.#suffixList;
  }
  set public_suffix_list(list: string | null) {
    if (list !== null && typeof list !== 'string')
      throw new TypeError('public_suffix_list must be a string or null');
    this.#isPublicSuffix = list === null ? undefined : publicSuffixes(suffixRules(list).map(asciiRule));
    this.#suffixList = list;
  }

  /** What matching of host names goes by. */
  protected get isPublicSuffix(): ((domain: string) => boolean) | undefined {
    return this.#isPublicSuffix;
  }

  /**
   * Whether a client asks the server for an OCSP response with its certificate (RFC 6066 section 8).
   *
   * - `CERT_NONE`: no.
   * - `CERT_OPTIONAL`: it does, and refuses a certificate that the response says is revoked. One that promises a
   *   response (RFC 7633) is refused without a good one.
   * - `CERT_REQUIRED`: it does, and refuses a certificate without a good one.
   *
   * `SSLObject.ocsp_status` tells what came. Nothing is refused where certificates are not verified.
   * @extension
   */
  get ocsp_stapling(): number {
    return this.#stapling;
  }
  set ocsp_stapling(value: number) {
    const mode = cIntOfLong(value);
    if (VerifyMode[mode] === undefined) throw new ValueError('invalid value for ocsp_stapling');
    this.#stapling = mode;
  }
}

/** A rule in A-labels, its mark left as it is. */
function asciiRule(rule: string): string {
  const [, mark, domain] = /^(!|\*\.)?(.*)$/.exec(rule) ?? ['', '', rule];
  return (mark ?? '') + (encodeHostName(domain) ?? domain);
}
