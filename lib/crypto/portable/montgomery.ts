import { x448 } from '@noble/curves/ed448.js';
import { x25519 } from '@noble/curves/ed25519.js';
import { copyOf } from '../../bytes/bytes.ts';
import { attempt, expectLength } from '../checks.ts';
import type { GroupAlgorithm, GroupName, KeyShare } from '../provider.ts';
import { answering } from './answering.ts';
import { random } from './random.ts';

/**
 * How many public keys are computed by the ladder before the base point's table is worth making. The table costs as
 * much as some fifty keys gain by it, so a process that opens a few connections never pays for it.
 */
const KEYS_BEFORE_TABLE = 50;

export const x25519Group = montgomeryGroup('x25519', x25519);

/** X25519 and X448 (RFC 7748). Noble refuses points of small order and the all-zero result (section 6). */
export const montgomeryGroups: readonly GroupAlgorithm[] = [x25519Group, montgomeryGroup('x448', x448)];

function montgomeryGroup(name: GroupName, curve: typeof x25519): GroupAlgorithm {
  const length = curve.lengths.publicKey ?? curve.GuBytes.length;
  let keys = 0;
  return answering(name, (privateKey): KeyShare => {
    if (privateKey) expectLength(`${name} private key`, privateKey, length);
    const secret = privateKey ? copyOf(privateKey) : random(length);
    const tabled = ++keys > KEYS_BEFORE_TABLE;
    const share = tabled ? curve.scalarMultBase(secret) : curve.scalarMult(secret, curve.GuBytes);
    return {
      share,
      agree: (peerShare) =>
        peerShare.length === length ? attempt(() => curve.scalarMult(secret, peerShare)) : undefined,
      wipe: () => secret.fill(0),
    };
  });
}
