import type { VerdictName } from '../pki/verdict.ts';
/** A verdict in OpenSSL's words: `verify_code` and `verify_message` of `SSLCertVerificationError`. */
export interface VerifyCode {
    readonly code: number;
    /** For a name that does not match, Python composes a longer text with the name in it. */
    readonly text: string;
}
/** OpenSSL 3.0's number and text for each verdict; one without a row does not compile. */
export declare const verifyCodes: Readonly<Record<VerdictName, VerifyCode>>;
