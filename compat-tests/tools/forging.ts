import type { CryptoProvider, KeyAlgorithm } from '../../lib/crypto/index.ts';

/** A provider whose keys sign something else than they are asked to: what one without the right key can do at best. */
export function forging(core: CryptoProvider): CryptoProvider {
  const forged = [...core.keys].map(([type, algorithm]): [typeof type, KeyAlgorithm] => [
    type,
    {
      ...algorithm,
      privateKey: (parts) => {
        const key = algorithm.privateKey(parts);
        if (key === undefined) return undefined;
        const { bits, publicKey } = key;
        return { type, bits, publicKey, sign: (recipe) => key.sign(recipe, new Uint8Array(64)) };
      },
    },
  ]);
  return { ...core, keys: new Map(forged) };
}
