import { copyOf } from '../../bytes/bytes.ts';
import { attempt, expectLength } from '../checks.ts';
import type { GroupAlgorithm, GroupName, KeyShare } from '../provider.ts';
import { answering } from './answering.ts';
import { curve448 } from './noble/curve448.ts';
import { curve25519 } from './noble/curve25519.ts';
import { random } from './random.ts';

/**
 * How many public keys are computed by the ladder before the base point's table is worth making. The table costs as
 * much as some fifty keys gain by it, so a process that opens a few connections never pays for it.
 */
const KEYS_BEFORE_TABLE = 50;

export const x25519Group = montgomeryGroup('x25519', 32, () => curve25519().x25519);

/** X25519 and X448 (RFC 7748). Noble refuses points of small order and the all-zero result (section 6). */
export const montgomeryGroups: readonly GroupAlgorithm[] = [
  x25519Group,
  montgomeryGroup('x448', 56, () => curve448().x448),
];

type MontgomeryCurve = ReturnType<typeof curve25519>['x25519'];

function montgomeryGroup(name: GroupName, length: number, noble: () => MontgomeryCurve): GroupAlgorithm {
  let keys = 0;
  return answering(name, (privateKey): KeyShare => {
    const curve = noble();
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
