/** A signer whose key is one of `node:crypto`, out of a file: what a hardware module would be, and what it might do wrong. */
import { constants, createPrivateKey, type KeyObject, sign } from 'node:crypto';
import { readFileSync } from 'node:fs';
import type { Signer } from '../../lib/index.ts';
import { certificate } from './certs.ts';

export interface NodeSigner extends Signer {
  /** What it was asked for. */
  readonly asked: { readonly sigalg: string; readonly message: Uint8Array }[];
}

/** Signs with the key in a file of `compat-tests/certs`. */
export function nodeSigner(name: string, sigalgs: string): NodeSigner {
  const key = createPrivateKey(readFileSync(certificate(name)));
  const asked: NodeSigner['asked'] = [];
  return {
    sigalgs,
    asked,
    sign: (sigalg, message) => {
      asked.push({ sigalg, message: message.slice() });
      return signWith(key, sigalg, message);
    },
  };
}

/** A signature by a scheme of TLS; `more` is what to do otherwise. */
export function signWith(key: KeyObject, sigalg: string, message: Uint8Array, more: object = {}): Uint8Array {
  const hash = /sha\d+$/.exec(sigalg)?.[0] ?? null;
  const padding = sigalg.startsWith('rsa_pss')
    ? { padding: constants.RSA_PKCS1_PSS_PADDING, saltLength: constants.RSA_PSS_SALTLEN_DIGEST }
    : {};
  return sign(hash, message, { key, ...padding, ...more });
}
