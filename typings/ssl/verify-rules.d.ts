/** OpenSSL's verification flags (`X509_V_FLAG_...`) as what they mean for `pki`; Python has names for some of them. */
import { type VerifyRules } from '../pki/verify.ts';
/** What follows from the flags alone. */
export declare function rulesOf(flags: number): VerifyRules;
/** When it is, in seconds, as far as the flags let it be: the time that nobody can set is 1970. */
export declare function verifyTime(flags: number, now: number): number | undefined;
/** The flags once they are set: whoever adds one about policies wants policies to be looked at. */
export declare function completeFlags(before: number, wanted: number): number;
