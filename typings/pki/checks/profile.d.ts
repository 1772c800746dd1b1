import type { Certificate } from '../certificate.ts';
import type { Refusal } from '../verdict.ts';
/**
 * Whose demands on certificates are held, beyond those that a validator must make to be safe.
 *
 * - `'common'`: nobody's. What OpenSSL accepts is accepted.
 * - `'rfc5280'`: what RFC 5280 tells authorities they MUST do, though no harm comes to a validator that lets it pass.
 * - `'webpki'`: what the CA/Browser Forum's Baseline Requirements (BR) ask of TLS servers' certificates and of those
 *   above them. They differ from RFC 5280 in one place: name constraints need not be critical (BR 7.1.2.5.2).
 */
export type Profile = (typeof PROFILES)[number];
export declare const PROFILES: readonly ['common', 'rfc5280', 'webpki'];
/** The first certificate, leaf upwards, that breaks a rule of the profile, and which. */
export declare function profileFault(path: readonly Certificate[], profile: Profile, forServer: boolean): Refusal | undefined;
