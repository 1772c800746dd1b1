import type { HashAlgorithm } from '../../crypto/provider.ts';
import type { Settings } from '../settings.ts';
import type { Effects, Open } from '../state.ts';
import type { Suite13 } from '../suites.ts';
export interface Secrets13 {
    readonly settings: Settings;
    readonly suite: Suite13;
    readonly hash: HashAlgorithm;
    readonly readSecret: Uint8Array;
    readonly writeSecret: Uint8Array;
    readonly exporterSecret: Uint8Array;
    readonly resumptionSecret: Uint8Array;
}
export declare class Traffic13 implements Open {
    #private;
    constructor(secrets: Secrets13);
    /** The peer has moved on; if it wants us to, so do we (section 4.6.3). */
    updated(requestUpdate: number, effects: Effects): void;
    beforeData(effects: Effects): void;
    updateWriteKeys(requestPeer: boolean, effects: Effects): void;
    /** Those of this moment, under which a Finished after the handshake is made (section 4.4). */
    get readSecret(): Uint8Array;
    get writeSecret(): Uint8Array;
    exportKeyingMaterial(label: string, context: Uint8Array | undefined, length: number): Uint8Array;
    wipe(): void;
}
