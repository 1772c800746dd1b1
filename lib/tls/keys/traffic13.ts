/** The secrets of an open connection of TLS 1.3, and how they move on (RFC 8446 sections 4.6.3 and 7.2). */
import { EMPTY, wipe } from '../../bytes/bytes.ts';
import type { HashAlgorithm } from '../../crypto/provider.ts';
import { fault } from '../faults.ts';
import type { Settings } from '../settings.ts';
import type { Effects, Open } from '../state.ts';
import type { Suite13 } from '../suites.ts';
import { readHalf13, writeHalf13 } from './halves13.ts';
import { exportKeyingMaterial, nextTrafficSecret } from './schedule13.ts';

export interface Secrets13 {
  readonly settings: Settings;
  readonly suite: Suite13;
  readonly hash: HashAlgorithm;
  readonly readSecret: Uint8Array;
  readonly writeSecret: Uint8Array;
  readonly exporterSecret: Uint8Array;
  readonly resumptionSecret: Uint8Array;
}

export class Traffic13 implements Open {
  readonly #settings: Settings;
  readonly #suite: Suite13;
  readonly #hash: HashAlgorithm;
  #readSecret: Uint8Array;
  #writeSecret: Uint8Array;
  readonly #exporterSecret: Uint8Array;
  readonly #resumptionSecret: Uint8Array;
  /** Nothing was sent under the present write keys that is data, where they are not the first. */
  #isNew = false;
  /** The peer has asked for new write keys since; it is to have them before the next data (section 4.6.3). */
  #owed = false;

  constructor(secrets: Secrets13) {
    this.#settings = secrets.settings;
    this.#suite = secrets.suite;
    this.#hash = secrets.hash;
    this.#readSecret = secrets.readSecret;
    this.#writeSecret = secrets.writeSecret;
    this.#exporterSecret = secrets.exporterSecret;
    this.#resumptionSecret = secrets.resumptionSecret;
  }

  /** The peer has moved on; if it wants us to, so do we (section 4.6.3). */
  updated(requestUpdate: number, effects: Effects): void {
    if (requestUpdate !== NOT_REQUESTED && requestUpdate !== REQUESTED) throw fault('badKeyUpdate');
    const next = nextTrafficSecret(this.#hash, this.#readSecret);
    wipe(this.#readSecret);
    this.#readSecret = next;
    effects.readKeys(readHalf13(this.#settings, this.#suite, next));
    if (requestUpdate !== REQUESTED) return;
    // One answer does for all that is asked while we say nothing: a peer that reads nothing would else fill our memory.
    if (this.#isNew) this.#owed = true;
    else this.updateWriteKeys(false, effects);
  }

  beforeData(effects: Effects): void {
    if (this.#owed) this.updateWriteKeys(false, effects);
    this.#isNew = false;
  }

  updateWriteKeys(requestPeer: boolean, effects: Effects): void {
    this.#isNew = true;
    this.#owed = false;
    effects.send('key_update', { requestUpdate: requestPeer ? REQUESTED : NOT_REQUESTED });
    effects.flush();
    const next = nextTrafficSecret(this.#hash, this.#writeSecret);
    wipe(this.#writeSecret);
    this.#writeSecret = next;
    effects.writeKeys(writeHalf13(this.#settings, this.#suite, next));
  }

  /** Those of this moment, under which a Finished after the handshake is made (section 4.4). */
  get readSecret(): Uint8Array {
    return this.#readSecret;
  }

  get writeSecret(): Uint8Array {
    return this.#writeSecret;
  }

  exportKeyingMaterial(label: string, context: Uint8Array | undefined, length: number): Uint8Array {
    return exportKeyingMaterial(this.#hash, this.#exporterSecret, label, context ?? EMPTY, length);
  }

  wipe(): void {
    wipe(this.#readSecret, this.#writeSecret, this.#exporterSecret, this.#resumptionSecret);
  }
}

const NOT_REQUESTED = 0;
const REQUESTED = 1;
