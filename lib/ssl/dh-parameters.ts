/** `load_dh_params`: a server's own group for the DHE suites of TLS 1.2. */
import { Fault } from '../bytes/fault.ts';
import { bitLength, type DhParameters as Parameters, parseDhParameters } from '../pki/dh-parameters.ts';
import type { DhParameters } from '../tls/settings.ts';
import { textOf } from './credentials.ts';
import { LEVEL_BITS } from './defaults.ts';
import { pemError, sslError } from './errors.ts';

/** OpenSSL's numbers. */
const NO_START_LINE = 108;
const DH_KEY_TOO_SMALL = 394;
const BAD_DH_VALUE = 102;
const MODULUS_TOO_LARGE = 103;

/** Reads the parameters, which have to be strong enough for the level; never below 80 bits, whatever the level. */
export function dhParametersOf(content: string | Uint8Array, level: number): DhParameters {
  const parameters = parse(content);
  if (parameters === undefined) throw sslError('NO_START_LINE', { library: 'PEM', errno: NO_START_LINE });
  const { p, g } = parameters;
  if (bitLength(p) > MAX_BITS)
    throw sslError('MODULUS_TOO_LARGE', { library: 'DH', errno: MODULUS_TOO_LARGE });
  if (strength(parameters) < Math.max(LEVEL_BITS[level], LEVEL_BITS[1]))
    throw sslError('DH_KEY_TOO_SMALL', { errno: DH_KEY_TOO_SMALL });
  // CPython takes them, and fails in the handshake at best.
  if (!isGroup(parameters)) throw sslError('BAD_DH_VALUE', { errno: BAD_DH_VALUE });
  return { p, g };
}

/** What the engine reckons with, and RFC 7919's largest; OpenSSL takes 10,000, at which a handshake takes seconds. */
const MAX_BITS = 8192;

function parse(content: string | Uint8Array): Parameters | undefined {
  try {
    return parseDhParameters(textOf(content));
  } catch (error) {
    throw error instanceof Fault ? pemError(error) : error;
  }
}

/** What can be seen at a glance: an odd prime, and a generator that is neither 0, 1 nor p - 1, nor beyond. */
function isGroup({ p, g }: Parameters): boolean {
  if ((p[p.length - 1] & 1) === 0) return false;
  if (g.length > p.length || (g.length === 1 && g[0] < 2)) return false;
  if (g.length < p.length) return true;
  const differs = g.findIndex((byte, index) => byte !== p[index]);
  // p is odd, so p - 1 is p with its last bit cleared.
  return differs !== -1 && g[differs] < p[differs] && (differs < p.length - 1 || g[differs] < p[differs] - 1);
}

/** NIST SP 800-57 part 1 table 2, as OpenSSL applies it to finite fields: the field, or half a short private value. */
function strength({ p, privateBits }: Parameters): number {
  const bits = bitLength(p);
  const field = FIELD_BITS.find(([least]) => bits >= least)?.[1] ?? 0;
  return privateBits === undefined ? field : Math.min(field, privateBits >> 1);
}

const FIELD_BITS: readonly (readonly [number, number])[] = [
  [15360, 256],
  [7680, 192],
  [3072, 128],
  [2048, 112],
  [1024, 80],
];
