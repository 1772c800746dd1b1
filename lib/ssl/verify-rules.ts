/** OpenSSL's verification flags (`X509_V_FLAG_...`) as what they mean for `pki`; Python has names for some of them. */
import { defaultRules, type VerifyRules } from '../pki/verify.ts';
import { hasFlag } from './buffers.ts';
import { VerifyFlags } from './enums.ts';

const USE_CHECK_TIME = 0x2;
const CRL_CHECK_ALL = 0x8;
const IGNORE_CRITICAL = 0x10;
const POLICY_CHECK = 0x80;
const EXPLICIT_POLICY = 0x100;
const INHIBIT_ANY = 0x200;
const INHIBIT_MAP = 0x400;
const POLICY_MASK = POLICY_CHECK | EXPLICIT_POLICY | INHIBIT_ANY | INHIBIT_MAP;
const EXTENDED_CRL_SUPPORT = 0x1000;
const USE_DELTAS = 0x2000;
const CHECK_SS_SIGNATURE = 0x4000;
const SUITEB_128_LOS_ONLY = 0x10000;
const SUITEB_192_LOS = 0x20000;
const NO_CHECK_TIME = 0x200000;

/** What follows from the flags alone. */
export function rulesOf(flags: number): VerifyRules {
  const has = (flag: number) => hasFlag(flags, flag);
  const [p256, p384] = [has(SUITEB_128_LOS_ONLY), has(SUITEB_192_LOS)];
  return {
    ...defaultRules,
    partialChain: has(VerifyFlags.VERIFY_X509_PARTIAL_CHAIN),
    strict: has(VerifyFlags.VERIFY_X509_STRICT),
    allowProxy: has(VerifyFlags.VERIFY_ALLOW_PROXY_CERTS),
    ignoreCritical: has(IGNORE_CRITICAL),
    anchorSignature: has(CHECK_SS_SIGNATURE),
    suiteB: p256 || p384 ? { p256, p384 } : undefined,
    revocation: !has(VerifyFlags.VERIFY_CRL_CHECK_LEAF) ? 'none' : has(CRL_CHECK_ALL) ? 'chain' : 'leaf',
    extendedCrls: has(EXTENDED_CRL_SUPPORT),
    deltaCrls: has(USE_DELTAS),
    policies: has(POLICY_CHECK)
      ? {
          initial: [], // OpenSSL has a function to name some, and Python none
          requireExplicit: has(EXPLICIT_POLICY),
          inhibitAny: has(INHIBIT_ANY),
          inhibitMapping: has(INHIBIT_MAP),
        }
      : undefined,
  };
}

/** When it is, in seconds, as far as the flags let it be: the time that nobody can set is 1970. */
export function verifyTime(flags: number, now: number): number | undefined {
  if (hasFlag(flags, USE_CHECK_TIME)) return 0;
  return hasFlag(flags, NO_CHECK_TIME) ? undefined : now;
}

/** The flags once they are set: whoever adds one about policies wants policies to be looked at. */
export function completeFlags(before: number, wanted: number): number {
  const adds = (wanted & ~before & POLICY_MASK) !== 0;
  // A sum, since flags may have more than the 32 bits of JavaScript's own operations.
  return adds && !hasFlag(wanted, POLICY_CHECK) ? wanted + POLICY_CHECK : wanted;
}
