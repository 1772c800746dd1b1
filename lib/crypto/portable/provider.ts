import type { CryptoProvider } from '../provider.ts';
import { aesCbc } from './aes-cbc.ts';
import { aesCcm } from './aes-ccm.ts';
import { aesGcm } from './aes-gcm.ts';
import { chacha20Poly1305 } from './chacha20-poly1305.ts';
import { desEde3Cbc } from './des.ts';
import { dh } from './dh.ts';
import { ecdsaKeys } from './ecdsa.ts';
import { eddsaKeys } from './eddsa.ts';
import { ffdhe, ffdheGroups } from './ffdhe.ts';
import { hashes } from './hashes.ts';
import { mlDsaKeys } from './mldsa.ts';
import { montgomeryGroups, x25519Group } from './montgomery.ts';
import { passwords } from './passwords.ts';
import { random } from './random.ts';
import { rsaKeys } from './rsa.ts';
import { nistGroups } from './weierstrass.ts';
import { x25519MlKem768 } from './x25519-mlkem768.ts';

/** Every algorithm that pyssl knows, in TypeScript, in any engine. */
export const portable: CryptoProvider = {
  name: 'portable',
  random,
  hashes,
  aeads: byName([
    aesGcm('aes_128_gcm', 16),
    aesGcm('aes_256_gcm', 32),
    chacha20Poly1305,
    aesCcm('aes_128_ccm', 16, 16),
    aesCcm('aes_256_ccm', 32, 16),
    aesCcm('aes_128_ccm_8', 16, 8),
    aesCcm('aes_256_ccm_8', 32, 8),
  ]),
  blockCiphers: byName([
    aesCbc('aes_128_cbc', 16),
    aesCbc('aes_192_cbc', 24),
    aesCbc('aes_256_cbc', 32),
    desEde3Cbc,
  ]),
  groups: byName([
    ...montgomeryGroups,
    ...nistGroups,
    ...ffdheGroups.map(ffdhe),
    x25519MlKem768(x25519Group),
  ]),
  dh,
  keys: new Map(
    [rsaKeys, ...ecdsaKeys, ...eddsaKeys, ...mlDsaKeys].map((algorithm) => [algorithm.type, algorithm]),
  ),
  passwords,
};

function byName<Name, Algorithm extends { readonly name: Name }>(
  algorithms: readonly Algorithm[],
): ReadonlyMap<Algorithm['name'], Algorithm> {
  return new Map(algorithms.map((algorithm) => [algorithm.name, algorithm]));
}
