/** A group for DHE where nobody has loaded one, as OpenSSL's `SSL_CTX_set_dh_auto` chooses it, out of RFC 7919. */
import { fromBigInt } from '../crypto/portable/bigints.ts';
import { ffdheGroups, ffdhePrime } from '../crypto/portable/ffdhe.ts';
import type { DhParameters } from '../tls/settings.ts';
import type { OwnChain } from './credentials.ts';
import { GROUPS, LEVEL_BITS } from './defaults.ts';

/** The smallest group that is as strong as the strongest RSA key of the chains, and as the security level asks. */
export function automaticGroup(chains: readonly OwnChain[], level: number): DhParameters | undefined {
  const strengths = chains.map(({ key, leaf }) => {
    const parts = key.type === 'external' ? leaf.subjectKey.parts : key;
    return parts?.type === 'rsa' ? strengthOf(8 * parts.modulus.length) : 0;
  });
  const needed = Math.max(LEVEL_BITS[level], ...strengths);
  const row = GROUPS.find(({ group, bits }) => group.startsWith('ffdhe') && bits >= needed);
  const group = ffdheGroups.find(({ name }) => name === row?.group);
  return group && { p: fromBigInt(ffdhePrime(group), group.bits / 8), g: Uint8Array.of(2) };
}

/** NIST SP 800-57 part 1 table 2. */
function strengthOf(rsaBits: number): number {
  return RSA_STRENGTHS.find(([least]) => rsaBits >= least)?.[1] ?? 0;
}

const RSA_STRENGTHS: readonly (readonly [number, number])[] = [
  [7680, 192],
  [3072, 128],
  [2048, 112],
];
