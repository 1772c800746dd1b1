import { type Profile } from '../pki/checks/profile.ts';
import { ContextPolicy } from './context-policy.ts';
/** What a context asks of certificates beyond what Python's can: all of it is off until it is set. */
export declare abstract class ContextTrust extends ContextPolicy {
    #private;
    /**
     * Whose demands on certificates are held beyond those that keep us safe: `'common'` nobody's, `'rfc5280'` what that
     * document tells authorities, `'webpki'` the CA/Browser Forum's Baseline Requirements. What breaks one is refused
     * with `verify_code` 50, "application verification failure", and the rule.
     * @extension
     */
    get certificate_profile(): Profile;
    set certificate_profile(value: Profile);
    /**
     * The text of the Public Suffix List (publicsuffix.org), or of rules in its format: a certificate's wildcard right
     * under such a suffix, like `*.co.uk`, matches no host name any more. `null`: only wildcards right under a
     * top-level domain match none.
     * @extension
     */
    get public_suffix_list(): string | null;
    set public_suffix_list(list: string | null);
    /** What matching of host names goes by. */
    protected get isPublicSuffix(): ((domain: string) => boolean) | undefined;
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
    get ocsp_stapling(): number;
    set ocsp_stapling(value: number);
}
