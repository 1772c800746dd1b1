import type { GroupAlgorithm, GroupName, KeyShare } from '../provider.ts';

/** A Diffie-Hellman group: responding is starting, agreeing, and forgetting the private key. */
export function answering(name: GroupName, start: (privateKey?: Uint8Array) => KeyShare): GroupAlgorithm {
  return {
    name,
    start,
    respond: (peerShare, privateKey) => {
      const key = start(privateKey);
      const secret = key.agree(peerShare);
      key.wipe();
      return secret && { share: key.share, secret };
    },
  };
}
