/**
 * The connected state of TLS 1.2. Nothing is left to come but data and alerts: the one thing that a peer could still
 * ask for is a new handshake, and that is declined (RFC 5246 section 7.2.2), since renegotiation has been the way into
 * more connections than it has served. The state cannot be made without the proofs of the checks that lead to it.
 */
import { wipe } from '../bytes/bytes.ts';
import type { HashAlgorithm } from '../crypto/provider.ts';
import type { FinishedChecked12, ServerIdentity, SignatureChecked12 } from './authenticate12.ts';
import { exportKeyingMaterial12, type Randoms } from './keys/schedule12.ts';
import { expecting12, type Open, type PassedOver, type State } from './state.ts';

interface Connected12 {
  /** The peer's Finished was checked. */
  readonly finished: FinishedChecked12;
  readonly hash: HashAlgorithm;
  readonly masterSecret: Uint8Array;
  readonly randoms: Randoms;
}

export interface ConnectedClient12 extends Connected12 {
  /** What vouches for the server. */
  readonly identity: ServerIdentity;
}

export interface ConnectedServer12 extends Connected12 {
  /** Where the client was asked for a certificate and sent one. */
  readonly signature: SignatureChecked12 | undefined;
}

export function openClient12(connected: ConnectedClient12): State {
  return open12(connected, HELLO_REQUEST_DECLINED);
}

export function openServer12(connected: ConnectedServer12): State {
  return open12(connected, CLIENT_HELLO_DECLINED);
}

const HELLO_REQUEST_DECLINED: PassedOver = { type: 0, warns: true };
const CLIENT_HELLO_DECLINED: PassedOver = { type: 1, warns: true };

function open12(connected: Connected12, passesOver: PassedOver): State {
  const open = new Keys12(connected);
  const state: State = expecting12('CONNECTED', [], () => state, { open, passesOver });
  return state;
}

class Keys12 implements Open {
  readonly #hash: HashAlgorithm;
  readonly #masterSecret: Uint8Array;
  readonly #randoms: Randoms;

  constructor({ hash, masterSecret, randoms }: Connected12) {
    this.#hash = hash;
    this.#masterSecret = masterSecret;
    this.#randoms = randoms;
  }

  exportKeyingMaterial(label: string, context: Uint8Array | undefined, length: number): Uint8Array {
    return exportKeyingMaterial12(this.#hash, this.#masterSecret, this.#randoms, label, context, length);
  }

  wipe(): void {
    wipe(this.#masterSecret);
  }
}
