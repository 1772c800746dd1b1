import { type Body13, type MessageName13 } from '../wire/handshake.ts';
import { type Body12, type MessageName12 } from '../wire/handshake12.ts';
import type { ContentType } from '../wire/record.ts';
import type { Outbound } from './outbound.ts';
import type { ReadHalf, WriteHalf } from './record/half.ts';
import type { Joiner } from './record/joiner.ts';
import type { RecordPull } from './record/pull.ts';
import type { Session } from './session.ts';
import type { Negotiated, Settings } from './settings.ts';
import type { Effects, Secret } from './state.ts';
export interface ConnectionParts {
    readonly settings: Settings;
    readonly pull: RecordPull;
    readonly joiner: Joiner;
    readonly outbound: Outbound;
    readonly negotiated: Negotiated;
    readonly keep: Effects['keep'];
    readonly guarded: Secret[];
}
/** A class, not an object of functions: every open connection keeps one. */
export declare class ConnectionEffects implements Effects {
    #private;
    constructor(parts: ConnectionParts);
    send<N extends MessageName13>(type: N, body: Body13<N>): Uint8Array;
    send12<N extends MessageName12>(type: N, body: Body12<N>): Uint8Array;
    sendEncoded(message: Uint8Array): void;
    flush(): void;
    recordVersion(version: number): void;
    changeCipherSpec(): void;
    readKeys(half: ReadHalf): void;
    writeKeys(half: WriteHalf, options?: {
        readonly changeCipherSpec: boolean;
    }): void;
    tolerate(...types: readonly ContentType[]): void;
    skipEarlyData(bytes: number): void;
    alert(description: number): void;
    get agreed(): Readonly<Negotiated>;
    report(facts: Partial<Negotiated>): void;
    logSecret(label: string, clientRandom: Uint8Array, secret: Uint8Array): void;
    keep(session: Session): void;
    guard(...secrets: readonly Secret[]): void;
}
